import fc from 'fast-check'
import { expect, test } from 'vitest'
import { driveFeed } from '../../../main/graph/delta.ts'
import type { DriveItem } from '../../../main/graph/schemas.ts'
import { parseItem } from '../../../main/graph/schemas.ts'
import { DriveStore } from '../../../main/drive/drive-store.ts'
import { storeItems } from '../../../main/drive/read-delta.ts'
import { collapse } from '../../../main/drive/delta-set.ts'
import { History } from '../../../main/history/history.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { Feed, file, folder, quiet, root } from './feed.ts'
import { english } from '../../words.ts'

const clock = new VirtualClock()
const oldDay = Date.parse('2025-01-01T00:00:00Z')
const owner = { subscriptionId: 's', accountId: 'a', driveName: 'My files' }
const known = [
  root,
  folder('p', 'P', 'root', oldDay),
  folder('q', 'Q', 'root', oldDay),
  file('a', 'a', 'p', oldDay),
]
  .map(parseItem)
  .filter((item) => item !== null)

const base = known.find(({ id }) => id === 'a')
const item: fc.Arbitrary<DriveItem> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c'),
    name: fc.constantFrom('a', 'z'),
    parentId: fc.constantFrom('p', 'q'),
    size: fc.constantFrom(1, 2),
    deleted: fc.boolean(),
    createdAt: fc.constantFrom(oldDay, clock.now()),
  })
  .map((facts) => ({ ...(base as DriveItem), ...facts, hash: null, eTag: null, modifiedAt: oldDay }))

/** Stores each part as a part of one set, crashing in between where told, and answers what there is to tell. */
async function told(parts: readonly (readonly DriveItem[])[], crashes: boolean): Promise<readonly unknown[]> {
  using database = openDatabase(':memory:', { clock, log: quiet }).database
  const reading = (store: DriveStore) => ({
    feed: driveFeed('d'),
    inScope: () => true,
    graph: new Feed().graph(clock),
    store,
    clock,
    log: quiet,
    signal: new AbortController().signal,
    missed: null,
    limitMs: 30_000,
  })
  let store = new DriveStore(database, owner)
  const put = async (items: readonly DriveItem[], isLast: boolean) => {
    const all = new Map<string, DriveItem>()
    collapse(all, items)
    const close = isLast ? { missed: null } : null
    await storeItems(reading(store), all, 'changes', {
      state: { since: clock.now(), completedAt: oldDay },
      close,
    })
  }
  const history = new History({ database, clock, words: () => english })
  await put(known, true)
  history.settle(
    history.pending().changes.map(({ id }) => id),
    'told',
  )
  for (const [index, part] of parts.entries()) {
    await put(part, index === parts.length - 1)
    if (crashes) store = new DriveStore(database, owner)
  }
  return history
    .pending()
    .changes.map(({ kind, itemId, name, oldName, place }) => ({ kind, itemId, name, oldName, place }))
    .toSorted((a, b) => a.itemId.localeCompare(b.itemId))
}

test('a set stored at once or in any parts, crashing or not, read twice or not, is told the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(6), { maxLength: 3 }),
      fc.boolean(),
      fc.boolean(),
      async (set, cuts, crashes, twice) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b), set.length]
        const parts = edges.slice(1).map((end, index) => set.slice(edges[index], end))
        const read = twice ? [...parts.slice(0, -1), ...parts] : parts
        expect(await told(read, crashes)).toEqual(await told([set], false))
      },
    ),
    { numRuns: 60 },
  )
})
