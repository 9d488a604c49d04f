import type { GraphError } from '../graph/graph-error.ts'
import { backoffMs } from '../kit/backoff.ts'
import { assertNever } from '../kit/result.ts'
import type { Loss } from './socket.ts'
import { minuteMs, hourMs } from '../kit/time.ts'

/** Why there is no link. */
export type LinkCause =
  | { readonly kind: 'graph'; readonly error: GraphError }
  /** The push service does not let us join. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'lost'; readonly loss: Loss }
  /** Others have all the room there is. */
  | { readonly kind: 'crowded' }
  /** Graph answered, yet no websocket could be opened. */
  | { readonly kind: 'unopened'; readonly loss: Loss }

/** What keeps a link from being live, how often in a row (0 the first time), and since when. */
export interface Trouble {
  readonly cause: LinkCause
  readonly attempt: number
  readonly since: number
  /** Websockets in a row that did not open although Graph answered. */
  readonly unopened: number
  /** Connections in a row that opened and were then refused by the push service. */
  readonly refused: number
  /** The drive was read meanwhile: whatever Graph says of its endpoint, there is access, and the drive is there. */
  readonly isRead: boolean
}

/** How a cause wants to be tried again. Attempts count within one manner. */
type Manner = 'soon' | 'slowly' | 'when-told' | 'hourly' | 'no-access' | 'gone'

const soon = { firstMs: 1_000, maxMs: minuteMs }
/** `notSupported` comes and goes on drives that otherwise work: never permanent (protocol.md 1.11). */
const slowly = { firstMs: minuteMs, maxMs: 15 * minuteMs }
const noAccess = { firstMs: 5_000, maxMs: minuteMs }
/** "Gone" is transient at times: three tries over minutes (protocol.md 2.10). */
const gone = { firstMs: 30_000, maxMs: 120_000 }
const refusalTries = 3
/** One websocket may fail for many reasons; so many in a row are blocked by something on the way. */
const blockedTries = 3
/** These say that the push service itself answered. */
const ofTheService: ReadonlySet<number | null> = new Set([401, 429, 503])

/** The trouble after one more failure. */
export function troubleAfter(before: Trouble | null, cause: LinkCause, now: number): Trouble {
  const goesOn = before !== null && mannerOf(before.cause) === mannerOf(cause)
  const inRow = {
    unopened: isUnopened(cause) ? (before?.unopened ?? 0) + 1 : 0,
    refused: cause.kind === 'refused' ? (before?.refused ?? 0) + 1 : 0,
  }
  return goesOn
    ? { ...before, ...inRow, cause, attempt: before.attempt + 1 }
    : { ...inRow, cause, attempt: 0, since: now, isRead: before?.isRead ?? false }
}

/** Does this network let no websocket through, while Graph can be asked? (protocol.md 1.11) */
export function isBlocked({ unopened }: Trouble): boolean {
  return unopened >= blockedTries
}

/** Does Microsoft's push service itself say no, again and again? The network is not to blame. */
export function isTurnedAway({ refused }: Trouble): boolean {
  return refused >= refusalTries
}

/** Is the drive read although Graph refuses to say where it can be listened to, or calls it locked? */
export function isContradicted({ cause, isRead }: Trouble): boolean {
  const manner = mannerOf(cause)
  return isRead && (manner === 'no-access' || manner === 'gone' || manner === 'hourly')
}

/** Was nobody reached at all, so that the network may be away? */
export function isUnreached({ cause }: Trouble): boolean {
  return cause.kind === 'graph' && (cause.error.kind === 'offline' || cause.error.kind === 'timeout')
}

/** How long to wait before the next try (protocol.md 1.11, 2.10). */
export function waitMs(trouble: Trouble, roll: number): number {
  const { cause, attempt, unopened, refused } = trouble
  if (isBlocked(trouble)) return backoffMs(slowly, unopened - blockedTries, roll)
  if (isTurnedAway(trouble)) return backoffMs(slowly, refused - refusalTries, roll)
  if (isContradicted(trouble)) return backoffMs(slowly, attempt, roll)
  const manner = mannerOf(cause)
  switch (manner) {
    case 'soon':
      return backoffMs(soon, attempt, roll)
    case 'slowly':
      return backoffMs(slowly, attempt, roll)
    case 'when-told':
      return toldMs(cause) + Math.round(roll * 1_000)
    case 'hourly':
      return hourMs
    case 'no-access':
      return backoffMs(noAccess, attempt, roll)
    case 'gone':
      return backoffMs(gone, attempt, roll)
    default:
      return assertNever(manner)
  }
}

/** What Graph has said often enough to be believed. */
export function believedRefusal(trouble: Trouble): 'no-access' | 'gone' | null {
  const { cause, attempt } = trouble
  const manner = mannerOf(cause)
  if ((manner !== 'no-access' && manner !== 'gone') || isContradicted(trouble)) return null
  return attempt + 1 >= refusalTries ? manner : null
}

/** May a returning network or a waking computer have ended it? What Microsoft asked to wait for is waited for. */
export function mayBeOver({ cause }: Trouble): boolean {
  return mannerOf(cause) !== 'when-told'
}

function mannerOf(cause: LinkCause): Manner {
  if (cause.kind === 'crowded') return 'slowly'
  if (cause.kind !== 'graph') return 'soon'
  switch (cause.error.kind) {
    case 'throttled':
      return 'when-told'
    case 'locked':
      return 'hourly'
    case 'forbidden':
      return 'no-access'
    case 'not-found':
      return 'gone'
    case 'not-supported':
    case 'signed-out':
    case 'unexpected':
      return 'slowly'
    case 'offline':
    case 'timeout':
    case 'server':
    case 'malformed':
    case 'resync-required':
      return 'soon'
    default:
      return assertNever(cause.error)
  }
}

const isUnopened = (cause: LinkCause) => cause.kind === 'unopened' && !ofTheService.has(cause.loss.status)

function toldMs(cause: LinkCause): number {
  return cause.kind === 'graph' && cause.error.kind === 'throttled' ? cause.error.retryAfterMs : 0
}
