import { WebSocket as PlainTransport } from 'socket.io-client'

/** The slice of a WHATWG WebSocket that is used here; Electron's, Node's and a browser's all fit. */
export interface WebSocketLike {
  binaryType: string
  addEventListener(type: 'open' | 'close' | 'message' | 'error', listener: (event: Event) => void): void
  send(data: string): void
  close(): void
}

export interface OpenOptions {
  readonly protocols?: string | string[]
  readonly headers?: Record<string, string>
}

/** Opens a WebSocket. */
export type OpenWebSocket = (url: string, options: OpenOptions) => WebSocketLike

/** A transport over a WebSocket of the desktop's own, which knows the system's proxies and certificates (platform.md 5.7). */
export function transportOn(open: OpenWebSocket): typeof PlainTransport {
  return class extends PlainTransport {
    override createSocket(
      url: string,
      protocols: string | string[] | undefined,
      { headers }: { headers?: Record<string, string> },
    ): Explained {
      return new Explained(open(url, { ...(protocols && { protocols }), ...(headers && { headers }) }))
    }
  }
}

type Listener = ((event: unknown) => void) | null

/** Electron's `error` says nothing; why comes with the `close` that follows, and is waited for (platform.md 1.10). */
class Explained {
  onopen: Listener = null
  onclose: Listener = null
  onmessage: Listener = null
  onerror: Listener = null
  readonly #socket: WebSocketLike

  constructor(socket: WebSocketLike) {
    this.#socket = socket
    let isFailed = false
    socket.addEventListener('open', (event) => this.onopen?.(event))
    socket.addEventListener('message', (event) => this.onmessage?.(event))
    socket.addEventListener('error', () => (isFailed = true))
    socket.addEventListener('close', (event) => {
      if (isFailed) this.onerror?.({ message: reasonOf(event) })
      this.onclose?.(event)
    })
  }

  get binaryType(): string {
    return this.#socket.binaryType
  }

  set binaryType(type: string) {
    this.#socket.binaryType = type
  }

  send(data: string): void {
    this.#socket.send(data)
  }

  close(): void {
    this.#socket.close()
  }
}

/** Why a WebSocket closed, in Chromium's words. */
export const reasonOf = (event: Event): string => ('reason' in event ? String(event.reason) : '')
