import type { WebSocket as ElectronWebSocket, WebSocketOptions } from 'electron'
import { lacking } from './honest.ts'

type Slice = Omit<ElectronWebSocket, keyof EventTarget>
type Listener = ((event: Event) => void) | null
/** What Node's own WebSocket takes beyond the standard. */
type NodeOptions = { protocols: string[]; headers: Record<string, string> }

/** Electron's `net.WebSocket` over Node's: extra headers, and binary messages as Buffers unless told otherwise. */
export class HostWebSocket extends EventTarget implements Slice {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  binaryType: 'nodebuffer' | 'arraybuffer' | 'blob' = 'nodebuffer'
  onopen: Listener = null
  onmessage: Listener = null
  onerror: Listener = null
  onclose: Listener = null
  readonly #inner: WebSocket

  constructor(url: string, options: string | string[] | WebSocketOptions = []) {
    super()
    const given = typeof options === 'string' || Array.isArray(options) ? { protocols: options } : options
    if ('session' in given || 'partition' in given || 'useSessionCookies' in given)
      throw lacking('net.WebSocket with a session of its own')
    const { protocols = [], headers = {}, origin = url.replace(/^ws/, 'http') } = given
    const init: NodeOptions = {
      protocols: [protocols].flat(),
      headers: { ...headers, origin: new URL(origin).origin },
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what Node takes beyond the DOM's types
    this.#inner = new WebSocket(url, init as unknown as string[])
    this.#inner.binaryType = 'arraybuffer'
    this.#inner.addEventListener('open', () => this.#tell(this.onopen, new Event('open')))
    this.#inner.addEventListener('error', () => this.#tell(this.onerror, new Event('error')))
    this.#inner.addEventListener('close', ({ code, reason, wasClean }) =>
      this.#tell(this.onclose, new CloseEvent('close', { code, reason, wasClean })),
    )
    this.#inner.addEventListener('message', (event: MessageEvent<unknown>) =>
      this.#tell(this.onmessage, new MessageEvent('message', { data: this.#received(event.data) })),
    )
  }

  get bufferedAmount(): number {
    return this.#inner.bufferedAmount
  }

  get extensions(): string {
    return this.#inner.extensions
  }

  get protocol(): string {
    return this.#inner.protocol
  }

  get readyState(): number {
    return this.#inner.readyState
  }

  get url(): string {
    return this.#inner.url
  }

  close(code?: number, reason?: string): void {
    this.#inner.close(code, reason)
  }

  send(data: Parameters<ElectronWebSocket['send']>[0]): void {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Electron's types allow shared buffers, too
    this.#inner.send(data as string)
  }

  #received(data: unknown): unknown {
    if (!(data instanceof ArrayBuffer)) return data
    if (this.binaryType === 'nodebuffer') return Buffer.from(data)
    return this.binaryType === 'blob' ? new Blob([data]) : data
  }

  #tell(listener: Listener, event: Event): void {
    listener?.call(this, event)
    this.dispatchEvent(event)
  }
}
