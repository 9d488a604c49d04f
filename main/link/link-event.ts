import type { Endpoint } from '../graph/endpoint.ts'
import type { GraphError } from '../graph/graph-error.ts'
import type { Result } from '../kit/result.ts'
import type { Loss, SocketAddress } from './socket.ts'

/** What can happen to a link. */
export type LinkEvent =
  /** Begin; also a person's wish to try at once. */
  | { readonly kind: 'start' }
  | { readonly kind: 'stop' }
  /** The computer woke, or the network came back. */
  | { readonly kind: 'wake' }
  /** The drive was read: there is access to it. */
  | { readonly kind: 'read' }
  /** The deadline has come. */
  | { readonly kind: 'due' }
  /** Graph's answer, and how the URL in it may be read. */
  | {
      readonly kind: 'answered'
      readonly answer: Result<{ endpoint: Endpoint; addresses: readonly SocketAddress[] }, GraphError>
    }
  /** The fresh connection is joined. */
  | { readonly kind: 'connected' }
  | { readonly kind: 'refused'; readonly message: string }
  /** There was no room for the fresh connection. */
  | { readonly kind: 'crowded' }
  | { readonly kind: 'lost'; readonly which: Which; readonly loss: Loss }

/** The connection that serves, or the one beside it that is to take its place. */
export type Which = 'serving' | 'fresh'

/** What a step wants done. */
export type LinkEffect =
  | { readonly kind: 'ask' }
  /** Opens the fresh connection. */
  | { readonly kind: 'connect'; readonly address: SocketAddress }
  /** The fresh connection serves from now on; the old one, if there is one, is hung up. */
  | { readonly kind: 'adopt' }
  | { readonly kind: 'hang-up'; readonly which: Which }
  /** Catch up: nobody heard meanwhile. */
  | { readonly kind: 'sync' }
