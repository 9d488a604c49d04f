import type { Filter } from '../../preload/contract/activity.ts'
import { type BurstPart, readParts } from './burst-parts.ts'
import { readChange } from './change-row.ts'
import type { Database } from './database.ts'
import type { Words } from '../../preload/words/words.ts'
import { drivesCalled } from './drives-called.ts'
import { newestFirst, type StoredChange } from './stored-change.ts'
import { foldsBursts, isWanted } from './filter.ts'
import { searchFor } from './search-index.ts'

/** One page of kept changes, newest first; of a burst, only its newest, unless something was looked for. */
export interface ChangePage {
  readonly changes: readonly StoredChange[]
  /** What the bursts consist of that rows of this page stand for, by their id. */
  readonly bursts: ReadonlyMap<string, readonly BurstPart[]>
  /** Hand back to read on; null at the end. */
  readonly next: string | null
}

interface Cursor {
  readonly at: number
  readonly seq: number
}

/** Rows read at once for an export. */
const atOnce = 500

const beginning: Cursor = { at: Number.MAX_SAFE_INTEGER, seq: Number.MAX_SAFE_INTEGER }

/** The page after a cursor, or the newest; nothing after a cursor that is none of ours. */
export function readPage(
  database: Database,
  filter: Filter,
  before: string | null,
  limit: number,
  words: Words,
): ChangePage {
  const cursor = before === null ? beginning : cursorOf(before)
  if (cursor === null) return { changes: [], bursts: new Map(), next: null }
  const folds = foldsBursts(filter)
  const rows = rowsBefore(database, filter, folds, cursor, limit + 1, words)
  const unkept = [...database.unkept.values()].filter(
    (change) => isBefore(change, cursor) && isWanted(change, filter, words),
  )
  const all = [...(folds ? foldedIn(unkept) : unkept), ...rows].sort(newestFirst)
  const changes = all.slice(0, limit)
  const last = changes.at(-1)
  return {
    changes,
    bursts: folds ? partsOf(database, changes, filter.subscriptionId) : new Map(),
    next: last && all.length > limit ? `${last.at}.${last.id}` : null,
  }
}

/** Every change that a filter asks for, newest first, each burst unfolded; read some at a time. */
export function* everyChange(database: Database, filter: Filter, words: Words): Generator<StoredChange> {
  yield* [...database.unkept.values()].filter((change) => isWanted(change, filter, words)).sort(newestFirst)
  let cursor: Cursor | null = beginning
  while (cursor !== null) {
    const rows: readonly StoredChange[] = rowsBefore(database, filter, false, cursor, atOnce, words)
    yield* rows
    const last = rows.at(-1)
    cursor = last && rows.length === atOnce ? { at: last.at, seq: Number(last.id) } : null
  }
}

/** How many changes a filter asks for, each of a burst counted. */
export function countMatches(database: Database, filter: Filter, words: Words): number {
  const { from, sql, values } = searchFor(database, filter, drivesCalled(database, words))
  const place = sql === '' ? 'changes INDEXED BY changes_newest' : from
  const query = `SELECT count(*) AS n FROM ${place} WHERE state <> 'open'${sql}`
  const kept = database.count(query, values)
  return kept + [...database.unkept.values()].filter((change) => isWanted(change, filter, words)).length
}

function rowsBefore(
  database: Database,
  filter: Filter,
  folds: boolean,
  { at, seq }: Cursor,
  limit: number,
  words: Words,
): readonly StoredChange[] {
  const { from, sql, values } = searchFor(database, filter, drivesCalled(database, words))
  const found = `SELECT seq FROM ${from}
    WHERE state <> 'open' AND (at, seq) < (?, ?)${folds ? ` AND head >= ${filter.subscriptionId === null ? 2 : 1}` : ''}${sql}
    ORDER BY at DESC, seq DESC LIMIT ?`
  const query = `SELECT * FROM changes WHERE seq IN (${found}) ORDER BY at DESC, seq DESC`
  return database.rows(query, [at, seq, ...values, limit], readChange)
}

function partsOf(
  database: Database,
  changes: readonly StoredChange[],
  subscriptionId: string | null,
): ReadonlyMap<string, readonly BurstPart[]> {
  const bursts = new Set(changes.flatMap(({ burst }) => burst ?? []))
  const parts = [...bursts].map((burst) => [burst, readParts(database, burst, subscriptionId)] as const)
  return new Map(parts.filter(([, all]) => all.reduce((sum, { count }) => sum + count, 0) > 1))
}

/** Of each burst, only the newest. */
export function foldedIn(changes: readonly StoredChange[]): readonly StoredChange[] {
  const newest = new Map<string, StoredChange>()
  for (const change of [...changes].sort(newestFirst)) {
    const key = change.burst ?? change.id
    if (!newest.has(key)) newest.set(key, change)
  }
  return [...newest.values()]
}

const isBefore = (change: StoredChange, { at, seq }: Cursor): boolean =>
  change.at < at || (change.at === at && Number(change.id) < seq)

/** Times may lie before 1970, and are whole numbers. */
function cursorOf(text: string): Cursor | null {
  const [, at, seq] = /^(-?\d{1,16})\.(\d{1,16})$/.exec(text) ?? []
  return at === undefined || seq === undefined ? null : { at: Number(at), seq: Number(seq) }
}
