import type { SocketAddress } from './socket.ts'

const callback = '/callback'

/**
 * Where an endpoint's URL may mean to connect, likeliest first: its path as the namespace, and, for a path that ends in
 * `/callback`, what stands before it (the two recipes of protocol.md 1.5). `recipe` is the one that worked last.
 */
export function socketAddresses(endpointUrl: string, recipe = 0): readonly SocketAddress[] {
  const { protocol, host, pathname, search } = new URL(endpointUrl)
  const origin = `${/^(https|wss):$/.test(protocol) ? 'https' : 'http'}://${host}`
  const namespaces = [pathname]
  if (pathname.endsWith(callback)) namespaces.push(pathname.slice(0, -callback.length) || '/')
  const addresses = namespaces.map((namespace) => ({ origin, namespace, query: search.slice(1) }))
  const first = recipe % addresses.length
  return [...addresses.slice(first), ...addresses.slice(0, first)]
}
