import { beforeEach, describe, expect, test } from 'vitest'
import { putRight } from '../../../main/history/late-names.ts'
import { keep } from '../history/a-change.ts'
import { aChange, queueOnDesktop } from './queue-on-desktop.ts'

const queue = queueOnDesktop()

describe('a name that was learned', () => {
  const nobody = { kind: 'deleted', who: null } as const
  const bo = { kind: 'user', id: 'bo', name: 'Bo Lindqvist', email: null } as const
  const learn = (id: string) => {
    putRight(queue.at.database, [{ id, who: bo, with: [], kind: null, oldName: null }])
    queue.at.noticeQueue.learned([id])
  }

  test('rewrites the notice that tells it, and no other', async () => {
    keep(queue.at.database, [aChange(nobody)])
    await queue.at.noticeQueue.tell()
    await queue.at.clock.advance({ seconds: 10 })
    keep(queue.at.database, [aChange({ ...nobody, id: '2', itemId: 'x', parentId: 'q' })])
    await queue.at.noticeQueue.tell()
    await queue.at.clock.advance({ seconds: 5 })
    queue.at.desktop.shown.length = 0
    learn('2')
    await queue.at.clock.advance({ seconds: 5 })
    expect(queue.at.desktop.shown.map(({ id, title }) => [id, title])).toEqual([
      ['change-2', 'Bo Lindqvist deleted budget.xlsx'],
    ])
  })

  test('is said beside what is new elsewhere', async () => {
    keep(queue.at.database, [aChange(nobody)])
    await queue.at.noticeQueue.tell()
    await queue.at.clock.advance({ seconds: 10 })
    queue.at.desktop.shown.length = 0
    keep(queue.at.database, [aChange({ id: '2', subscriptionId: 't' })])
    learn('1')
    await queue.at.clock.advance({ seconds: 5 })
    expect(queue.at.desktop.shown.map(({ id }) => id).toSorted()).toEqual(['change-1', 'change-2'])
  })

  test('is said together with what is new there, once', async () => {
    keep(queue.at.database, [aChange(nobody)])
    await queue.at.noticeQueue.tell()
    await queue.at.clock.advance({ seconds: 5 })
    queue.at.desktop.shown.length = 0
    keep(queue.at.database, [aChange({ ...nobody, id: '2', who: bo, name: 'plan.docx' })])
    learn('1')
    await queue.at.clock.advance({ seconds: 5 })
    expect(queue.at.desktop.shown.map(({ title }) => title)).toEqual([
      'Bo Lindqvist deleted budget.xlsx and plan.docx',
    ])
  })
})

describe('a notice that cannot be rewritten', () => {
  const goes = {
    'was shown by a service that left with an earlier run': () => (
      queue.at.crash(),
      queue.at.onDesktop.clear()
    ),
    'was closed': () => queue.at.onDesktop.clear(),
  }
  test.each(Object.entries(goes))(
    'because it %s: what is told after it counts only what is new',
    async (_, go) => {
      keep(queue.at.database, [aChange()])
      await queue.at.noticeQueue.tell()
      go()
      await queue.at.clock.advance({ seconds: 5 })
      queue.at.desktop.shown.length = 0
      keep(queue.at.database, [aChange({ id: '2', name: 'plan.docx' })])
      await queue.at.noticeQueue.tell()
      await queue.at.clock.advance({ seconds: 6 }) // ten after the first, there may be another
      expect(queue.at.desktop.shown.map(({ id, title }) => [id, title])).toEqual([
        ['change-2', 'Ada Okafor added plan.docx'],
      ])
      expect(queue.at.verdicts()).toEqual(['2 told', '1 told'])
    },
  )

  test('is not raised again with a name that was learned', async () => {
    keep(queue.at.database, [aChange({ kind: 'deleted', who: null })])
    await queue.at.noticeQueue.tell()
    queue.at.onDesktop.clear()
    queue.at.noticeQueue.learned(['1'])
    await queue.at.clock.advance({ seconds: 5 })
    expect(queue.at.desktop.shown).toHaveLength(1)
  })
})

describe('where each showing is one more banner', () => {
  const burst = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => aChange({ id: `${from + n}`, itemId: `item ${from + n}` }))
  const titles = () => queue.at.desktop.shown.map(({ title }) => title)
  beforeEach(() => (queue.at.desktop.rewritesInPlace = false))

  test('a burst has one when it begins, and one with its sum when it rests', async () => {
    keep(queue.at.database, burst(1, 1))
    await queue.at.noticeQueue.tell()
    for (let second = 0; second < 90; second++) {
      keep(queue.at.database, burst(10 + second * 5, 5))
      void queue.at.noticeQueue.tell()
      await queue.at.clock.advance({ seconds: 1 })
    }
    expect(titles()).toEqual(['Ada Okafor added budget.xlsx'])
    await queue.at.clock.advance({ minutes: 1 })
    expect(titles().slice(1)).toEqual(['Ada Okafor added 451 files in Plans'])
  })

  test('what is no burst is told some seconds after the last one', async () => {
    for (let round = 0; round < 4; round++) {
      keep(queue.at.database, burst(1 + round, 1))
      await queue.at.noticeQueue.tell()
      await queue.at.clock.advance({ seconds: 20 })
    }
    expect(titles()).toHaveLength(4)
  })

  test('better words alone raise nothing', async () => {
    keep(queue.at.database, [aChange({ who: null })])
    await queue.at.noticeQueue.tell()
    queue.at.noticeQueue.learned(['1'])
    await queue.at.clock.advance({ minutes: 1 })
    expect(titles()).toHaveLength(1)
  })
})
