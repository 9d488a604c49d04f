import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../../main/history/database.ts'
import { History } from '../../../main/history/history.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import type { StoredChange } from '../../../main/history/stored-change.ts'
import { logTo } from '../../../main/kit/log.ts'
import { digestOf } from '../../../main/notices/bursts.ts'
import { recentNotices } from '../../../main/notices/recent-notices.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { aChange, keep } from '../history/a-change.ts'
import { english } from '../../words.ts'

const clock = new VirtualClock()
let database: Database
let history: History

beforeEach(() => {
  database = openDatabase(':memory:', { clock, log: logTo(() => {}) }).database
  history = new History({ database, clock, words: () => english })
})
afterEach(() => database[Symbol.dispose]())

/** What an earlier run told by one notice. */
function told(...changes: readonly Partial<StoredChange>[]): void {
  const all = changes.map((facts, n) => aChange({ id: String(n + 1), at: clock.now(), ...facts }))
  keep(database, all)
  history.settle(
    all.map(({ id }) => id),
    'told',
    { burst: '1' },
  )
}

const missed = { missed: { cause: 'away', from: 1 } } as const

test.each([
  ['one change', [{}], { kind: 'news', isBroad: false, count: 1 }],
  ['one person in one folder', [{}, {}], { kind: 'news', isBroad: false, count: 2 }],
  ['one person in two folders', [{}, { parentId: 'q' }], { kind: 'news', isBroad: true, count: 2 }],
  ['two drives', [{}, { subscriptionId: 't' }], { kind: 'news', isBroad: true, count: 2 }],
  ['a missed change', [missed], { kind: 'digest', isBroad: false, count: 1 }],
  [
    'missed ones in two folders',
    [missed, { ...missed, parentId: 'q' }],
    { kind: 'digest', isBroad: false, count: 2 },
  ],
  ['a missed one and news', [missed, {}], { kind: 'news', isBroad: false, count: 2 }],
] as const)('what was told a moment ago goes on as it was: %s', (_, changes, expected) => {
  told(...changes)
  const found = recentNotices(history, clock.now()).map(({ kind, isBroad, summary }) => ({
    kind,
    isBroad,
    count: summary.count,
  }))
  expect(found).toEqual([expected])
})

test('after a minute it is over', () => {
  told({})
  expect(recentNotices(history, clock.now() + 59_999)).toHaveLength(1)
  expect(recentNotices(history, clock.now() + 60_000)).toEqual([])
})

test.each([
  ['another part of the same set', { batch: 4 }, true],
  ['a drive that was read later', { subscriptionId: 't', batch: 9 }, true],
  ['the next set of the same drive, missed from the same second on', { batch: 5 }, false],
  ['what was missed from a later moment on', { batch: 4, missed: { cause: 'away', from: 2 } }, false],
] as const)('a digest of an earlier run takes in %s: %s %s', (_, facts, isTaken) => {
  told({ batch: 4, missed: { cause: 'paused', from: 1 } })
  const change = aChange({ id: '2', missed: { cause: 'away', from: 1 }, ...facts })
  const found = digestOf(change, recentNotices(history, clock.now()))
  expect(found !== null).toBe(isTaken)
})
