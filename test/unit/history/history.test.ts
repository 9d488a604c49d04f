import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noFilter } from '../../../preload/contract/activity.ts'
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
})

afterEach(() => database[Symbol.dispose]())

/** From now on the disk is full. */
function fillDisk(): void {
  const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count)
  database.prepare(`PRAGMA max_page_count = ${pages}`).get()
  const blob = 'x'.repeat(2_000)
  for (let n = 0; database.transact(() => keepBlob(n, blob)).ok; n++);
}

function keepBlob(n: number, name: string): void {
  database.prepare(`INSERT INTO drives (subscription_id, learn_link) VALUES (?, ?)`).run(`filler ${n}`, name)
}

test('a change reads as it was written', () => {
  const change = aChange({
    id: '7',
    who: null,
    name: null,
    place: ['Pläne', '2027'],
    alongside: 3,
    missed: { cause: 'paused', from: 5 },
  })
  keep(database, [change])
  expect(history.find('7')).toEqual(change)
  expect(history.find('8')).toBeNull()
})

test('pages go from new to old, and miss nothing at equal times', () => {
  const at = [5, 9, 5, 7, 5]
  keep(
    database,
    at.map((at, n) => aChange({ id: String(n + 1), at })),
  )
  const seen: string[] = []
  for (let before: string | null = null, more = true; more; more = before !== null) {
    const page = history.page(noFilter, before, 2)
    seen.push(page.changes.map(({ id }) => id).join(' '))
    before = page.next
  }
  expect(seen).toEqual(['2 4', '5 3', '1'])
})

test('changes of a set that is not read to its end are not there yet', () => {
  keep(database, [aChange()], 'open')
  expect(history.page(noFilter, null, 10).changes).toEqual([])
  expect(history.pending().changes).toEqual([])
  expect(history.find('1')).toBeNull()
  expect(history.facts().kept).toBe(0)
})

test('what waits comes in order, some at a time', () => {
  keep(
    database,
    [3, 1, 2].map((id) => aChange({ id: String(id) })),
  )
  const first = history.pending(0, 2)
  expect(first.changes.map(({ id }) => id)).toEqual(['1', '2'])
  expect(history.pending(first.next ?? 0, 2)).toMatchObject({ changes: [{ id: '3' }], next: null })
})

test('a settled change has its verdict and time, and waits no more', () => {
  keep(database, [aChange({ id: '1' }), aChange({ id: '2' })])
  let heard = 0
  using _ = history.onChange(() => heard++)
  history.settle(['1'], 'told')
  expect(history.find('1')).toMatchObject({ verdict: 'told', toldAt: clock.now(), seen: false })
  expect(history.pending().changes.map(({ id }) => id)).toEqual(['2'])
  history.settle(['1'], 'refused')
  expect(history.find('1')).toMatchObject({ verdict: 'told' })
  expect(heard).toBe(2)
})

test('the tray lists what was told, newest first', () => {
  const verdicts = ['told', 'own-change', 'digest', 'refused', 'told', 'notices-off'] as const
  verdicts.forEach((verdict, n) => {
    keep(database, [aChange({ id: String(n + 1), at: n })])
    history.settle([String(n + 1)], verdict)
  })
  expect(history.latestTold(2).map(({ id }) => id)).toEqual(['5', '3'])
})

test('what the user has not seen is counted; own changes never are', () => {
  keep(
    database,
    [1, 2, 3, 4].map((id) => aChange({ id: String(id), subscriptionId: id === 4 ? 't' : 's' })),
  )
  expect(history.unseen()).toBe(0)
  history.settle(['1', '2', '4'], 'told')
  history.settle(['3'], 'own-change')
  expect(Object.fromEntries(history.unseenBySubscription())).toEqual({ s: 2, t: 1 })
  history.markSeen('1')
  expect(history.unseen()).toBe(2)
  history.markSubscriptionSeen('s')
  expect(Object.fromEntries(history.unseenBySubscription())).toEqual({ t: 1 })
  history.markAllSeen()
  expect(history.unseen()).toBe(0)
  expect(history.facts().kept).toBe(4)
})

describe('forgetting a subscription', () => {
  const write = () => {
    keep(database, [aChange({ id: '1' }), aChange({ id: '2', subscriptionId: 't' })])
    database.transact(() => {
      database.prepare(`INSERT INTO drives (no, subscription_id) VALUES (1, 's'), (2, 't')`).run()
      const item = database.prepare(
        `INSERT INTO items (drive, id, kind, malware, generation) VALUES (?, ?, 'file', 0, 1)`,
      )
      for (let n = 0; n < 5_000; n++) item.run(n === 0 ? 2 : 1, String(n))
    })
  }
  const left = () => ({
    changes: history.page(noFilter, null, 10).changes.map(({ id }) => id),
    drives: database
      .prepare('SELECT subscription_id AS id FROM drives')
      .all()
      .map(({ id }) => id),
    items: Number(database.prepare('SELECT count(*) AS n FROM items').get()?.n),
  })

  test('takes its changes and its index, and nothing else', async () => {
    write()
    await history.forget('s', { keepChanges: false })
    expect(left()).toEqual({ changes: ['2'], drives: ['t'], items: 1 })
  })

  test('can leave its changes', async () => {
    write()
    await history.forget('s', { keepChanges: true })
    expect(left()).toEqual({ changes: ['2', '1'], drives: ['t'], items: 1 })
  })

  test('interrupted by a quit, is finished the next time', async () => {
    write()
    const first = history.forget('s', { keepChanges: false })
    expect(left()).toEqual({ changes: ['2'], drives: ['forgotten:1', 't'], items: 3_000 })
    await Promise.all([first, history.forget('t', { keepChanges: false })])
    expect(left()).toEqual({ changes: [], drives: [], items: 0 })
  })
})

describe('with a full disk', () => {
  test('a verdict holds although it cannot be written, and is written later', () => {
    keep(
      database,
      Array.from({ length: 300 }, (_, n) => aChange({ id: String(n + 1) })),
    )
    fillDisk()
    expect(database.fault).toBe('full')
    const ids = history.pending().changes.map(({ id }) => id)
    history.settle(ids, 'digest')
    expect(database.fault).toBe('full')
    expect(history.pending().changes).toEqual([])
    database.prepare('PRAGMA max_page_count = 100000').get()
    history.settle(['1'], 'digest')
    expect(database.fault).toBeNull()
    expect(history.unseen()).toBe(300)
  })
})

test('a closed history answers with nothing instead of breaking', async () => {
  keep(database, [aChange()])
  database[Symbol.dispose]()
  expect(history.page(noFilter, null, 10)).toEqual({ changes: [], bursts: new Map(), next: null })
  expect(history.facts().kept).toBe(0)
  history.settle(['1'], 'told')
  await history.forget('s', { keepChanges: false })
  expect(history.pending().changes).toEqual([])
})

test('the newest change is known by its time, as long as there is one', () => {
  expect(history.newest()).toBeNull()
  keep(database, [aChange({ id: '1', at: 7_000 }), aChange({ id: '2', at: 3_000 })])
  expect(history.newest()).toBe(7_000)
})
