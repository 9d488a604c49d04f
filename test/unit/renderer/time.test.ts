import { describe, expect, test } from 'vitest'
import { agoTickMs, minutesUntil } from '../../../renderer/words/time.ts'
import { englishIn } from '../../words.ts'

const time = englishIn('Europe/Berlin') // one hour ahead of UTC in November, two in summer
const now = Date.parse('2026-11-19T09:42:00Z')
const at = (moment: string) => Date.parse(moment)

describe('a moment', () => {
  test.each([
    ['2026-11-19T09:41:59Z', '10:41'],
    ['2026-11-18T23:00:00Z', '00:00'],
    ['2026-11-18T22:59:00Z', 'Wed 23:59'],
    ['2026-11-17T15:20:00Z', 'Tue 16:20'],
    ['2026-11-13T15:20:00Z', 'Fri 16:20'],
    ['2026-11-12T15:20:00Z', '12 Nov'],
    ['2026-07-01T15:20:00Z', '1 Jul'],
    ['2025-11-09T12:00:00Z', '9 Nov 2025'],
    ['2026-11-20T07:00:00Z', 'Fri 08:00'],
  ])('%s is %s', (moment, words) => expect(time.moment(at(moment), now)).toBe(words))
})

describe('since', () => {
  test.each([
    ['2026-11-19T09:24:00Z', '10:24'],
    ['2026-11-17T09:24:00Z', 'Tuesday'],
    ['2026-11-09T09:24:00Z', '9 November'],
    ['2025-11-09T09:24:00Z', '9 November 2025'],
  ])('%s is %s', (moment, words) => expect(time.since(at(moment), now)).toBe(words))
})

describe('a day', () => {
  test.each([
    ['2026-11-18T23:30:00Z', 'Today, Thursday 19 November', 'Today'],
    ['2026-11-18T22:30:00Z', 'Yesterday, Wednesday 18 November', 'Yesterday'],
    ['2026-11-16T12:00:00Z', 'Monday 16 November', 'Monday 16 November'],
    ['2025-12-31T12:00:00Z', 'Wednesday, 31 December 2025', 'Wednesday, 31 December 2025'],
  ])('%s is %s', (moment, heading, name) => expect(time.day(at(moment), now)).toEqual({ heading, name }))

  test('is told apart across the change of the clocks', () => {
    const sunday = at('2026-10-25T22:30:00Z')
    const monday = at('2026-10-26T12:00:00Z')
    expect(time.day(sunday, monday).name).toBe('Yesterday')
  })
})

test.each([
  [1, 0],
  [60_000, 1],
  [60_999, 1],
  [61_000, 2],
  [0, 0],
  [-1, 0],
])('a deadline in %i ms is %i minutes away', (ms, minutes) =>
  expect(minutesUntil(now + ms, now)).toBe(minutes),
)

test.each([
  [null, 60_000],
  [now - 59_000, 10_000],
  [now - 60_000, 60_000],
])('"ago" ticks fast only below a minute (%s)', (then, ms) => expect(agoTickMs(then, now)).toBe(ms))

test.each([
  ['2026-11-19T14:00:00Z', '14:00'],
  ['2026-11-20T08:00:00Z', 'tomorrow 08:00'],
  ['2026-11-22T08:00:00Z', 'Sun 08:00'],
  ['2026-12-24T08:00:00Z', '24 Dec, 08:00'],
  ['2027-01-04T08:00:00Z', '4 Jan 2027, 08:00'],
])('until %s is "%s"', (at, said) => {
  expect(englishIn('UTC').until(Date.parse(at), Date.parse('2026-11-19T10:43:00Z'))).toBe(said)
})
