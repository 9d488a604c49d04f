import { expect, test } from 'vitest'
import { timeOfDay } from '../../../renderer/ui/time-of-day.ts'
import { cityOf, quietHoursWords, weekdays, zoneWords } from '../../../renderer/words/quiet-hours.ts'
import { english } from '../../words.ts'
import { quietHours } from '../../window/sample-details.ts'

test.each([
  [[1, 2, 3, 4, 5], [6, 7], '18:30 to 08:00, Monday to Friday, and all day Saturday and Sunday'],
  [[1, 2, 3, 4, 5], [], '18:30 to 08:00, Monday to Friday'],
  [[7, 6], [], '18:30 to 08:00, Saturday and Sunday'],
  [[5, 1, 3], [7], '18:30 to 08:00, Monday, Wednesday and Friday, and all day Sunday'],
  [[1, 2, 3, 4, 5, 6, 7], [], '18:30 to 08:00, every day'],
  [[], [6, 7], 'All day Saturday and Sunday'],
  [[], [1, 2, 3, 4, 5, 6, 7], 'All day every day'],
  [[], [], 'On no days'],
])('hours on %j, all of %j', (days, wholeDays, expected) => {
  expect(quietHoursWords({ ...quietHours, days, wholeDays }, english)).toBe(expected)
})

test('the week begins on Monday; zones are read by their city', () => {
  expect(
    weekdays(english)
      .map(({ short }) => short)
      .join(' '),
  ).toBe('Mon Tue Wed Thu Fri Sat Sun')
  expect(zoneWords('America/New_York')).toBe('America / New York')
  expect(cityOf('America/New_York')).toBe('New York')
})

test.each([
  [0, 0, 'You have no changes yet to try the rules on.'],
  [0, 1, 'You wouldn’t have been notified about the last change'],
  [1, 1, 'You’d have been notified about the last change'],
  [0, 37, 'You’d have been notified about none of the last 37 changes'],
  [4, 100, 'You’d have been notified about 4 of the last 100 changes'],
])('%i of %i', (notified, n, expected) => {
  expect(english.phrase('rules.preview.result', { notified, n })).toBe(expected)
})

test.each([
  ['18:30', '18:30'],
  ['8', '08:00'],
  [' 8.05 ', '08:05'],
  ['1830', '18:30'],
  ['830', '08:30'],
  ['24:00', null],
  ['12:60', null],
  ['18:3', null],
  ['', null],
])('%j is the time %j', (text, expected) => {
  expect(timeOfDay(text)).toBe(expected)
})
