import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AwayLine, noFilter } from '../../../preload/contract/activity.ts'
import type { Database } from '../../../main/history/database.ts'
import type { History } from '../../../main/history/history.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { aChange, keep } from './a-change.ts'
import { openHistory } from './opened.ts'

const clock = new VirtualClock()
let database: Database
let history: History

beforeEach(() => {
  ;({ database, history } = openHistory(clock))
  keep(
    database,
    [1, 2, 3].map((n) => aChange({ id: String(n), at: n * 100 })),
  )
})

afterEach(() => database[Symbol.dispose]())

const due = (now: number, limit = 500) => history.due(now, 0, limit).changes.map(({ id }) => id)

test('what is held back comes again when its time came, and can be settled again', () => {
  history.settle(['1', '3'], 'quiet-hours', {
    decidedBy: { kind: 'hours', from: '18:30', to: '08:00' },
    dueAt: 1_000,
  })
  history.settle(['2'], 'quiet-hours', { dueAt: 2_000 })
  expect(history.nextDue()).toBe(1_000)
  expect([due(999), due(1_000), due(2_000), due(2_000, 2)]).toEqual([
    [],
    ['1', '3'],
    ['1', '2', '3'],
    ['1', '2'],
  ])
  expect(history.find('1')).toMatchObject({
    verdict: 'quiet-hours',
    decidedBy: { kind: 'hours', from: '18:30', to: '08:00' },
    dueAt: 1_000,
  })
  history.settle(['1', '3'], 'digest', { digest: 'd' })
  expect(due(5_000)).toEqual(['2'])
  expect(history.nextDue()).toBe(2_000)
  expect(history.find('1')).toMatchObject({ verdict: 'digest', digest: 'd', dueAt: null })
})

test('what was seen while it was held back stays seen', () => {
  history.settle(['1'], 'quiet-hours', { dueAt: 1_000 })
  history.markAllSeen()
  history.settle(['1'], 'digest', { digest: 'd' })
  expect(history.find('1')?.seen).toBe(true)
})

test('with a full disk nothing is told twice, and what is due still comes', () => {
  history.settle(['1'], 'quiet-hours', { dueAt: 1_000 })
  const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count)
  database.prepare(`PRAGMA max_page_count = ${pages}`).get()
  const fill = database.prepare('INSERT INTO drives (subscription_id, learn_link) VALUES (?, ?)')
  for (const size of [2_000, 200, 20]) {
    for (let n = 0; database.transact(() => void fill.run(`${size} ${n}`, 'x'.repeat(size))).ok; n++);
  }
  const long = { kind: 'matches', glob: 'w'.repeat(5_000) } as const
  history.settle(['2'], 'quiet-hours', { dueAt: 1_500, decidedBy: long })
  expect(database.fault).toBe('full')
  expect(history.pending().changes.map(({ id }) => id)).toEqual(['3'])
  history.settle(['1'], 'digest', { digest: 'd', decidedBy: long })
  expect(due(1_500)).not.toContain('1')
  expect(history.nextDue()).toBe(1_500)
})

test('digests lie between the rows where they ended, on one page each', () => {
  const at = (id: string, until: number): AwayLine => ({ id, cause: 'away', from: 0, until, count: 1 })
  for (const [id, until] of Object.entries({
    newest: 900,
    equal: 300,
    between: 250,
    last: 100,
    before: 50,
  })) {
    history.recordDigest(at(id, until))
  }
  const pages: string[][] = []
  for (let before: string | null = null; ;) {
    const page = history.page(noFilter, before, 1)
    pages.push(history.digests(noFilter, before, page).map(({ id }) => id))
    if (page.next === null) break
    before = page.next
  }
  expect(pages).toEqual([['newest', 'equal'], ['between'], ['last', 'before']])
  const chosen = { ...noFilter, text: 'budget' }
  expect(history.digests(chosen, null, history.page(chosen, null, 10))).toEqual([])
})

test('a digest written down again replaces the first', () => {
  history.recordDigest({ id: 'd', cause: 'away', from: 1, until: 150, count: 1 })
  history.recordDigest({ id: 'd', cause: 'quiet-hours', from: 2, until: 160, count: 7 })
  expect(history.digests(noFilter, null, history.page(noFilter, null, 10))).toEqual([
    { id: 'd', cause: 'quiet-hours', from: 2, until: 160, count: 7 },
  ])
})
