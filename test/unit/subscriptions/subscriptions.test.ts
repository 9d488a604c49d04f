import { expect, test } from 'vitest'
import { Subscriptions } from '../../../main/subscriptions/subscriptions.ts'
import { english } from '../../words.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { drive } from './drive.ts'

test('each drive says how much of it was not seen', () => {
  const kept = {
    pause: { until: null },
    pausedAccounts: {},
    begunAccounts: [],
    subscriptions: [drive('one'), drive('two')],
  }
  using subscriptions = new Subscriptions({
    allowed: () => true,
    words: () => english,
    kept: { read: () => kept, write() {} },
    graph: () => {
      throw new Error('nothing is asked')
    },
    follow: () => {
      throw new Error('everything is paused')
    },
    forget: async () => {},
    clock: new VirtualClock(),
    random: () => 0.5,
  })
  const views = subscriptions.views(new Map([['two', 3]]), english)
  expect(views.map(({ id, unseen }) => [id, unseen])).toEqual([
    ['one', 0],
    ['two', 3],
  ])
})
