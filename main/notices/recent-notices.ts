import { noFilter } from '../../preload/contract/activity.ts'
import type { History } from '../history/history.ts'
import type { StoredChange } from '../history/stored-change.ts'
import {
  type Burst,
  type DigestCause,
  digestName,
  idOfDigest,
  keyOf,
  keysOf,
  noticeOfRow,
  quietMs,
  type ToldGap,
} from './bursts.ts'
import { BurstSummary } from './burst-summary.ts'
import { type Acts, actsOnBurst, actsOnChange, actsOnDigest } from './actions.ts'
import type { PendingNotice } from './grouping.ts'

const mostRecent = 20
const mostRecounted = 10_000

/** The notices that an earlier run of the app told a moment ago: what comes now rewrites them. */
export function recentNotices(history: History, now: number): readonly Burst[] {
  const { changes } = history.page({ ...noFilter, told: true }, null, mostRecent)
  const heads = changes.filter(({ toldAt }) => toldAt !== null && Math.abs(now - toldAt) < quietMs)
  const notices = Map.groupBy(heads, ({ burst }) => burst && noticeOfRow(burst))
  const bursts = [...notices].flatMap(([id, rows]): Burst | [] => {
    if (id === null) return []
    const all = rows.flatMap((head) => {
      const { changes: kept } = history.burst(head.burst ?? id, 0, mostRecounted)
      return kept.length > 0 ? kept : [head]
    })
    all.sort((a, b) => Number(a.id) - Number(b.id))
    // One missed change was told by itself; more of them make it a digest.
    const isMissed = all.every(({ missed }) => missed !== null)
    const causes = isMissed ? all.flatMap(({ missed }) => missed?.cause ?? []) : []
    const toldAt = Math.max(...rows.map((head) => head.toldAt ?? now))
    return burstAgain(id, all, new Set(causes), toldAt) ?? []
  })
  const digest = history.latestDigest(now - quietMs, mostRecounted)
  if (digest === null || digest.toldAt >= now + quietMs) return bursts
  const causes = new Set<DigestCause>([digest.cause ?? 'daily'])
  const again = burstAgain(idOfDigest(digest.id), digest.changes, causes, digest.toldAt)
  return [...(again ? [again] : []), ...bursts]
}

/** `all`: what it told, oldest first. `causes`: those of a digest. */
function burstAgain(
  id: string,
  all: readonly StoredChange[],
  causes: ReadonlySet<DigestCause>,
  toldAt: number,
): Burst | null {
  const [first, ...later] = all
  if (!first) return null
  const summary = new BurstSummary(first)
  for (const change of later) summary.add(change)
  const subscriptionIds = new Set(all.map(({ subscriptionId }) => subscriptionId))
  const rows = new Map(all.flatMap((each) => keysOf(each).map((key) => [key, each.burst ?? id] as const)))
  const kind = causes.size > 0 ? 'digest' : 'news'
  return {
    id,
    kind,
    subscriptionIds,
    rows,
    isBroad: kind === 'news' && new Set(all.map(keyOf)).size > 1,
    causes,
    summary,
    // Quit and started again within the minute, the app was away a second time.
    toldGap: kind === 'digest' ? toldGap(all) : null,
    raisedAt: Math.min(...all.map((each) => each.toldAt ?? toldAt)),
    at: toldAt,
  }
}

function toldGap(all: readonly StoredChange[]): ToldGap {
  const batches = new Map<string, number>()
  for (const { subscriptionId, batch } of all)
    batches.set(subscriptionId, Math.max(batch, batches.get(subscriptionId) ?? 0))
  return { latestFrom: Math.max(...all.map(({ missed }) => missed?.from ?? 0)), batches }
}

/** The notices that may be rewritten, those that tell changes of which more was learned since as they are known now. */
export function rewrittenNotices(
  history: History,
  open: readonly Burst[],
  learned: ReadonlySet<string>,
  now: number,
): readonly Burst[] {
  const concerned = open.filter((burst) => [...learned].some((id) => tells(burst, id, history)))
  if (concerned.length === 0) return []
  const known = recentNotices(history, now)
  return concerned.flatMap((burst) => {
    const again = known.find(({ id, kind }) => id === burst.id && kind === burst.kind)
    // of very many not all are counted again
    if (!again || again.summary.count < burst.summary.count) return []
    return { ...again, isBroad: burst.isBroad || again.isBroad, raisedAt: burst.raisedAt, at: burst.at }
  })
}

/** Says again what a notice says: nothing new happened. */
export const rewritten = (burst: Burst): PendingNotice => ({ ...burst, burst, ids: [], rowOf: new Map() })

function tells({ id }: Burst, changeId: string, history: History): boolean {
  const change = history.find(changeId)
  if (change === null) return false
  return (change.burst !== null && noticeOfRow(change.burst) === id) || change.digest === digestName(id)
}

/** What can be done from a notice that an earlier run showed, by its id; null: nothing of it is kept. */
export function actsAgain(history: History, noticeId: string): Acts | null {
  const [, kind, id] = /^(change|digest)-(.+)$/.exec(noticeId) ?? []
  if (kind === undefined || id === undefined) return null
  const { changes } = history.burst(id, 0, mostRecounted)
  const burst = burstAgain(id, changes.toReversed(), new Set(), 0)
  if (burst === null) return kind === 'digest' ? actsOnDigest(digestName(id)) : null
  return burst.summary.count === 1 ? actsOnChange(burst.summary.latest) : actsOnBurst(rewritten(burst))
}
