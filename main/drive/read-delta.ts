import { setImmediate } from 'node:timers/promises'
import type { DriveItem } from '../graph/schemas.ts'
import { deltaPages, type Feed, type Paging } from '../graph/delta.ts'
import { graphError, type GraphError } from '../graph/graph-error.ts'
import type { Graph } from '../graph/graph.ts'
import type { Missed } from '../history/stored-change.ts'
import type { Log } from '../kit/log.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { changesIn, type Judged, itemPlaceOf } from './changes.ts'
import { carriers, countBelow } from './count-below.ts'
import { collapse, deltaSet, withBelow } from './delta-set.ts'
import type { DriveStore, SetPart } from './drive-store.ts'
import type { Circumstances } from './change-kind.ts'
import { type ItemLookup, type Known, remembered } from './known-item.ts'
import type { InScope } from './scope.ts'

/** What reading a drive needs. */
export interface Reading extends Paging {
  readonly feed: Feed
  readonly graph: Graph
  readonly store: DriveStore
  readonly log: Log
  /** Why nobody listened since the last set; null: somebody did. */
  readonly missed: Missed['cause'] | null
  /** What of the drive is followed. */
  readonly inScope: InScope
}

/** A set is read whole before it is judged, unless it is this large; then in parts. */
const mostAtOnce = 20_000
/** Stored in one transaction: a few milliseconds. */
const sliceSize = 500

/** The first sync of all: from now on (protocol.md 2.1). */
export async function readLatest(reading: Reading): Promise<Result<number, GraphError>> {
  const { graph, store, clock, feed } = reading
  const asked = clock.now()
  for await (const page of deltaPages(graph, feed, feed.start({ latest: true }), reading)) {
    if (!page.ok) return page
    const { next, date } = page.value
    if (next.kind === 'more') continue
    const since = earlier(asked, date)
    const state = { deltaLink: next.deltaLink, since, followedAt: nextSecond(date ?? asked) }
    return store.commit({ judged: [], state, close: null }) ? ok(0) : notKept
  }
  return ended
}

/** Reads and stores what differs since the deltaLink; answers how many changes there are (protocol.md 2.2). */
export async function readChanges(
  reading: Reading & { readonly deltaLink: string },
): Promise<Result<number, GraphError>> {
  const { graph, clock, signal, missed } = reading
  const close = { missed: missed && { cause: missed, from: reading.store.state.since } }
  let since = clock.now()
  const items = new Map<string, DriveItem>()
  let found = 0
  for await (const page of deltaPages(graph, reading.feed, reading.deltaLink, reading)) {
    if (signal.aborted) return ended
    if (!page.ok) return page
    const { next, date } = page.value
    since = earlier(since, date)
    collapse(items, page.value.items)
    if (next.kind === 'more' && items.size < mostAtOnce) continue
    const last = next.kind === 'done' ? { state: { deltaLink: next.deltaLink, since }, close } : part
    const stored = await storeItems(reading, items, 'changes', last)
    if (!stored.ok) return stored
    found += stored.value
    if (next.kind === 'done') return ok(found)
    items.clear()
  }
  return ended
}

/** When a set was asked for: items carry the server's times, and this computer's clock may be ahead of them. */
export const earlier = (asked: number, date: number | null): number => Math.min(asked, date ?? asked)

/** Times of items have no fractions: of what was done in the very second it cannot be known whether it was before. */
const nextSecond = (time: number): number => Math.floor(time / 1000 + 1) * 1000

/** A part of a set: nothing of it is told before the rest is stored. */
export const part = { state: {}, close: null } as const

/** Judges and stores items slice by slice; `last` goes with the last slice. Answers how many changes there are. */
export async function storeItems(
  reading: Reading,
  items: ReadonlyMap<string, DriveItem>,
  lists: Circumstances['lists'],
  last: Pick<SetPart, 'state' | 'close'>,
): Promise<Result<number, GraphError>> {
  const { store, clock, signal } = reading
  const known = onceEach((id) => store.knownBefore(id))
  const { since, followedAt, completedAt } = store.state
  const plain = deltaSet(items, known)
  const folders = carriers(items, known, plain.withFolder)
  const leaves = (after: string, limit: number) => store.leaves(after, limit)
  const set = folders.size === 0 ? plain : withBelow(plain, await countBelow(folders, items, known, leaves))
  const by: Circumstances = {
    set,
    since,
    followedAt,
    now: clock.now(),
    completedAt,
    lists,
    known,
  }
  const all = [...items.values()]
  let found = 0
  for (let start = 0; start === 0 || start < all.length; start += sliceSize) {
    const isLast = start + sliceSize >= all.length
    const judged = changesIn(all.slice(start, start + sliceSize), by).map((each) => placed(each, by, reading))
    const step = { judged, ...(isLast ? last : part) }
    // What a disk refuses is held in memory so that it is told; a whole drive would not fit.
    const isStored = lists === 'changes' ? store.commit(step) : store.commitToDisk(step)
    if (!isStored) return notKept
    found += judged.filter(({ change }) => change !== null).length
    if (isLast) break
    await setImmediate() // a breath, so that the app stays responsive
    if (signal.aborted) return ended
  }
  return ok(found)
}

/** What was known before a set stays so while the set is stored: each item is looked up once. */
function onceEach(look: ItemLookup): ItemLookup {
  const found = new Map<string, Known | null>()
  return (id) => {
    const before = found.get(id)
    if (before !== undefined) return before
    const now = look(id)
    found.set(id, now)
    return now
  }
}

/** Adds where it happened, as the folders are called after the set; nowhere when it is not followed. */
export function placed(
  judged: Judged,
  { set, known }: Pick<Circumstances, 'set' | 'known'>,
  { store, inScope }: Pick<Reading, 'store' | 'inScope'>,
): SetPart['judged'][number] {
  const look = (id: string) => {
    const item = set.items.get(id)
    return item && !item.deleted ? remembered(item, store.known(id)) : store.known(id)
  }
  const { change } = judged
  const isFollowed = change !== null && inScope(judged, { before: known, after: look })
  return { ...judged, place: isFollowed ? itemPlaceOf(change.parentId, look) : null }
}

/** Not Graph's failure: the disk is full, and what was read does not fit into memory. */
export const notKept = fail(graphError({ kind: 'unexpected' }, { code: 'diskFull' }))

/** Nobody waits for the answer any more. */
export const ended = fail(graphError({ kind: 'unexpected' }, { code: 'ended' }))
