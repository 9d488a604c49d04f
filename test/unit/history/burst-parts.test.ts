import { afterEach, beforeEach, expect, test } from 'vitest'
import { noFilter } from '../../../preload/contract/activity.ts'
import type { Database } from '../../../main/history/database.ts'
import type { History } from '../../../main/history/history.ts'
import { whoKey } from '../../../main/history/stored-change.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { aChange, keep } from './a-change.ts'
import { openHistory } from './opened.ts'

const clock = new VirtualClock()
let database: Database
let history: History

beforeEach(() => {
  ;({ database, history } = openHistory(clock))
  const ids = ['1', '2', '3', '4', '5', '6']
  keep(
    database,
    ids.map((id) => aChange({ id, at: Number(id) * 10, name: `file ${id}.txt` })),
  )
  history.settle(['1', '6'], 'told')
  history.settle(['2', '3'], 'told', { burst: 'b' })
  history.settle(['5'], 'told-updated', { burst: 'b' })
})

afterEach(() => database[Symbol.dispose]())

const shown = (filter = noFilter) => history.page(filter, null, 10).changes.map(({ id }) => id)

/** What a burst consists of, without the people and places. */
function parts(burst: string) {
  const all = history.page(noFilter, null, 10).bursts.get(burst) ?? []
  return all.map(({ kind, itemKind, subscriptionId, whoKey: key, count, since, until }) => {
    return { kind, itemKind, subscriptionId, whoKey: key, count, since, until }
  })
}

test('a burst is one row, its newest, and says how many and when', () => {
  expect(shown()).toEqual(['6', '5', '4', '1'])
  expect(parts('b')).toEqual([
    {
      kind: 'edited',
      itemKind: 'file',
      subscriptionId: 's',
      whoKey: whoKey(aChange().who),
      count: 3,
      since: 20,
      until: 50,
    },
  ])
})

test('a burst unfolds, newest first, some at a time', () => {
  const ids = (after: number) => history.burst('b', after, 2).changes.map(({ id }) => id)
  expect([ids(0), ids(2), ids(3)]).toEqual([['5', '3'], ['2'], []])
  expect(history.burst('b', 0, 2).total).toBe(3)
  expect(history.burst('unknown', 0, 2)).toEqual({ changes: [], total: 0 })
})

test('a change that comes late, but happened earlier, leaves the newest in front', () => {
  history.settle(['4'], 'told-updated', { burst: 'b' })
  expect(shown()).toEqual(['6', '5', '1'])
})

test('who looks for something finds each file of a burst by itself', () => {
  const page = history.page({ ...noFilter, text: 'file' }, null, 10)
  expect(page.changes.map(({ id }) => id)).toEqual(['6', '5', '4', '3', '2', '1'])
  expect(page.bursts.size).toBe(0)
  expect(shown({ ...noFilter, kinds: ['edited'] })).toHaveLength(6)
})

test('a burst counts once as unseen, and is seen as one', () => {
  expect(history.unseen()).toBe(3)
  history.markSeen('2')
  expect(history.unseen()).toBe(2)
  expect(['2', '3', '5'].map((id) => history.find(id)?.seen)).toEqual([true, true, true])
})

test('when its newest change is deleted, the next one stands for the burst', async () => {
  await history.deleteMatching({ ...noFilter, from: 50, until: 60 })
  expect(shown()).toEqual(['6', '4', '3', '1'])
  expect(parts('b')).toMatchObject([{ count: 2, since: 20, until: 30 }])
})

test('a burst that a full disk kept in memory is one row too', () => {
  for (const id of ['7', '8']) database.unkept.set(Number(id), aChange({ id, at: Number(id) * 10 }))
  history.settle(['7', '8'], 'told', { burst: 'c' })
  expect(shown()).toEqual(['8', '6', '5', '4', '1'])
  expect(parts('c')).toMatchObject([{ count: 1 }, { count: 1 }])
})

test('a burst in two drives is one row, one in each drive when that is asked for, and survives one of them', async () => {
  keep(
    database,
    ['11', '12', '13'].map((id) =>
      aChange({ id, at: Number(id) * 10, subscriptionId: id === '12' ? 't' : 's' }),
    ),
  )
  history.settle(['11', '12', '13'], 'told', { burst: 'd' })
  expect(shown()).toEqual(['13', '6', '5', '4', '1'])
  expect(shown({ ...noFilter, subscriptionId: 's' })).toEqual(['13', '6', '5', '4', '1'])
  expect(shown({ ...noFilter, subscriptionId: 't' })).toEqual(['12'])
  expect(Object.fromEntries(history.unseenBySubscription())).toEqual({ s: 4, t: 1 })

  await history.forget('s', { keepChanges: false })
  expect(shown()).toEqual(['12'])
})

test('an item that several changed counts once, as its latest change', () => {
  const item = { itemId: 'one', name: 'offer.pdf' }
  keep(database, [
    aChange({ ...item, id: '21', at: 210, kind: 'added' }),
    aChange({ ...item, id: '22', at: 220, kind: 'deleted' }),
  ])
  history.settle(['21', '22'], 'told', { burst: 'e' })
  const counts = history
    .page(noFilter, null, 10)
    .bursts.get('e')
    ?.map(({ kind, items }) => [kind, items])
  expect(counts?.toSorted()).toEqual([
    ['added', 0],
    ['deleted', 1],
  ])
})
