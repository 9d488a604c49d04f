import type { AwayLine, Filter } from '../../preload/contract/activity.ts'
import { readChange } from './change-row.ts'
import type { Database } from './database.ts'
import type { StoredChange } from './stored-change.ts'

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
  return database.rows(query, [from, until], (row) => ({
    id: String(row.id),
    cause: String(row.cause) as Digest['cause'],
    from: Number(row.from_at),
    until: Number(row.until_at),
    count: Number(row.count),
  }))
}

/** A digest and what it told. */
export interface ToldDigest {
  readonly id: string
  /** Null: it told of no time in which nobody was told. */
  readonly cause: Digest['cause'] | null
  readonly toldAt: number
  /** Oldest first. */
  readonly changes: readonly StoredChange[]
}

/** The digest that was told last, if it was after a time. */
export function latestDigest(database: Database, after: number, limit: number): ToldDigest | null {
  const latest = `
    SELECT digest, told_at, (SELECT cause FROM digests WHERE id = digest) AS cause FROM changes
    WHERE digest IS NOT NULL AND told_at > ? ORDER BY told_at DESC LIMIT 1`
  const rows = 'SELECT * FROM changes WHERE digest = ? ORDER BY seq LIMIT ?'
  return database.read(() => {
    const row = database.prepare(latest).get(after)
    if (!row) return null
    const { digest = null, cause, told_at: toldAt } = row
    const changes = database.prepare(rows).all(digest, limit).map(readChange)
    return { id: String(digest), cause: cause as Digest['cause'] | null, toldAt: Number(toldAt), changes }
  }, null)
}

/** To be called in a transaction. */
export function deleteDigests(database: Database, from: number, until: number): void {
  database.prepare('DELETE FROM digests WHERE until_at >= ? AND until_at < ?').run(from, until)
}

/** Digests tell of everything that came in a time: beside a choice of changes their counts would be wrong. */
export function asksForATime({ text, person, kinds, subscriptionId, told }: Filter): boolean {
  return text.trim() === '' && person === null && kinds === null && subscriptionId === null && told === null
}
