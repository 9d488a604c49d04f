/** What went wrong with a call to Graph, in the terms of what a caller can do about it. */
export type GraphFailure =
  /** Nothing answered: no network, no such host, no trust in its certificate. `code` says which. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'timeout' }
  /** Only the user can help: sign in again. */
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  /** The deltaLink is dead. Start over at `restartUrl`, or without a token when there is none (protocol.md 2.3). */
  | { readonly kind: 'resync-required'; readonly restartUrl: string | null }
  | { readonly kind: 'not-supported' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  | { readonly kind: 'server' }
  /** An answer that does not parse, or an address that is not Graph's. */
  | { readonly kind: 'malformed' }
  | { readonly kind: 'unexpected' }

/** What the log and a support case need to know of it. */
export interface GraphFacts {
  readonly status: number | null
  readonly code: string | null
  readonly requestId: string | null
  /** Microsoft's own text, for people who develop. It may name addresses: never logged. */
  readonly message: string | null
}

export type GraphError = GraphFailure & GraphFacts

/** A failure with what is known of it. */
export function graphError(failure: GraphFailure, facts: Partial<GraphFacts> = {}): GraphError {
  return { status: null, code: null, requestId: null, message: null, ...facts, ...failure }
}

/** `code` where a proxy on the way wants to know who uses it. */
export const proxyPasswordCode = 'proxyPassword'
