import { afterEach, beforeEach, expect, test } from 'vitest'
import { noFilter } from '../../../preload/contract/activity.ts'
import type { Change } from '../../../main/history/change.ts'
import { DriveStore } from '../../../main/drive/drive-store.ts'
import type { Database } from '../../../main/history/database.ts'
import type { History } from '../../../main/history/history.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { openHistory } from './opened.ts'
import { hourMs } from '../../../main/kit/time.ts'

const noon = new Date(2026, 10, 19, 12).getTime()
const ada = { kind: 'user', id: 'ada', name: 'Ada Okafor', email: null } as const
const bo = { kind: 'user', id: 'bo', name: 'Bo Lindqvist', email: null } as const
let database: Database
let history: History
let store: DriveStore

beforeEach(() => {
  const clock = new VirtualClock(new Date(noon))
  ;({ database, history } = openHistory(clock))
  store = new DriveStore(database, { subscriptionId: 's', accountId: 'a', driveName: 'My files' })
})

afterEach(() => database[Symbol.dispose]())

/** One sync, with one change in it. */
function found(facts: Partial<Change>): void {
  const change: Change = {
    kind: 'edited',
    itemId: 'f',
    itemKind: 'file',
    name: 'budget.xlsx',
    oldName: null,
    parentId: null,
    who: ada,
    at: noon,
    size: 100,
    sizeBefore: 90,
    webUrl: null,
    alongside: 0,
    detail: null,
    ...facts,
  }
  const place = { place: [], folders: [], folderUrl: null }
  const judged = { id: change.itemId, before: null, after: null, change, place }
  store.commit({ judged: [judged], state: {}, close: { missed: null } })
}

const rows = () => history.page(noFilter, null, 10).changes

test('a file saved again and again by one person on one day is one row that counts', () => {
  found({})
  const [first] = rows()
  history.settle([first?.id ?? ''], 'told')
  history.markAllSeen()
  found({ at: noon + hourMs, size: 120, sizeBefore: 100 })
  found({ at: noon + 2 * hourMs, size: 104, sizeBefore: 120 })
  expect(rows()).toMatchObject([
    { times: 3, since: noon, at: noon + 2 * hourMs, size: 104, sizeFirst: 90, verdict: null, seen: false },
  ])
  expect(history.pending().changes).toHaveLength(1)
})

test('what settles the older row meanwhile does not settle the newer save', () => {
  found({})
  const [first] = history.pending().changes
  found({ at: noon + 1_000 })
  history.settle([first?.id ?? ''], 'told')
  expect(history.pending().changes).toMatchObject([{ times: 2 }])
})

test('a row that was part of a burst leaves it, and another one stands for the burst', () => {
  found({ itemId: 'g' })
  found({ at: noon + 1_000 })
  history.settle(
    rows().map(({ id }) => id),
    'told',
    { burst: 'b' },
  )
  expect(rows()).toHaveLength(1)
  found({ at: noon + 2_000 })
  expect(rows()).toMatchObject([{ itemId: 'f', times: 2, burst: null }, { itemId: 'g' }])
})

const others: readonly (readonly [string, Partial<Change>])[] = [
  ['by somebody else', { who: bo }],
  ['by nobody known', { who: null }],
  ['on another day', { at: noon + 24 * hourMs }],
  ['of another file', { itemId: 'g' }],
  ['of another kind', { kind: 'renamed' }],
]

test.each(others)('a change %s is a row of its own', (_, facts) => {
  found({})
  found({ at: noon + 1_000, ...facts })
  expect(rows()).toMatchObject([{ times: 1 }, { times: 1 }])
})

test('after somebody else saved the file, a new story begins', () => {
  found({})
  found({ at: noon + 1_000, who: bo })
  found({ at: noon + 2_000 })
  expect(rows()).toMatchObject([{ times: 1 }, { times: 1 }, { times: 1 }])
})
