import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket as Socket } from 'ws'
import * as z from 'zod'
import type { Browser } from './browser.ts'
import type { Chromium } from './chromium.ts'
import type { Origins } from './origins.ts'

/** What the port needs to know of the app. */
export type PortHost = { browser: Browser; origins: () => Origins; pageTargets: () => string[] }

/**
 * `--remote-debugging-port`: one address for the whole life of the app, although Chromium comes and goes with the
 * windows. A connected client keeps Chromium, so that it sees windows come and go as in Electron. Texts are passed on
 * with addresses in the app's spelling on this side and in Chromium's on the other.
 */
export class DebuggingPort {
  readonly #host: PortHost
  readonly #server: Server
  readonly #browserPath = `/devtools/browser/${randomUUID()}`
  readonly #clients = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 0 })

  constructor(host: PortHost) {
    this.#host = host
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.writeHead(500).end())
    })
    this.#server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
      this.#connect(request, stream, head).catch(() => stream.destroy())
    })
  }

  /** Starts to listen; answers the address that `DevTools listening on` names. */
  async open(port: number): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>()
    this.#server.once('error', reject)
    this.#server.listen(port, '127.0.0.1', () => resolve(undefined))
    await promise
    this.#server.unref()
    return `ws://127.0.0.1:${this.#port}${this.#browserPath}`
  }

  close(): void {
    this.#server.close()
    for (const client of this.#clients.clients) client.close()
  }

  get #port(): number {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the debugging port is not open')
    return address.port
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/\/$/, '')
    const body = isLocal(request) ? await this.#body(path) : null
    if (body === null) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' }).end(body)
  }

  async #body(path: string): Promise<string | null> {
    const chromium = this.#host.browser.running
    if (path === '/json/version') {
      const known = chromium === null ? {} : z.looseObject({}).parse(await inside(chromium, path))
      const webSocketDebuggerUrl = `ws://127.0.0.1:${this.#port}${this.#browserPath}`
      return JSON.stringify({ Browser: 'Chrome', 'Protocol-Version': '1.3', ...known, webSocketDebuggerUrl })
    }
    if (path === '/json' || path === '/json/list') {
      if (chromium === null) return '[]'
      const mine = new Set(this.#host.pageTargets())
      const targets = z.array(z.looseObject({ id: z.string() })).parse(await inside(chromium, '/json/list'))
      const shown = targets
        .filter(({ id }) => mine.has(id))
        .map(({ id, ...target }) => {
          const address = `127.0.0.1:${this.#port}/devtools/page/${id}`
          return {
            id,
            ...target,
            webSocketDebuggerUrl: `ws://${address}`,
            devtoolsFrontendUrl: `/devtools/inspector.html?ws=${address}`,
          }
        })
      return this.#host.origins().toApp(JSON.stringify(shown))
    }
    return path === '/json/protocol' && chromium !== null
      ? JSON.stringify(await inside(chromium, path))
      : null
  }

  async #connect(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    const path = request.url ?? ''
    const isBrowser = path === this.#browserPath || path === '/devtools/browser'
    const isPage = this.#host.pageTargets().some((id) => path === `/devtools/page/${id}`)
    // A web page may not drive the app: only pages send an Origin.
    if (!isLocal(request) || request.headers.origin !== undefined || !(isBrowser || isPage))
      return void stream.end('HTTP/1.1 404 Not Found\r\n\r\n')
    const chromium = await this.#host.browser.hold()
    const own = new URL(await chromium.devToolsUrl)
    this.#clients.handleUpgrade(request, stream, head, (client) => {
      client.on('close', () => this.#host.browser.release(chromium))
      this.#join(client, isBrowser ? own : new URL(path, own))
    })
  }

  /** Passes on what a client and Chromium say to each other. */
  #join(client: Socket, address: URL): void {
    const inside = new WebSocket(address)
    const waiting: string[] = []
    client.on('error', () => client.terminate())
    client.on('message', (data: Buffer) => {
      const sent = this.#host.origins().toPage(data.toString('utf8'))
      if (inside.readyState === WebSocket.OPEN) inside.send(sent)
      else waiting.push(sent)
    })
    client.on('close', () => inside.close())
    inside.addEventListener('open', () => {
      for (const text of waiting) inside.send(text)
    })
    inside.addEventListener('message', ({ data }) => client.send(this.#host.origins().toApp(String(data))))
    inside.addEventListener('close', () => client.close())
  }
}

/** Refuses what a foreign web page could send by a name that it points at this machine. */
function isLocal({ headers: { host = '' } }: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)
}

async function inside(chromium: Chromium, path: string): Promise<unknown> {
  const { host } = new URL(await chromium.devToolsUrl)
  return (await fetch(`http://${host}${path}`)).json()
}
