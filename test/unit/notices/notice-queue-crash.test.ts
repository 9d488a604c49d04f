import { describe, expect, test } from 'vitest'
import { keep } from '../history/a-change.ts'
import { aChange, queueOnDesktop } from './queue-on-desktop.ts'

const queue = queueOnDesktop()

describe('a crash', () => {
  const steps = {
    'before the notice': () => queue.at.crash(),
    'while the notice is shown': async () => {
      queue.at.desktop.takes = () => new Promise(() => {})
      void queue.at.noticeQueue.tell()
      await queue.at.clock.advance({ seconds: 2 })
      queue.at.crash()
    },
    'after the mark': async () => {
      await queue.at.noticeQueue.tell()
      await queue.at.clock.advance({ seconds: 2 })
      queue.at.crash()
    },
  }
  const onScreen = () =>
    new Map(queue.at.desktops.flatMap(({ shown }) => shown.map(({ id, title }) => [id, title])))

  describe.each(Object.entries(steps))('%s', (_, step) => {
    test.each([
      ['one change', [aChange()], { 'change-1': 'Ada Okafor added budget.xlsx' }],
      [
        'several',
        [1, 2, 3].map((n) => aChange({ id: String(n) })),
        { 'change-1': 'Ada Okafor added 3 files in Plans' },
      ],
      [
        'missed ones',
        [1, 2, 3].map((n) => aChange({ id: String(n), missed: { cause: 'away', from: 1 } })),
        { 'digest-1': '3 changes while you were away' },
      ],
    ])('%s: nothing is lost, and what is repeated replaces itself', async (_, changes, expected) => {
      keep(queue.at.database, changes)
      await step()
      await queue.at.noticeQueue.tell()
      await queue.at.clock.advance({ seconds: 5 })
      expect(Object.fromEntries(onScreen())).toEqual(expected)
      expect(queue.at.history.pending().changes).toEqual([])
      queue.at.crash()
      await queue.at.noticeQueue.tell()
      expect(queue.at.desktop.shown).toEqual([])
    })

    test('a burst goes on under the same notice', async () => {
      keep(queue.at.database, [aChange()])
      await queue.at.noticeQueue.tell()
      await queue.at.clock.advance({ seconds: 5 })
      keep(queue.at.database, [aChange({ id: '2' })])
      await step()
      await queue.at.noticeQueue.tell()
      keep(queue.at.database, [aChange({ id: '3' })])
      await queue.at.clock.advance({ seconds: 5 })
      await queue.at.noticeQueue.tell()
      expect([...onScreen()]).toEqual([['change-1', 'Ada Okafor added 3 files in Plans']])
    })
  })
})
