import type { GraphError } from '../graph/graph-error.ts'
import { backoffMs } from '../kit/backoff.ts'
import { minuteMs, hourMs } from '../kit/time.ts'

/** Why a sync is wanted. A gap: nobody listened for a while, so what it finds was missed. */
export type SyncReason = 'hint' | 'joined' | 'safety' | Gap

/** Why nobody listened: the link was down or the computer asleep, or the drive was paused. */
export type Gap = 'away' | 'paused'

/** How far a drive is read. Times are of the even hand of the clock, where nothing else is said. */
export interface SyncState {
  readonly phase: 'idle' | 'reading'
  /** When the reading under way began. */
  readonly since: number | null
  /** By the wall clock: it outlives the app. */
  readonly lastCheckedAt: number | null
  /** When something had changed last. */
  readonly lastFoundAt: number | null
  /** Old items being learned in the background; null when all are known. */
  readonly learning: { readonly done: number; readonly about: number | null } | null
  /** Why the last sync failed. */
  readonly error: GraphError | null
  /** When it is tried again by itself. */
  readonly triesAgainAt: number | null
}

const quick = { firstMs: 2_000, maxMs: 5 * minuteMs }
const slow = { firstMs: minuteMs, maxMs: hourMs }

/** The code of a feed that is not found though its drive is there. */
export const feedNotFound = 'feedNotFound'

/** When a failed sync is tried again by itself (protocol.md 2.10). */
export function retryAfterMs(error: GraphError, attempt: number): number {
  switch (error.kind) {
    case 'throttled':
      return error.retryAfterMs
    case 'signed-out': // costs no request while the account is signed out; a refusal may pass
    case 'forbidden':
    case 'not-found':
    case 'not-supported':
      return backoffMs(slow, attempt, 0.5)
    case 'locked':
      return slow.maxMs
    case 'offline':
    case 'timeout':
    case 'server':
    case 'malformed':
    case 'unexpected':
    case 'resync-required':
      return backoffMs(error.code === feedNotFound ? slow : quick, attempt, 0.5)
  }
}
