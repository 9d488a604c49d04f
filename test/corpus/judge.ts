import { DriveStores } from '../../main/drive/drive-store.ts'
import { DriveSync } from '../../main/drive/drive-sync.ts'
import { driveFeed, listFeed } from '../../main/graph/delta.ts'
import { Graph } from '../../main/graph/graph.ts'
import { History } from '../../main/history/history.ts'
import { openDatabase } from '../../main/history/open-database.ts'
import type { StoredChange } from '../../main/history/stored-change.ts'
import { ok } from '../../main/kit/result.ts'
import { shown } from '../../preload/words/names.ts'
import { settled, VirtualClock } from '../story/virtual-clock.ts'
import { everything, quiet } from '../unit/drive/feed.ts'
import { type Entry, followed, type Raw, type Verdict } from './entry.ts'
import { english } from '../words.ts'

const origin = 'https://graph.microsoft.com'

/** Leads an entry through the real parts, from Graph's JSON to the kept changes, and answers what is to be told. */
export async function judged(kind: string, entry: Entry): Promise<readonly Verdict[]> {
  const clock = new VirtualClock()
  using database = openDatabase(':memory:', { clock, log: quiet }).database
  const history = new History({ database, clock, words: () => english })
  using sync = new DriveSync({
    subscriptionId: 's',
    accountId: 'a',
    driveName: 'My files',
    feed: kind === 'list' ? listFeed('site', 'list') : driveFeed('d'),
    scope: () => everything,
    graph: graphOf(entry, clock),
    stores: new DriveStores(database),
    clock,
    log: quiet,
    beginsAtTimes: false,
    askWho: null,
    stored() {},
    changed() {},
  })
  await sync.sync('joined')
  if (!entry.learning) sync.learn()
  await settled()
  for (const _ of setsOf(entry)) {
    const waiting = history.pending().changes.map(({ id }) => id)
    if (waiting.length > 0) history.settle(waiting, 'told')
    await clock.advance({ minutes: 10 })
    await sync.sync('safety')
  }
  return history.pending().changes.map(verdictOf).toSorted(byName)
}

/** What the feed brings every ten minutes; before the set to be judged there is always another look. */
function setsOf({ earlier = [], pages }: Entry): readonly (readonly (readonly Raw[])[])[] {
  const before = earlier.length > 0 ? earlier.map((set) => [set]) : [[[]]]
  return [...before, pages]
}

/** Tokens name a set and a page of it. */
function graphOf(entry: Entry, clock: VirtualClock): Graph {
  const sets = setsOf(entry)
  const fetch = async (address: string): Promise<Response> => {
    const token = new URL(address).searchParams.get('token')
    if (token === null) return page(entry.known, 'deltaLink', 'learned')
    if (token === 'latest') return page([], 'deltaLink', '0.0')
    const [set = 0, at = 0] = token.split('.').map(Number)
    const pages = clock.now() > followed ? (sets[set] ?? []) : []
    if (pages.length === 0) return page([], 'deltaLink', token)
    const isLast = at + 1 >= pages.length
    const next = isLast ? `${set + 1}.0` : `${set}.${at + 1}`
    return page(pages[at] ?? [], isLast ? 'deltaLink' : 'nextLink', next)
  }
  const token = async () => ok('token')
  const parts = { token, base: origin, ownOrigins: [origin], random: () => 0.5, log: quiet, version: '1.0.0' }
  return new Graph({ ...parts, fetch, clock })
}

const page = (value: readonly Raw[], link: string, token: string): Response =>
  Response.json({ value, [`@odata.${link}`]: `${origin}/v1.0/drives/d/root/delta?token=${token}` })

function verdictOf(change: StoredChange): Verdict {
  const { kind, name, oldName, who, place, alongside, detail } = change
  const scope = detail?.shared?.scope
  return {
    kind,
    name: name === null ? null : shown(name),
    who: who?.name ?? null,
    place: place.join('/'),
    ...(oldName !== null && { oldName }),
    ...(alongside > 0 && { alongside }),
    ...(scope && { scope }),
  }
}

const byName = (a: Verdict, b: Verdict): number =>
  (a.name ?? '').localeCompare(b.name ?? '') || a.kind.localeCompare(b.kind)

/** The verdicts of an entry in the same order. */
export const expectedOf = ({ expected }: Entry): readonly Verdict[] => expected.toSorted(byName)
