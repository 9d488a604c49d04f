import type { Filter } from '../../preload/activity.ts'
import { readChange } from './change-row.ts'
import type { Database } from './database.ts'
import type { StoredChange } from './stored-change.ts'
import { conditionsOf, foldsBursts, isWanted } from './wanted-changes.ts'

/** What a row that stands for a burst says of it. */
export interface BurstSpan {
  readonly count: number
  readonly since: number
  readonly until: number
}

/** One page of kept changes, newest first; of a burst, only its newest, unless something was looked for. */
export interface ChangePage {
  readonly changes: readonly StoredChange[]
  /** Of the bursts that rows of this page stand for, by their id. */
  readonly bursts: ReadonlyMap<string, BurstSpan>
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
): ChangePage {
  const cursor = before === null ? beginning : cursorOf(before)
  if (cursor === null) return { changes: [], bursts: new Map(), next: null }
  const folds = foldsBursts(filter)
  const rows = rowsBefore(database, filter, folds, cursor, limit + 1)
  const unkept = [...database.unkept.values()].filter(
    (change) => isBefore(change, cursor) && isWanted(change, filter),
  )
  const all = [...(folds ? heads(unkept) : unkept), ...rows].sort(newestFirst)
  const changes = all.slice(0, limit)
  const last = changes.at(-1)
  return {
    changes,
    bursts: folds ? spansOf(database, changes) : new Map(),
    next: last && all.length > limit ? `${last.at}.${last.id}` : null,
  }
}

/** Every change that a filter asks for, newest first, each burst unfolded; read some at a time. */
export function* everyChange(database: Database, filter: Filter): Generator<StoredChange> {
  yield* [...database.unkept.values()].filter((change) => isWanted(change, filter)).sort(newestFirst)
  let cursor: Cursor | null = beginning
  while (cursor !== null) {
    const rows: readonly StoredChange[] = rowsBefore(database, filter, false, cursor, atOnce)
    yield* rows
    const last = rows.at(-1)
    cursor = last && rows.length === atOnce ? { at: last.at, seq: Number(last.id) } : null
  }
}

/** How many changes a filter asks for, each of a burst counted. */
export function countMatches(database: Database, filter: Filter): number {
  const { sql, values } = conditionsOf(filter)
  const index = sql === '' ? 'changes_newest' : 'changes_search'
  const query = `SELECT count(*) AS n FROM changes INDEXED BY ${index} WHERE state <> 'open'${sql}`
  const kept = database.read(() => Number(database.prepare(query).get(...values)?.n), 0)
  return kept + [...database.unkept.values()].filter((change) => isWanted(change, filter)).length
}

/** The changes of a burst, newest first. */
export function readBurst(
  database: Database,
  burst: string,
  after: number,
  limit: number,
): { readonly changes: readonly StoredChange[]; readonly total: number } {
  const query = 'SELECT * FROM changes WHERE burst = ? ORDER BY at DESC, seq DESC LIMIT ?'
  const rows = database.read(
    () =>
      database
        .prepare(query)
        .all(burst, after + limit)
        .map(readChange),
    [],
  )
  const unkept = [...database.unkept.values()].filter((change) => change.burst === burst)
  const all = [...unkept, ...rows].sort(newestFirst)
  return { changes: all.slice(after, after + limit), total: spanOf(database, burst).count }
}

/** Newest first. */
export const newestFirst = (a: StoredChange, b: StoredChange): number =>
  b.at - a.at || Number(b.id) - Number(a.id)

function rowsBefore(
  database: Database,
  filter: Filter,
  folds: boolean,
  { at, seq }: Cursor,
  limit: number,
): readonly StoredChange[] {
  const { sql, values } = conditionsOf(filter)
  const found = `SELECT seq FROM changes INDEXED BY changes_search
    WHERE state <> 'open' AND (at, seq) < (?, ?)${folds ? ' AND head = 1' : ''}${sql}
    ORDER BY at DESC, seq DESC LIMIT ?`
  const query = `SELECT * FROM changes WHERE seq IN (${found}) ORDER BY at DESC, seq DESC`
  return database.read(
    () =>
      database
        .prepare(query)
        .all(at, seq, ...values, limit)
        .map(readChange),
    [],
  )
}

function spansOf(database: Database, changes: readonly StoredChange[]): ReadonlyMap<string, BurstSpan> {
  const bursts = new Set(changes.flatMap(({ burst }) => burst ?? []))
  const spans = [...bursts].map((burst) => [burst, spanOf(database, burst)] as const)
  return new Map(spans.filter(([, { count }]) => count > 1))
}

function spanOf(database: Database, burst: string): BurstSpan {
  const query = 'SELECT count(*) AS n, min(at) AS since, max(at) AS until FROM changes WHERE burst = ?'
  const row = database.read(() => database.prepare(query).get(burst), undefined)
  const times = [...database.unkept.values()].filter((change) => change.burst === burst).map(({ at }) => at)
  if (row && Number(row.n) > 0) times.push(Number(row.since), Number(row.until))
  const onlyUnkept = row && Number(row.n) > 0 ? times.length - 2 : times.length
  return { count: Number(row?.n ?? 0) + onlyUnkept, since: Math.min(...times), until: Math.max(...times) }
}

/** Of each burst, only the newest. */
function heads(changes: readonly StoredChange[]): readonly StoredChange[] {
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
