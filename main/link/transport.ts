import { WebSocket as PlainTransport } from 'socket.io-client'

/** The slice of a WHATWG WebSocket that is used here; Electron's, Node's and a browser's all fit. */
export interface WebSocketLike {
  binaryType: string
  onopen: unknown
  onclose: unknown
  onmessage: unknown
  onerror: unknown
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
    ): WebSocketLike {
      return open(url, { ...(protocols && { protocols }), ...(headers && { headers }) })
    }
  }
}
