import { EventEmitter } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { lacking, throwOnUnknown } from './honest.ts'
import { proxyFor } from './proxy.ts'
import { proxyHeaders, rememberLogin } from './proxy-login.ts'

/**
 * Electron's `net.request` (lib/common/api/net-client-request.ts), as far as it is asked who it is: a GET over plain HTTP.
 * Alone of all ways to ask, it has an event `login`; without a listener, or without an answer, the 407 is the reply.
 */
export class HostClientRequest extends EventEmitter {
  readonly #url: URL

  constructor(url: string) {
    super()
    this.#url = new URL(url)
    if (this.#url.protocol !== 'http:') throw lacking('net.request over TLS')
  }

  end(): this {
    this.#send(null)
    return this
  }

  #send(login: string | null): void {
    const proxy = proxyFor(this.#url, process.env)
    const headers = {
      host: this.#url.host,
      ...(proxy && proxyHeaders(proxy)),
      ...(login !== null && { 'Proxy-Authorization': login }),
    }
    const { hostname, port } = proxy ?? this.#url
    const path = proxy ? this.#url.href : this.#url.pathname + this.#url.search
    request({ hostname, port, path, headers })
      .on('response', (reply) => {
        if (proxy && reply.statusCode === 407) return this.#asked(proxy, reply)
        if (proxy && login !== null) rememberLogin(proxy, login)
        this.emit('response', reply)
      })
      .on('error', (error) => this.emit('error', error))
      .end()
  }

  #asked(proxy: URL, reply: IncomingMessage): void {
    const answer = (username?: string, password = ''): void => {
      if (username === undefined) return void this.emit('response', reply)
      reply.resume()
      this.#send(`Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`)
    }
    const info = { isProxy: true, scheme: 'basic', host: proxy.hostname, port: Number(proxy.port), realm: '' }
    if (!this.emit('login', info, answer)) answer()
  }

  static {
    throwOnUnknown(this, 'net.request')
  }
}
