import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Filter, noFilter } from '../../../preload/contract/activity.ts'
import { changeKinds } from '../../../preload/contract/kinds.ts'
import { isWanted } from '../../../main/history/filter.ts'
import type { Database } from '../../../main/history/database.ts'
import { History } from '../../../main/history/history.ts'
import { type StoredChange, verdicts, whoKey } from '../../../main/history/stored-change.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { aChange, keep } from './a-change.ts'
import { openHistory } from './opened.ts'
import { english, language } from '../../words.ts'
import { pseudoTexts } from '../../../preload/words/pseudo.ts'
import { type Words, wordsOf } from '../../../preload/words/words.ts'

const clock = new VirtualClock()
let database: Database
let history: History

beforeEach(() => {
  ;({ database, history } = openHistory(clock))
})

afterEach(() => database[Symbol.dispose]())

/** Numbers that look like chance and are the same each time. */
function* rolls(seed: number): Generator<number, never> {
  for (let x = seed; ; x = (x * 48_271) % 2_147_483_647) yield x
}

const names = [
  'Budget 2027.xlsx',
  'ROOF Drains.dwg',
  'Pläne.pdf',
  'مخطط.docx',
  'Ⅷ 100%_done.txt',
  null,
] as const
const people = [
  { kind: 'user', id: 'ada', name: 'Ada Okafor', email: null },
  { kind: 'user', id: null, name: 'Zoë Ångström', email: null },
  { kind: 'application', id: 'sync', name: 'Backup', email: null },
  null,
] as const
const texts = [
  '',
  '',
  'budget',
  'roof DRAINS',
  'PLÄNE',
  'a',
  'viii',
  '%',
  '_',
  'zoë plans',
  'مخ',
  'nobody has this',
]

function scatter(seed: number, count: number): StoredChange[] {
  const chance = rolls(seed)
  const roll = (below: number) => chance.next().value % below
  return Array.from({ length: count }, (_, n) =>
    aChange({
      id: String(n + 1),
      at: roll(20) * 1_000 - 5_000, // many at the same time, some before 1970
      name: names[roll(names.length)] ?? null,
      who: people[roll(people.length)] ?? null,
      kind: changeKinds[roll(changeKinds.length)] ?? 'edited',
      subscriptionId: `s${roll(3)}`,
      place: roll(2) === 0 ? ['Plans', 'Roof'] : [],
    }),
  )
}

function someFilter(seed: number): Filter {
  const chance = rolls(seed)
  const roll = (below: number) => chance.next().value % below
  const maybe = <T>(value: T) => (roll(3) === 0 ? value : null)
  return {
    text: texts[roll(texts.length)] ?? '',
    person: maybe(whoKey(people[roll(people.length)] ?? null)),
    kinds: maybe([...changeKinds].filter(() => roll(2) === 0)),
    subscriptionId: maybe(`s${roll(3)}`),
    from: maybe(roll(10) * 1_000 - 5_000),
    until: maybe(roll(20) * 1_000 - 4_000),
    told: maybe(roll(2) === 0),
  }
}

/** Reads all pages, as the window does. */
function readAll(filter: Filter, limit: number): readonly StoredChange[] {
  const all: StoredChange[] = []
  for (let before: string | null = null; ;) {
    const page = history.page(filter, before, limit)
    all.push(...page.changes)
    if (page.next === null) return all
    expect(page.changes).toHaveLength(limit)
    before = page.next
  }
}

test('with any filter, the pages hold each matching change exactly once, in order', () => {
  const chance = rolls(11)
  const changes = scatter(5, 300)
  keep(database, changes.slice(20))
  for (const change of changes.slice(0, 20)) database.unkept.set(Number(change.id), change) // the disk was full
  for (const [n, { id }] of changes.entries()) {
    if (n % 5 > 0) history.settle([id], verdicts[chance.next().value % verdicts.length] ?? 'told')
  }
  const settled = changes.map(({ id }) => history.find(id) ?? aChange())
  const newestFirst = settled.toSorted((a, b) => b.at - a.at || Number(b.id) - Number(a.id))
  for (let seed = 1; seed <= 150; seed++) {
    const filter = someFilter(seed * 7_919)
    const wanted = newestFirst.filter((change) => isWanted(change, filter, english)).map(({ id }) => id)
    const limit = 1 + (seed % 17)
    expect({ filter, ids: readAll(filter, limit).map(({ id }) => id) }).toEqual({ filter, ids: wanted })
    expect(history.matches(filter)).toBe(wanted.length)
    expect([...history.rows(filter)].map(({ id }) => id).toSorted()).toEqual(wanted.toSorted())
  }
})

