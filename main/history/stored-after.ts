import { readChange } from './change-row.ts'
import type { Database } from './database.ts'
import type { StoredChange } from './stored-change.ts'

/** Changes in the order in which they were stored. */
export interface StoredAfter {
  readonly changes: readonly StoredChange[]
  /** From where to ask on: before it, nothing is still to come. */
  readonly until: number
}

const atOnce = 500

/** The number of the change that was stored last. */
export function latestStored(database: Database): number {
  return Math.max(
    database.count('SELECT coalesce(max(seq), 0) AS n FROM changes'),
    ...database.unkept.keys(),
    0,
  )
}

/** What was stored after a change, but for what is older than following. A set that is still being stored may come in before what is there already. */
export function storedAfter(database: Database, seq: number): StoredAfter {
  const query = `SELECT * FROM changes WHERE seq > ? AND state <> 'open'
    AND verdict IS NOT 'before-followed' ORDER BY seq LIMIT ?`
  const kept = database.rows(query, [seq, atOnce], readChange)
  const unkept =
    kept.length < atOnce ? [...database.unkept.values()].filter(({ id }) => Number(id) > seq) : []
  const changes = [...kept, ...unkept].sort((a, b) => Number(a.id) - Number(b.id))
  const open = database.rows(
    `SELECT seq FROM changes WHERE seq > ? AND state = 'open' ORDER BY seq LIMIT 1`,
    [seq],
    (row) => Number(row.seq),
  )[0]
  const last = Number(changes.at(-1)?.id ?? seq)
  return { changes, until: open === undefined ? last : Math.min(last, open - 1) }
}
