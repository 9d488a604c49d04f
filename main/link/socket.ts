/** Where a link connects. The query is the credential: never logged, never stored (protocol.md 1.4). */
export interface SocketAddress {
  /** Scheme, host and port, like `https://westeurope1-1.pushnp.svc.ms`. */
  readonly origin: string
  /** The socket.io namespace, like `/notifications`. */
  readonly namespace: string
  /** Without the question mark, as Graph gave it. */
  readonly query: string
}

/** Why a connection ended or never came to be. */
export interface Loss {
  readonly reason: string
  /** HTTP status of a refused upgrade, when there was one. */
  readonly status: number | null
  /** The websocket had opened: what came then was the push service's own doing. */
  readonly opened: boolean
}

/** What a connection tells its owner. Nothing is told after it was disposed. */
export interface SocketEvents {
  /** The namespace is joined. */
  connected(): void
  /** "Something changed here", whatever the payload said (protocol.md 1.8). */
  hint(): void
  /** The server refused the namespace (CONNECT_ERROR). */
  refused(message: string): void
  lost(loss: Loss): void
}

/** Opens one connection; disposing it hangs up. */
export type Connect = (address: SocketAddress, events: SocketEvents) => Disposable

/** The same among many links; it may find no room. */
export type Seat = (
  address: SocketAddress,
  events: SocketEvents & {
    /** Not even tried: through the proxy of this network there is no room. */
    crowded(): void
  },
) => Disposable
