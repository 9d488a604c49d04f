import { describe, expect, test } from 'vitest'
import { nextTimeOfDay, quietAt } from '../../../main/rules/quiet-hours.ts'
import { Zone } from '../../../main/rules/zone.ts'
import type { QuietHours } from '../../../preload/contract/rules.ts'

const at = (text: string) => Date.parse(text)
const when = (moment: number | undefined) =>
  moment === undefined ? null : moment === Infinity ? 'never' : new Date(moment).toISOString().slice(0, 16)
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const hours = (facts: Partial<QuietHours>): QuietHours => ({
  from: '18:30',
  to: '08:00',
  days: everyDay,
  wholeDays: [],
  zone: 'Europe/Berlin',
  digest: true,
  ...facts,
})
const night = { from: '22:00', to: '02:30' }
const inNewYork = { zone: 'America/New_York' }
const inIndia = { zone: 'Asia/Kolkata' }
const inGap = { from: '02:30', to: '05:00' }
const weekdays = [1, 2, 3, 4, 5]

/** 2026-11-19 is a Thursday. Berlin's clocks go back on 2026-10-25 and forward on 2026-03-29, New York's on 11-01 and 03-08. */
describe('is it quiet, and until when (in UTC)?', () => {
  test.each<[string, Partial<QuietHours>, string, string | null]>([
    ['before', {}, '2026-11-19T18:29+01:00', null],
    ['as they begin', {}, '2026-11-19T18:30+01:00', '2026-11-20T07:00'],
    ['after midnight', {}, '2026-11-20T02:14+01:00', '2026-11-20T07:00'],
    ['as they end', {}, '2026-11-20T08:00+01:00', null],
    ['within a day', { from: '12:00', to: '13:00' }, '2026-11-19T12:30+01:00', '2026-11-19T12:00'],
    ['a day without', { days: [5] }, '2026-11-19T20:00+01:00', null],
    ['the morning after a day with', { days: [4] }, '2026-11-20T07:59+01:00', '2026-11-20T07:00'],
    ['the morning of a day with', { days: [4] }, '2026-11-19T07:59+01:00', null],
    [
      'from is to: around the clock',
      { from: '09:00', to: '09:00', days: [4] },
      '2026-11-20T08:59+01:00',
      '2026-11-20T08:00',
    ],
    [
      'from is to, the hour before',
      { from: '09:00', to: '09:00', days: [4] },
      '2026-11-19T08:59+01:00',
      null,
    ],
    ['from is to, each day', { from: '09:00', to: '09:00' }, '2026-11-19T12:00+01:00', 'never'],
    ['a whole day', { days: [], wholeDays: [6] }, '2026-11-21T23:59+01:00', '2026-11-21T23:00'],
    ['the day after it', { days: [], wholeDays: [6] }, '2026-11-22T00:00+01:00', null],
    [
      'a weekend after the hours of Friday',
      { days: weekdays, wholeDays: [6, 7] },
      '2026-11-20T19:00+01:00',
      '2026-11-22T23:00',
    ],
    [
      'a weekend and Sunday night',
      { days: [1, 2, 3, 4, 5, 7], wholeDays: [6, 7] },
      '2026-11-20T19:00+01:00',
      '2026-11-23T07:00',
    ],
    ['whole days, each day', { wholeDays: everyDay }, '2026-11-19T12:00+01:00', 'never'],
    ['no day', { days: [] }, '2026-11-19T20:00+01:00', null],
    ['elsewhere it is day', inNewYork, '2026-11-19T20:00+01:00', null],
    ['elsewhere it is night', inNewYork, '2026-11-20T02:00+01:00', '2026-11-20T13:00'],
    ['half hours', inIndia, '2026-11-19T13:00Z', '2026-11-20T02:30'],
    ['half hours, a minute before', inIndia, '2026-11-19T12:59Z', null],
    [
      'a zone nobody knows is the computer’s',
      { zone: 'Mars/Olympus', days: [], wholeDays: everyDay },
      '2026-11-19T12:00Z',
      'never',
    ],
    ['the night is an hour longer, Berlin', {}, '2026-10-24T22:00+02:00', '2026-10-25T07:00'],
    ['the night is an hour shorter, Berlin', {}, '2026-03-28T22:00+01:00', '2026-03-29T06:00'],
    ['the night is an hour longer, New York', inNewYork, '2026-10-31T22:00-04:00', '2026-11-01T13:00'],
    ['the night is an hour shorter, New York', inNewYork, '2026-03-07T22:00-05:00', '2026-03-08T12:00'],
    ['the end comes twice: the second one, Berlin', night, '2026-10-25T02:45+02:00', '2026-10-25T01:30'],
    ['after the second one, Berlin', night, '2026-10-25T02:30+01:00', null],
    [
      'the end comes twice, New York',
      { from: '22:00', to: '01:30', ...inNewYork },
      '2026-11-01T01:45-04:00',
      '2026-11-01T06:30',
    ],
    ['the end is skipped: at the change, Berlin', night, '2026-03-29T01:59+01:00', '2026-03-29T01:00'],
    [
      'the end is skipped, New York',
      { ...night, ...inNewYork },
      '2026-03-08T01:59-05:00',
      '2026-03-08T07:00',
    ],
    ['the beginning is skipped: at the change', inGap, '2026-03-29T03:00+02:00', '2026-03-29T03:00'],
    ['a minute before it', inGap, '2026-03-29T01:59+01:00', null],
    ['a whole day of 25 hours', { days: [], wholeDays: [7] }, '2026-10-25T00:00+02:00', '2026-10-25T23:00'],
    [
      'midnight is skipped, Beirut',
      { days: [], wholeDays: [7], zone: 'Asia/Beirut' },
      '2026-03-29T01:00+03:00',
      '2026-03-29T21:00',
    ],
  ])('%s', (_name, facts, moment, until) => {
    expect(when(quietAt(hours(facts), at(moment))?.until)).toBe(until)
  })
})

test.each([
  [{}, '2026-11-19T20:00+01:00', { kind: 'hours', from: '18:30', to: '08:00' }],
  [{ wholeDays: [6] }, '2026-11-21T12:00+01:00', { kind: 'whole-day', weekday: 6 }],
])('which of them it is: %j', (facts, moment, by) => {
  expect(quietAt(hours(facts), at(moment))?.by).toEqual(by)
})

test('each minute of a year is quiet as its clock says, whatever the clocks do', () => {
  for (const zone of ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']) {
    const clock = new Zone(zone)
    for (let moment = at('2026-01-01T00:07Z'); moment < at('2027-01-01T00:00Z'); moment += 37 * 3_600_000) {
      const shown = new Date(clock.shown(moment))
      const minute = shown.getUTCHours() * 60 + shown.getUTCMinutes()
      const isNight = minute >= 18 * 60 + 30 || minute < 8 * 60
      expect(quietAt(hours({ zone }), moment) !== null, `${zone} ${when(moment)}`).toBe(isNight)
    }
  }
})

test('the next time of day is by this computer’s clock, and never now', () => {
  const eight = new Date(2026, 10, 19, 8).getTime()
  expect(nextTimeOfDay('08:00', eight - 1)).toBe(eight)
  expect(nextTimeOfDay('08:00', eight)).toBe(new Date(2026, 10, 20, 8).getTime())
})
