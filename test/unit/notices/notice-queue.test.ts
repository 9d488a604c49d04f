import { describe, expect, test } from 'vitest'
import { keep } from '../history/a-change.ts'
import { aChange, queueOnDesktop } from './queue-on-desktop.ts'

const queue = queueOnDesktop()
const mine = aChange({ id: '2', who: { kind: 'user', id: 'me', name: 'Me', email: null } })

test('tells what waits, and marks it', async () => {
  keep(queue.at.database, [aChange()])
  await queue.at.noticeQueue.tell()
  expect(queue.at.desktop.shown).toMatchObject([
    {
      id: 'change-1',
      title: 'Ada Okafor added budget.xlsx',
      body: 'Plans · My files',
      urgency: 'normal',
      click: { kind: 'open', changeId: '1', url: 'https://contoso.example/budget.xlsx' },
    },
  ])
  expect(queue.at.verdicts()).toEqual(['1 told'])
  await queue.at.noticeQueue.tell()
  expect(queue.at.desktop.shown).toHaveLength(1)
})

test('keeps own changes, unless they are wanted', async () => {
  keep(queue.at.database, [mine])
  await queue.at.noticeQueue.tell()
  expect(queue.at.desktop.shown).toEqual([])
  expect(queue.at.verdicts()).toEqual(['2 own-change'])
  queue.at.context = { ...queue.at.context, own: 'tell' }
  keep(queue.at.database, [{ ...mine, id: '3' }])
  await queue.at.noticeQueue.tell()
  expect(queue.at.desktop.shown).toHaveLength(1)
})

test('keeps everything while notices are off', async () => {
  queue.at.context = { ...queue.at.context, showNotices: false }
  keep(queue.at.database, [aChange(), mine])
  await queue.at.noticeQueue.tell()
  expect(queue.at.desktop.shown).toEqual([])
  expect(queue.at.verdicts().toSorted()).toEqual(['1 notices-off', '2 own-change'])
})

test('what the system refuses is kept with that reason, and not tried again', async () => {
  keep(queue.at.database, [aChange()])
  queue.at.desktop.takes = async () => 'refused'
  await queue.at.noticeQueue.tell()
  expect(queue.at.verdicts()).toEqual(['1 refused'])
  await queue.at.noticeQueue.tell()
  expect(queue.at.desktop.shown).toHaveLength(1)
})

test('a change that comes while a notice is on its way is told too, by the same notice', async () => {
  keep(queue.at.database, [aChange()])
  queue.at.desktop.takes = async () => {
    if (queue.at.desktop.shown.length > 1) return 'shown'
    keep(queue.at.database, [aChange({ id: '2', name: 'late.txt', batch: 2 })])
    void queue.at.noticeQueue.tell()
    return 'shown'
  }
  await queue.at.noticeQueue.tell()
  await queue.at.clock.advance({ seconds: 1 })
  expect(queue.at.desktop.shown.map(({ id, title }) => `${id}: ${title}`)).toEqual([
    'change-1: Ada Okafor added budget.xlsx',
    'change-1: Ada Okafor added budget.xlsx and late.txt',
  ])
  expect(queue.at.verdicts()).toEqual(['2 told-updated', '1 told'])
})

test('many thousands that were missed become one digest', async () => {
  const many = Array.from({ length: 3_000 }, (_, n) =>
    aChange({ id: String(n + 1), missed: { cause: 'away', from: 1 } }),
  )
  keep(queue.at.database, many)
  await queue.at.noticeQueue.tell()
  expect(queue.at.desktop.shown.map(({ id, title }) => [id, title])).toEqual([
    ['digest-1', '3,000 changes while you were away'],
  ])
  expect(queue.at.history.pending().changes).toEqual([])
})

test('nothing is told once the app is closing', async () => {
  keep(queue.at.database, [aChange()])
  queue.at.noticeQueue[Symbol.dispose]()
  await queue.at.noticeQueue.tell()
  expect(queue.at.desktop.shown).toEqual([])
  expect(queue.at.verdicts()).toEqual(['1 null'])
})

describe('a system that takes its time', () => {
  test('is waited for, and after a minute the window says so; nothing is shown twice', async () => {
    const answer = Promise.withResolvers<'shown'>()
    queue.at.desktop.takes = () => answer.promise
    keep(queue.at.database, [aChange()])
    void queue.at.noticeQueue.tell()
    await queue.at.clock.advance({ minutes: 10 })
    expect(queue.at.desktop.shown).toHaveLength(1)
    expect(queue.at.taken).toEqual(['unanswered'])
    answer.resolve('shown')
    await queue.at.clock.advance({ seconds: 1 })
    expect(queue.at.taken).toEqual(['unanswered', 'shown'])
    expect(queue.at.verdicts()).toEqual(['1 told'])
  })

  test('and one to which it is too much is asked again, ever less often, without a word', async () => {
    queue.at.desktop.takes = async () => 'busy'
    keep(queue.at.database, [aChange()])
    await queue.at.noticeQueue.tell()
    await queue.at.clock.advance({ minutes: 2 })
    const asked = queue.at.desktop.shown.length
    expect([asked > 3, asked < 9, queue.at.taken]).toEqual([true, true, []])
    queue.at.desktop.takes = async () => 'shown'
    await queue.at.clock.advance({ minutes: 2 })
    expect(queue.at.verdicts()).toEqual(['1 told'])
  })
})
