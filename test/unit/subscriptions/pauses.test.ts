import { describe, expect, test } from 'vitest'
import {
  nextEnd,
  paused,
  pauseFor,
  pauseOf,
  resumed,
  type Pausable,
  type Pauses,
} from '../../../main/subscriptions/pauses.ts'
import { drive } from './drive.ts'

const now = new Date(2026, 10, 19, 14, 30).getTime()
const nothing: Pauses = {
  pause: null,
  pausedAccounts: {},
  subscriptions: [drive('a1', 'a'), drive('a2', 'a'), drive('b1', 'b')],
}
const forever = { until: null }
const until = (ms: number) => ({ until: now + ms })

const after = (...steps: ((kept: Pauses) => Pauses | null)[]) =>
  steps.reduce<Pauses>((kept, step) => step(kept) ?? kept, nothing)
const pausing = (what: Pausable, pause: { until: number | null }) => (kept: Pauses) =>
  paused(kept, what, pause)
const resuming = (what: Pausable) => (kept: Pauses) => resumed(kept, what, now)
const shown = (kept: Pauses, at = now) =>
  kept.subscriptions.map((each) => {
    const pause = pauseOf(each, kept, at)
    return pause === null ? 'runs' : (pause.until ?? 'paused')
  })

describe('how long', () => {
  test.each([
    ['an hour', 'an-hour', now, now + 3_600_000],
    ['until tomorrow at eight', 'tomorrow', now, new Date(2026, 10, 20, 8).getTime()],
    [
      'tomorrow, on the last day of a year',
      'tomorrow',
      new Date(2026, 11, 31, 23).getTime(),
      new Date(2027, 0, 1, 8).getTime(),
    ],
    ['until resumed', null, now, null],
  ] as const)('%s', (_name, length, at, end) => expect(pauseFor(length, at)).toEqual({ until: end }))

  test.each(['Europe/Berlin', 'America/New_York'])(
    'eight is eight on days when clocks change (%s)',
    (zone) => {
      const before = process.env['TZ']
      process.env['TZ'] = zone
      try {
        for (const day of [
          new Date(2026, 2, 28, 20),
          new Date(2026, 9, 24, 20),
          new Date(2026, 10, 1, 0, 30),
        ]) {
          const end = new Date(pauseFor('tomorrow', day.getTime()).until ?? 0)
          expect([end.getHours(), end.getMinutes()]).toEqual([8, 0])
        }
      } finally {
        if (before === undefined) delete process.env['TZ']
        else process.env['TZ'] = before
      }
    },
  )
})

test.each([
  ['nothing', after(), ['runs', 'runs', 'runs']],
  ['everything', after(pausing('everything', forever)), ['paused', 'paused', 'paused']],
  ['an account', after(pausing({ accountId: 'a' }, forever)), ['paused', 'paused', 'runs']],
  ['one drive', after(pausing({ subscriptionId: 'a2' }, forever)), ['runs', 'paused', 'runs']],
  [
    'the longest pause counts',
    after(
      pausing('everything', until(10)),
      pausing({ accountId: 'a' }, until(5)),
      pausing({ subscriptionId: 'b1' }, forever),
    ),
    [now + 10, now + 10, 'paused'],
  ],
  [
    'all resumed',
    after(pausing({ subscriptionId: 'a1' }, forever), pausing('everything', forever), resuming('everything')),
    ['runs', 'runs', 'runs'],
  ],
  [
    'one resumed while everything is paused: the others stay',
    after(pausing('everything', until(10)), resuming({ subscriptionId: 'a1' })),
    ['runs', now + 10, now + 10],
  ],
  [
    'an account resumed while everything is paused',
    after(pausing('everything', forever), resuming({ accountId: 'a' })),
    ['runs', 'runs', 'paused'],
  ],
  [
    'one resumed while its account is paused',
    after(pausing({ accountId: 'a' }, forever), resuming({ subscriptionId: 'a1' })),
    ['runs', 'paused', 'runs'],
  ],
] as const)('%s', (_name, kept, expected) => expect(shown(kept)).toEqual(expected))

test('a pause ends by the clock', () => {
  const kept = after(pausing('everything', until(10)), pausing({ subscriptionId: 'b1' }, until(20)))
  expect(nextEnd(kept, now)).toBe(now + 10)
  expect(shown(kept, now + 10)).toEqual(['runs', 'runs', now + 20])
  expect(nextEnd(kept, now + 10)).toBe(now + 20)
  expect(nextEnd(kept, now + 20)).toBeNull()
  expect(shown(kept, now + 20)).toEqual(['runs', 'runs', 'runs'])
})

test('what is not followed can be neither paused nor resumed', () => {
  expect(paused(nothing, { subscriptionId: 'x' }, forever)).toBeNull()
  expect(resumed(nothing, { subscriptionId: 'x' }, now)).toBeNull()
})
