import type { GraphError } from '../graph/graph-error.ts'

/** Why a sync is wanted. A gap: nobody listened for a while, so what it finds was missed. */
export type SyncReason = 'hint' | 'joined' | 'safety' | Gap

/** Why nobody listened: the link was down or the computer asleep, or the drive was paused. */
export type Gap = 'away' | 'paused'

/** How far a drive is read. Times are milliseconds since 1970. */
export interface SyncState {
  readonly phase: 'idle' | 'reading'
  /** When the reading under way began. */
  readonly since: number | null
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
