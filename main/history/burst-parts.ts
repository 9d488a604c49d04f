import type { ChangeKind } from '../../preload/contract/kinds.ts'
import type { Actor } from '../graph/schemas.ts'
import { readChange } from './change-row.ts'
import type { Database, SqlRow } from './database.ts'
import { newestFirst, type StoredChange, whoKey } from './stored-change.ts'
import { textsIn } from '../kit/json.ts'

/** Changes of a burst that are alike, counted. */
export interface BurstPart {
  readonly kind: ChangeKind
  readonly itemKind: StoredChange['itemKind']
  readonly subscriptionId: string
  readonly who: Actor | null
  readonly whoKey: string
  readonly count: number
  /** The first and the last by the alphabet of the names of these items. */
  readonly names: readonly [string | null, string | null]
  /** Of how many items these are the latest changes: each item of a burst is counted once. */
  readonly items: number
  readonly since: number
  readonly until: number
  /** The first and the last of their places in the order of their spelling: what these share, all share. */
  readonly places: readonly [readonly string[], readonly string[]]
}

/**
 * The newest change of a burst stands for it (2), and for its part in a drive the newest of that drive (1). To be called
 * in the transaction that touches changes of bursts.
 */
export function chooseHeads(database: Database, bursts: ReadonlySet<string>): void {
  const drives = database.prepare('SELECT DISTINCT subscription_id AS id FROM changes WHERE burst = ?')
  const newest = database.prepare(
    'SELECT seq, at FROM changes WHERE burst = ? AND subscription_id = ? ORDER BY at DESC, seq DESC LIMIT 1',
  )
  const fold = database.prepare(
    'UPDATE changes SET head = 0 WHERE burst = ? AND subscription_id = ? AND head > 0 AND seq <> ?',
  )
  const raise = database.prepare('UPDATE changes SET head = ? WHERE seq = ?')
  for (const burst of bursts) {
    const heads = drives.all(burst).map(({ id }) => {
      const { seq, at } = newest.get(burst, id ?? null) ?? {}
      fold.run(burst, id ?? null, Number(seq))
      return { seq: Number(seq), at: Number(at) }
    })
    heads.sort((a, b) => b.at - a.at || b.seq - a.seq)
    for (const [index, { seq }] of heads.entries()) raise.run(index === 0 ? 2 : 1, seq)
  }
}

/** What a burst consists of, in one drive or in all. */
export function readParts(
  database: Database,
  burst: string,
  subscriptionId: string | null,
): readonly BurstPart[] {
  const query = `
    SELECT kind, item_kind, subscription_id, who_kind, who_id, who_name, who_key, max(who_email) AS who_email, count(*) AS n, sum(latest) AS items,
      min(at) AS since, max(at) AS until, min(place) AS first, max(place) AS last,
      min(CASE WHEN latest THEN name END) AS first_name, max(CASE WHEN latest THEN name END) AS last_name
    FROM (
      SELECT *, row_number() OVER (PARTITION BY subscription_id, item_id ORDER BY at DESC, seq DESC) = 1 AS latest
      FROM changes WHERE burst = ? AND subscription_id = coalesce(?, subscription_id)
    )
    GROUP BY kind, item_kind, subscription_id, who_key`
  const kept = database.rows(query, [burst, subscriptionId], partOf)
  const unkept = [...database.unkept.values()].filter(
    (change) => change.burst === burst && (subscriptionId ?? change.subscriptionId) === change.subscriptionId,
  )
  return [...kept, ...unkept.map(partOfOne)]
}

/** The changes of a burst, newest first, without the first `after`. */
export function readBurst(
  database: Database,
  burst: string,
  after: number,
  limit: number,
): { readonly changes: readonly StoredChange[]; readonly total: number } {
  const query = 'SELECT * FROM changes WHERE burst = ? ORDER BY at DESC, seq DESC LIMIT ?'
  const rows = database.rows(query, [burst, after + limit], readChange)
  const kept = database.count('SELECT count(*) AS n FROM changes WHERE burst = ?', [burst])
  const unkept = [...database.unkept.values()].filter((change) => change.burst === burst)
  const all = [...unkept, ...rows].sort(newestFirst)
  return { changes: all.slice(after, after + limit), total: kept + unkept.length }
}

function partOf(row: SqlRow): BurstPart {
  const text = (name: string) => (row[name] === null ? null : String(row[name]))
  const whoKind = text('who_kind') as Actor['kind'] | null
  return {
    kind: String(row.kind) as ChangeKind,
    itemKind: String(row.item_kind) as StoredChange['itemKind'],
    subscriptionId: String(row.subscription_id),
    who: whoKind && { kind: whoKind, id: text('who_id'), name: text('who_name'), email: text('who_email') },
    whoKey: String(row.who_key),
    count: Number(row.n),
    items: Number(row.items),
    since: Number(row.since),
    until: Number(row.until),
    names: [text('first_name'), text('last_name')],
    places: [textsIn(row.first), textsIn(row.last)],
  }
}

function partOfOne(change: StoredChange): BurstPart {
  const { kind, itemKind, subscriptionId, who, at, place, name } = change
  const alone = {
    count: 1,
    items: 1,
    since: at,
    until: at,
    names: [name, name],
    places: [place, place],
  } as const
  return { kind, itemKind, subscriptionId, who, whoKey: whoKey(who), ...alone }
}
