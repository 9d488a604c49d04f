import type { WebSocket as ElectronWebSocket, WebSocketOptions } from 'electron'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { WebSocket as Client } from 'ws'
import { lacking } from './honest.ts'
import { proxyFor } from './proxy.ts'
import { proxyHeaders } from './proxy-login.ts'
import { mostThroughProxy, Slots } from './proxy-slots.ts'
import { failedReason, refusedReason } from './web-socket-failure.ts'

type Slice = Omit<ElectronWebSocket, keyof EventTarget>
type Listener = ((event: Event) => void) | null
type Given = { protocols: string[]; headers: Record<string, string>; origin: string }

const [connecting, open, closing, closed] = [0, 1, 2, 3]
const slots = new Map<string, Slots>()

/**
 * Electron's `net.WebSocket` over `ws`: lib/browser/api/net-websocket.ts and shell/browser/api/electron_api_web_socket.cc.
 * An `error` carries nothing; why it failed is the reason of the `close` that follows.
 */
export class HostWebSocket extends EventTarget implements Slice {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readonly url: string
  binaryType: 'nodebuffer' | 'arraybuffer' | 'blob' = 'nodebuffer'
  onopen: Listener = null
  onmessage: Listener = null
  onerror: Listener = null
  onclose: Listener = null
  #state = connecting
  #client: Client | null = null
  /** Grows by what is sent after closing, too, and never shrinks by it. */
  #unsent = 0
  #leave: () => void = () => undefined

  constructor(url: string, options: string | string[] | WebSocketOptions = []) {
    super()
    const given = typeof options === 'string' || Array.isArray(options) ? { protocols: options } : options
    if ('session' in given || 'partition' in given || 'useSessionCookies' in given)
      throw lacking('net.WebSocket with a session of its own')
    const { protocols = [], headers = {}, origin = url.replace(/^ws/, 'http') } = given
    this.url = new URL(url).href
    const init = { protocols: [protocols].flat(), headers, origin: new URL(origin).origin }
    const proxy = proxyFor(new URL(url.replace(/^http/, 'ws')), process.env)
    if (proxy === null) this.#connect(init)
    else this.#connectThrough(proxy, init)
  }

  get bufferedAmount(): number {
    return (this.#client?.bufferedAmount ?? 0) + this.#unsent
  }

  get extensions(): string {
    return this.#client?.extensions ?? ''
  }

  get protocol(): string {
    return this.#client?.protocol ?? ''
  }

  get readyState(): number {
    return this.#state
  }

  close(code?: number, reason?: string): void {
    if (code !== undefined && code !== 1000 && (code < 3000 || code > 4999))
      throw new DOMException(
        `The close code must be either 1000, or between 3000 and 4999. ${code} is neither.`,
        'InvalidAccessError',
      )
    if (reason !== undefined && Buffer.byteLength(reason) > 123)
      throw new DOMException('The close reason must not be greater than 123 UTF-8 bytes.', 'SyntaxError')
    if (this.#state >= closing) return
    const wasConnecting = this.#state === connecting
    this.#state = closing
    if (!wasConnecting) return this.#client?.close(code, reason)
    this.#client?.terminate()
    setImmediate(() => this.#end({ code: 1006, reason: '', wasClean: false })) // no error before it
  }

  send(data: Parameters<ElectronWebSocket['send']>[0]): void {
    if (this.#state === connecting) throw new DOMException('Still in CONNECTING state.', 'InvalidStateError')
    const bytes = typeof data === 'string' ? Buffer.from(data) : data
    if (bytes instanceof Blob) throw lacking('net.WebSocket.send of a Blob')
    if (this.#state !== open) this.#unsent += bytes.byteLength
    else this.#client?.send(bytes, { binary: typeof data !== 'string' })
  }

  #connectThrough(proxy: URL, given: Given): void {
    const through = slots.get(proxy.host) ?? new Slots(mostThroughProxy)
    slots.set(proxy.host, through)
    this.#leave = through.take(() =>
      this.#connect(given, new HttpsProxyAgent(proxy, { headers: proxyHeaders(proxy) })),
    )
  }

  #connect({ protocols, headers, origin }: Given, agent?: HttpsProxyAgent<string>): void {
    const client = new Client(this.url, protocols, { headers, origin, ...(agent && { agent }) })
    this.#client = client
    client.on('open', () => {
      this.#state = open
      this.#tell(this.onopen, new Event('open'))
    })
    client.on('message', (data, isBinary) => {
      const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(new Uint8Array(data))
      if (this.#state === open) this.#received(bytes, isBinary)
    })
    client.on('unexpected-response', (request, { statusCode = 0 }) => {
      this.#fail(refusedReason(statusCode))
      request.destroy()
    })
    client.on('error', (error) => {
      if (this.#state === connecting) this.#fail(failedReason(error))
    })
    client.on('close', (code, reason) =>
      this.#end({ code, reason: reason.toString('utf8'), wasClean: code !== 1006 }),
    )
  }

  #received(bytes: Buffer, isBinary: boolean): void {
    const raw = new Uint8Array(bytes)
    const asked = this.binaryType === 'arraybuffer' ? raw.buffer : new Blob([raw])
    const data = isBinary ? (this.binaryType === 'nodebuffer' ? bytes : asked) : bytes.toString('utf8')
    this.#tell(this.onmessage, new MessageEvent('message', { data, origin: new URL(this.url).origin }))
  }

  #fail(reason: string): void {
    if (this.#state === closed) return
    this.#state = closed
    this.#leave()
    this.#tell(this.onerror, new Event('error'))
    this.#tell(this.onclose, new CloseEvent('close', { code: 1006, reason, wasClean: false }))
  }

  #end(how: { code: number; reason: string; wasClean: boolean }): void {
    if (this.#state === closed) return
    this.#state = closed
    this.#leave()
    this.#tell(this.onclose, new CloseEvent('close', how))
  }

  #tell(listener: Listener, event: Event): void {
    listener?.call(this, event)
    this.dispatchEvent(event)
  }
}
