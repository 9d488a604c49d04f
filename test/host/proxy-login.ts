/**
 * What proxies were told and accepted, by host and port: Chromium tells it again by itself, for all requests of a session
 * (net/http/http_auth_cache.h; platform.md 1.10).
 */
const accepted = new Map<string, string>()

/** The header that a proxy is given, if one is known. */
export function proxyHeaders({ host }: URL): Record<string, string> {
  const known = accepted.get(host)
  return known === undefined ? {} : { 'Proxy-Authorization': known }
}

/** Remembers what a proxy accepted. */
export function rememberLogin({ host }: URL, header: string): void {
  accepted.set(host, header)
}

/** As after another start. */
export function forgetLogins(): void {
  accepted.clear()
}
