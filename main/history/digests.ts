import type { AwayLine, Filter } from '../../preload/activity.ts'
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

/** Those that ended in a time, newest first. */
export function readDigests(database: Database, from: number, until: number): readonly Digest[] {
  const query = 'SELECT * FROM digests WHERE until_at >= ? AND until_at < ? ORDER BY until_at DESC, id DESC'
  const rows = database.read(() => database.prepare(query).all(from, until), [])
  return rows.map((row) => ({
    id: String(row.id),
    cause: String(row.cause) as Digest['cause'],
    from: Number(row.from_at),
    until: Number(row.until_at),
    count: Number(row.count),
  }))
}

/** To be called in a transaction. */
export function deleteDigests(database: Database, from: number, until: number): void {
  database.prepare('DELETE FROM digests WHERE until_at >= ? AND until_at < ?').run(from, until)
}

/** Digests tell of everything that came in a time: beside a choice of changes their counts would be wrong. */
export function asksForATime({ text, person, kinds, subscriptionId, told }: Filter): boolean {
  return text.trim() === '' && person === null && kinds === null && subscriptionId === null && told === null
}
