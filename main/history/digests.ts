import type { AwayLine } from '../../preload/activity.ts'
import type { Database } from './database.ts'

/** A time in which nobody was told, and what came of it. */
export type Digest = AwayLine

/** Writes it down; again under the same id, the newer one holds. */
export function recordDigest(
  database: Database,
  { id, cause, from, until, count }: Digest,
  now: number,
): void {
  const insert =
    'INSERT OR REPLACE INTO digests (id, cause, from_at, until_at, count, told_at) VALUES (?, ?, ?, ?, ?, ?)'
  database.transact(() => {
    database.prepare(insert).run(id, cause, from, until, count, now)
  })
  database.changed.emit()
}
