import { afterEach, beforeEach, expect, test } from 'vitest'
import { noFilter } from '../../../preload/contract/activity.ts'
import type { Database } from '../../../main/history/database.ts'
import type { History } from '../../../main/history/history.ts'
import { type StoredChange, whoKey, whoKind } from '../../../main/history/stored-change.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { aChange, keep } from './a-change.ts'
import { openHistory } from './opened.ts'

const clock = new VirtualClock()
let database: Database
let history: History

beforeEach(() => {
  ;({ database, history } = openHistory(clock))
})

afterEach(() => database[Symbol.dispose]())

const who = (kind: 'user' | 'application', id: string | null, name: string | null): StoredChange['who'] => ({
  kind,
  id,
  name,
  email: null,
})

test('people are counted under their latest name, most changes first, and each finds exactly their changes', () => {
  const all = [
    who('user', 'ada', 'Ada Okafor'),
    who('user', 'ADA', 'Ada Lovelace-Okafor'),
    who('user', null, 'Guest Gil'),
    who('application', 'sync', 'Backup'),
    who('user', 'ada', 'Ada Lovelace-Okafor'),
    null,
    who('user', null, null),
  ]
  const changes = all.map((someone, n) => aChange({ id: String(n + 1), at: n, who: someone }))
  keep(database, changes.slice(1))
  database.unkept.set(1, changes[0] ?? aChange())
  const people = history.people('')
  expect(people.map(({ name, kind, changes: n }) => [name, kind, n])).toEqual([
    ['Ada Lovelace-Okafor', 'person', 3],
    ['', 'someone', 2],
    ['Backup', 'app', 1],
    ['Guest Gil', 'person', 1],
  ])
  for (const { key, changes: n } of people) expect(history.matches({ ...noFilter, person: key })).toBe(n)
  expect(history.people('okafor ADA').map(({ name }) => name)).toEqual(['Ada Lovelace-Okafor'])
  expect(history.people('nobody')).toEqual([])
})

const keys: readonly (readonly [StoredChange['who'], StoredChange['who'], boolean])[] = [
  [who('user', '1A2B', 'Ada'), who('user', '0000000000001a2b', null), true],
  [who('user', 'ada', 'Ada'), who('user', 'ada', 'Ada Okafor'), true],
  [who('user', 'ada', 'Ada'), who('user', 'bo', 'Ada'), false],
  [who('user', null, 'Ada'), who('user', null, 'Ada'), true],
  [who('user', null, 'Zoë'.normalize('NFC')), who('user', null, 'Zoë'.normalize('NFD')), true],
  [who('user', 'x', 'Sync'), who('application', 'x', 'Sync'), false],
  [null, who('user', null, null), true],
]

test.each(keys)('%j and %j are the same: %j', (a, b, isSame) => {
  expect(whoKey(a) === whoKey(b)).toBe(isSame)
})

test('a key of a name beyond measure is one the border takes', () => {
  expect(whoKey(who('user', null, 'x'.repeat(5_000))).length).toBeLessThanOrEqual(400)
  expect(whoKind(who('user', 'x', null))).toBe('person')
})