const found: readonly (readonly [string, Partial<StoredChange>, boolean])[] = [
  ['BUDGET', { name: 'Budget 2027.xlsx' }, true],
  ['2027 budget', { name: 'Budget 2027.xlsx' }, true],
  ['budget draft', { name: 'Budget 2027.xlsx' }, false],
  ['budget finance', { name: 'Budget 2027.xlsx', place: ['Finance'] }, true],
  ['okafor', {}, true],
  ['my files', {}, true],
  ["ada okafor's files", { driveName: { kind: 'files-of', name: 'Ada Okafor' } }, true],
  ['my files harbour', { driveName: { kind: 'apart', name: { kind: 'own-files' }, place: 'Harbour' } }, true],
  ['my files', { driveName: 'Harbour' }, false],
  ['own-files', {}, false],
  ['old name', { name: 'b.txt', oldName: 'Old name.txt' }, true],
  ['PLÄNE', { name: 'Pla\u0308ne.pdf' }, true],
  ['100%', { name: '100 percent.txt' }, false],
  ['a_b', { name: 'aXb.txt' }, false],
  ['"', { name: 'quote " here.txt' }, true],
  ['\\', { name: 'plain.txt' }, false],
]

test.each(found)('a search for %j in %j: %j', (text, facts, isFound) => {
  keep(database, [aChange({ place: [], ...facts })])
  expect(history.matches({ ...noFilter, text })).toBe(Number(isFound))
})

test('what has no name of its own is found by what the reader’s language calls it', () => {
  const pseudo = wordsOf({ ...language, texts: pseudoTexts(language.texts) })
  const kept = [
    aChange({ id: '1' }),
    aChange({ id: '2', subscriptionId: 't', driveName: 'Harbour' }),
    aChange({ id: '3', subscriptionId: 'u', driveName: { kind: 'files-of', name: 'Bo Lindqvist' } }),
  ]
  keep(database, kept.slice(0, 2))
  for (const change of kept.slice(2)) database.unkept.set(Number(change.id), change) // the disk was full
  const reader = (words: Words) => new History({ database, clock, words: () => words })
  const found = (words: Words, text: string) =>
    reader(words)
      .page({ ...noFilter, text }, null, 10)
      .changes.map(({ id }) => id)
  const called = pseudo.phrase('drive.name.own-files')
  expect([found(english, 'my files'), found(english, called)]).toEqual([['1'], []])
  expect([found(pseudo, 'my files'), found(pseudo, called)]).toEqual([[], ['1']])
  expect([found(english, 'bo’s files'), found(english, 'lindqvist’s files')]).toEqual([[], ['3']])
})

test('what has no name of its own is deleted by what it is called, and nothing else is', async () => {
  keep(
    database,
    [aChange({ id: '1' }), aChange({ id: '2', subscriptionId: 't', driveName: 'Harbour' })],
    'settled',
  )
  expect(await history.deleteMatching({ ...noFilter, text: 'my files' })).toBe(true)
  expect(history.page(noFilter, null, 10).changes.map(({ id }) => id)).toEqual(['2'])
})

test.each(['', 'x', '1', '1.', '.1', '1.2.3', 'NaN.1', '1e3.5', '9'.repeat(40), '1.1; DROP TABLE changes'])(
  'after the malformed cursor %j there is nothing',
  (cursor) => {
    keep(database, [aChange()])
    expect(history.page(noFilter, cursor, 10)).toEqual({ changes: [], bursts: new Map(), next: null })
    expect(history.facts().kept).toBe(1)
  },
)

test('any filter is answered from an index, in its order', () => {
  const prepare = database.prepare.bind(database)
  const asked = new Set<string>()
  database.prepare = (text) => (asked.add(text), prepare(text))
  for (let seed = 1; seed <= 30; seed++) {
    const filter = someFilter(seed)
    history.page(filter, '1.1', 60)
    history.matches(filter)
  }
  const wanted = [...asked].filter((text) => text.includes('changes_'))
  expect(wanted.length).toBeGreaterThan(20)
  for (const text of wanted) {
    const plan = prepare(`EXPLAIN QUERY PLAN ${text}`).all()
    const steps = plan.map(({ detail }) => String(detail)).filter((step) => /changes_|changes$/.test(step))
    expect(
      steps.filter(
        (step) => !/USING (COVERING INDEX changes_|INTEGER PRIMARY KEY)|VIRTUAL TABLE INDEX/.test(step),
      ),
    ).toEqual([])
  }
})
