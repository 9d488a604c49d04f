import { setImmediate } from 'node:timers/promises'
import type { DriveItem } from '../graph/schemas.ts'
import { deltaPages } from '../graph/delta.ts'
import type { GraphError } from '../graph/graph-error.ts'
import { ok, type Result } from '../kit/result.ts'
import { changesIn } from './changes.ts'
import { collapse, deltaSet } from './delta-set.ts'
import type { DriveStore } from './drive-store.ts'
import type { Known } from './known-item.ts'
import { earlier, ended, notKept, part, placed, storeItems, type Reading } from './read-delta.ts'

const sliceSize = 500
const deepest = 256

/** Where reading a drive anew begins: where it was interrupted, or at the start, where Microsoft says that is. */
export type Anew = 'where-it-ended' | { readonly restartUrl: string | null }

/**
 * The deltaLink is dead: the drive is read anew, compared with the index page by page, and what was not met is gone
 * (protocol.md 2.3). Continues where it was interrupted, also after a restart; begins again at most once, at the start.
 */
export async function readAnew(reading: Reading, from: Anew): Promise<Result<number, GraphError>> {
  const { resyncLink, resyncPages } = reading.store.state
  // what an interrupted try met on the first page may be gone since: the new try lists what there is now
  const place = from === 'where-it-ended' && resyncPages === 0 ? { restartUrl: resyncLink } : from
  if (place !== 'where-it-ended' && !begin(reading, place.restartUrl)) return notKept
  const first = await readOn(reading)
  if (first.ok || first.error.kind !== 'resync-required') return first
  return begin(reading, null) ? readOn(reading) : notKept // where a 410 leads to a 410, no place is to be believed
}

function begin({ store, feed, clock }: Reading, restartUrl: string | null): boolean {
  const resyncLink = restartUrl ?? feed.start({ latest: false })
  const generation = store.state.generation + 1
  const state = { resyncLink, generation, resyncSince: clock.now(), resyncPages: 0, learnLink: null }
  return store.commitToDisk({ judged: [], state, close: null })
}

async function readOn(reading: Reading): Promise<Result<number, GraphError>> {
  const { graph, store, signal } = reading
  let found = 0
  for await (const page of deltaPages(graph, reading.feed, store.state.resyncLink ?? '', reading)) {
    if (signal.aborted) return ended
    if (!page.ok) return page
    const { next, date } = page.value
    const items = new Map<string, DriveItem>()
    collapse(items, page.value.items)
    const { resyncPages, resyncSince } = store.state
    const place = next.kind === 'more' ? { resyncLink: next.url, resyncPages: resyncPages + 1 } : {}
    const state = { ...place, resyncSince: earlier(resyncSince, date) }
    const stored = await storeItems(reading, items, 'everything', { state, close: null })
    if (!stored.ok) return stored
    found += stored.value
    if (next.kind === 'more') continue
    const gone = await buryTheRest(reading)
    if (!gone.ok) return gone
    return finish(store, next.deltaLink) ? ok(found + gone.value) : notKept
  }
  return ended
}

function finish(store: DriveStore, deltaLink: string): boolean {
  const state = {
    deltaLink,
    since: store.state.resyncSince,
    resyncLink: null,
    completedAt: store.state.resyncSince,
  }
  return store.commitToDisk({
    judged: [],
    state,
    close: { missed: { cause: 'read-anew', from: store.state.since } },
  })
}

/** Items not met any more were deleted meanwhile: the outermost folder is told, what was inside is counted. */
async function buryTheRest(reading: Reading): Promise<Result<number, GraphError>> {
  const { store, clock, signal } = reading
  const below = new Map<string, number>()
  for await (const gone of notMet(reading)) {
    for (const known of gone) {
      const top = topOf(known, store)
      if (top !== known.id) below.set(top, (below.get(top) ?? 0) + 1)
    }
  }
  let found = 0
  for await (const gone of notMet(reading)) {
    const withFolder = new Set(gone.filter((each) => topOf(each, store) !== each.id).map(({ id }) => id))
    const nothing = deltaSet(new Map<string, DriveItem>(), () => null)
    const set = { ...nothing, withFolder, below }
    const known = (id: string) => store.knownBefore(id)
    const by = {
      set,
      since: store.state.since,
      followedAt: store.state.followedAt,
      now: clock.now(),
      completedAt: 0,
      lists: 'everything',
      known,
    } as const
    const judged = changesIn(gone.map(entry), by).map((each) => placed(each, by, reading))
    if (!store.commitToDisk({ judged, ...part })) return notKept
    found += judged.filter(({ change }) => change !== null).length
  }
  return signal.aborted ? ended : ok(found)
}

/** Some at a time, with a breath after each so that the app stays responsive. */
async function* notMet({ store, signal }: Reading): AsyncGenerator<readonly Known[], void> {
  for (let after = ''; !signal.aborted;) {
    const gone = store.notMet(after, sliceSize)
    const last = gone.at(-1)
    if (!last) return
    yield gone
    after = last.id
    await setImmediate()
  }
}

function topOf(known: Known, store: DriveStore): string {
  let top = known
  for (let depth = 0; depth < deepest; depth++) {
    const folder = top.parentId !== null && store.isNotMet(top.parentId) ? store.known(top.parentId) : null
    if (folder === null) return top.id
    top = folder
  }
  return known.id // folders inside each other in a ring
}

/** The deletion that the feed would have sent. */
function entry({ id, kind }: Known): DriveItem {
  const nothing = { name: null, parentId: null, size: null, eTag: null, cTag: null, hash: null, webUrl: null }
  const nobody = { createdBy: null, modifiedBy: null, createdAt: null, modifiedAt: null }
  const plain = { sharing: null, shared: null, sharingChanged: false, malware: false }
  return { id, kind, deleted: true, ...nothing, ...nobody, ...plain }
}
