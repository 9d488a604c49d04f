import { afterEach, beforeEach, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { noFilter } from '../../../preload/contract/activity.ts'
import type { Database } from '../../../main/history/database.ts'
import { isWanted } from '../../../main/history/filter.ts'
import type { History } from '../../../main/history/history.ts'
import { putRight } from '../../../main/history/late-names.ts'
import type { StoredChange } from '../../../main/history/stored-change.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { english } from '../../words.ts'
import { aChange, keep } from './a-change.ts'
import { openHistory } from './opened.ts'

const clock = new VirtualClock()
let database: Database
let history: History

beforeEach(() => {
  ;({ database, history } = openHistory(clock))
})

afterEach(() => database[Symbol.dispose]())

const find = (text: string) => history.page({ ...noFilter, text }, null, 6_000).changes.map(({ id }) => id)

const sound = () => {
  database.prepare("INSERT INTO changes_words (changes_words, rank) VALUES ('integrity-check', 1)").run()
}

/** Whether a search was answered by looking words up. */
function looksUp(text: string): boolean {
  const prepare = database.prepare.bind(database)
  let isLookedUp = false
  database.prepare = (query) => ((isLookedUp ||= /^SELECT \* .*changes_words/s.test(query)), prepare(query))
  find(text)
  database.prepare = prepare
  return isLookedUp
}

const letter = fc.constantFrom(
  ...Array.from('abcABC%_"\'*^:()-+ \n\0éßıΣ漢字かな한글ぱ😀\ud800\uffffＡ①'),
  'a\u0301',
  'AND',
  'NEAR',
)
const name = fc.string({ unit: letter, maxLength: 12 })

test('by the index, the same changes are found as by reading all of them', () => {
  const act = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('keep' as const), n: fc.nat(9), name, who: name }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('named' as const), n: fc.nat(9), who: name }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), text: name }) },
  )
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 14 }),
      fc.array(name, { minLength: 1, maxLength: 6 }),
      (acts, texts) => {
        database.prepare('DELETE FROM changes').run()
        for (const each of acts) {
          if (each.kind === 'keep')
            keep(database, [
              aChange({ id: String(each.n + 1), name: each.name, place: [], who: someone(each.who) }),
            ])
          else if (each.kind === 'named')
            putRight(database, [
              { id: String(each.n + 1), who: someone(each.who), with: [], kind: null, oldName: null },
            ])
          else void history.deleteMatching({ ...noFilter, text: each.text })
        }
        sound()
        const all = [...history.rows(noFilter)]
        for (const text of [...texts, ...texts.flatMap((each) => [each.slice(1, 4), each.slice(-3)])]) {
          const wanted = all.filter((change) => isWanted(change, { ...noFilter, text }, english))
          expect(find(text)).toEqual(wanted.map(({ id }) => id))
          expect(history.matches({ ...noFilter, text })).toBe(wanted.length)
        }
      },
    ),
    { numRuns: 200 },
  )
})

const someone = (called: string): StoredChange['who'] => ({
  kind: 'user',
  id: null,
  name: called,
  email: null,
})

const ways: readonly (readonly [string, boolean])[] = [
  ['budget', true],
  ['BUDGET 17', true],
  ['漢字か', true],
  ['zebra', true], // nothing is found
  ['漢字', false], // two letters
  ['漢字 か', false],
  ['b', false],
  ['', false],
  ['common', false], // in nearly all
  ['common budget', true], // no change has both
  ['my', false],
  ['files', false], // what the drive is called in this language is no word of a row
  ['files budget', true],
]

test.each(ways)('%j is looked up: %j', (text, isLookedUp) => {
  const changes = Array.from({ length: 5_200 }, (_, n) =>
    aChange({ id: String(n + 1), name: n % 100 === 17 ? `Budget ${n} 漢字か` : '漢字 common', place: [] }),
  )
  keep(database, changes, 'settled')
  expect(looksUp(text)).toBe(isLookedUp)
  const wanted = changes.filter((change) => isWanted(change, { ...noFilter, text }, english))
  expect(find(text)).toEqual(wanted.map(({ id }) => id).toSorted((a, b) => Number(b) - Number(a)))
})

test('of what was deleted, no three letters are left in the index', async () => {
  keep(
    database,
    [aChange({ id: '1', name: 'qqqzzz.txt' }), aChange({ id: '2', name: 'stays.txt' })],
    'settled',
  )
  await history.deleteMatching({ ...noFilter, text: 'qqqzzz' })
  expect(inIndex('qzz')).toBe(false)
  expect(inIndex('tay')).toBe(true)
})

test('a quit between deletion and cleaning is made up for by the next deletion', async () => {
  keep(
    database,
    [aChange({ id: '1', name: 'qqqzzz.txt' }), aChange({ id: '2', name: 'old.txt', at: 1 })],
    'settled',
  )
  database.prepare('DELETE FROM changes WHERE seq = 1').run()
  expect(inIndex('qzz')).toBe(true)
  await history.deleteBefore(0) // of nothing, as every start does
  expect(inIndex('qzz')).toBe(false)
})

/** Three letters of which no other text begins with the same two. */
function inIndex(letters: string): boolean {
  const blocks = database.prepare('SELECT block FROM changes_words_data').all()
  return blocks.some(({ block }) =>
    Buffer.from(block as Uint8Array)
      .toString('latin1')
      .includes(letters.slice(1)),
  )
}
