/** The proxy that the environment names for an address, or null, much as Chromium on Linux (net/proxy_resolution/proxy_config_service_linux.cc): *_PROXY, then ALL_PROXY, unless NO_PROXY names the host. */
export function proxyFor(url: URL, environment: Readonly<Record<string, string | undefined>>): URL | null {
  const read = (name: string): string => environment[name.toLowerCase()] ?? environment[name] ?? ''
  const scheme =
    url.protocol === 'wss:'
      ? 'HTTPS'
      : url.protocol === 'ws:'
        ? 'HTTP'
        : url.protocol.slice(0, -1).toUpperCase()
  const proxy = read(`${scheme}_PROXY`) || read('ALL_PROXY')
  if (proxy === '') return null
  for (const name of read('NO_PROXY')
    .split(',')
    .map((part) => part.trim().replace(/^\*?\./, ''))) {
    if (name === '*') return null
    if (name !== '' && (url.hostname === name || url.hostname.endsWith(`.${name}`))) return null
  }
  return new URL(proxy.includes('://') ? proxy : `http://${proxy}`)
}
