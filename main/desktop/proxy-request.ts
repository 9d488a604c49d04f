import type { ClientRequest } from 'electron'
import type { Listeners } from '../kit/listeners.ts'
import type { Login, Tried } from './proxy-login.ts'

/** Whether a text of Chromium's says that a proxy turned a request away. */
export const isOfProxy = (text: string): boolean =>
  /\bProxy authentication\b|ERR_PROXY_AUTH|ERR_TUNNEL_CONNECTION_FAILED/.test(text)

/** A fetch that tells when a proxy turned a request away. */
export function askingProxies<A extends readonly unknown[]>(
  fetch: (...asked: A) => Promise<Response>,
  met: Listeners<void>,
): (...asked: A) => Promise<Response> {
  return async (...asked) => {
    try {
      const reply = await fetch(...asked)
      if (reply.status === 407) met.emit()
      return reply
    } catch (error) {
      if (isOfProxy(String(error))) met.emit()
      throw error
    }
  }
}

/**
 * Asks for an address, and tells a proxy on the way who we are. Only such a request is asked: what `net.fetch` asks gets a
 * 407, and no listener hears of it (platform.md 1.10). What a proxy accepted Chromium then tells it for every request.
 */
export function requestThroughProxy(
  request: (url: string) => ClientRequest,
  url: string,
): (loginFor: (proxy: string) => Login | null) => Promise<Tried> {
  return (loginFor) => {
    const { promise, resolve } = Promise.withResolvers<Tried>()
    let askedBy: string | null = null
    const asking = request(url)
    asking.on('login', ({ isProxy, host, port }, answer) => {
      // asked again: it was not right
      const login = isProxy && askedBy === null ? loginFor(`${host}:${port}`) : null
      if (isProxy) askedBy = `${host}:${port}`
      if (login === null) answer()
      else answer(login.username, login.password)
    })
    asking.on('response', (reply) => {
      reply.on('data', () => {}) // to its end, or it stays open
      resolve({ isThrough: reply.statusCode !== 407, askedBy })
    })
    asking.on('error', () => resolve({ isThrough: false, askedBy }))
    asking.end()
    return promise
  }
}
