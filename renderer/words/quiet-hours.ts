import type { QuietHours } from '../../preload/contract/rules.ts'
import { locale } from './number.ts'

const week = [1, 2, 3, 4, 5, 6, 7] as const
// A Monday.
const dayNames = (weekday: 'short' | 'long') => {
  const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
  return week.map((day) => format.format(Date.UTC(2026, 0, 4 + day)))
}
const long = dayNames('long')
const list = new Intl.ListFormat(locale)

/** The days of a week by number, with their short names. */
export const weekdays = dayNames('short').map((short, index) => ({ day: index + 1, short }))

/** Every word of the hours' fields. */
export const quietWords = {
  from: 'From',
  to: 'To',
  zone: 'Time zone',
  here: (zone: string) => `${zone} (this computer)`,
  days: 'Begin on',
  wholeDays: 'Quiet all day on',
  digest: 'One digest when quiet hours end',
} as const

/** "18:30 to 08:00, Monday to Friday, and all weekend". */
export function quietHoursWords({ from, to, days, wholeDays }: QuietHours): string {
  const whole = wholeDays.length > 0 ? `all ${wholeWords(wholeDays)}` : ''
  if (days.length === 0) return whole === '' ? 'On no day' : whole.replace(/^a/, 'A')
  const hours = `${from} to ${to}, ${days.length === 7 ? 'every day' : daysWords(days)}`
  return whole === '' ? hours : `${hours}, and ${whole}`
}

/** "Monday to Friday", "Saturday and Sunday", "Monday, Wednesday and Friday". */
function daysWords(days: readonly number[]): string {
  const [first, ...rest] = weekOrder(days)
  const last = rest.at(-1)
  if (first === undefined) return ''
  if (last !== undefined && rest.length > 1 && last - first === rest.length)
    return `${nameOf(first)} to ${nameOf(last)}`
  return list.format([first, ...rest].map(nameOf))
}

function wholeWords(days: readonly number[]): string {
  if (days.length === 7) return 'week'
  return weekOrder(days).join() === '6,7' ? 'weekend' : daysWords(days)
}

/** Days from Monday on. */
export const weekOrder = (days: readonly number[]): number[] => days.toSorted((one, other) => one - other)

const nameOf = (day: number) => long[day - 1] ?? ''

/** A zone as people read it: "America / New York". */
export const zoneWords = (zone: string): string => zone.replaceAll('_', ' ').replaceAll('/', ' / ')

/** The last part of the zone of this computer: "Berlin". */
export const cityOf = (zone: string): string => zoneWords(zone.split('/').at(-1) ?? zone)

/** The zone that hours are meant in. */
export const zoneOf = ({ zone }: QuietHours): string => zoneWords(zone ?? here())

/** The zone of this computer. */
export const here = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone
