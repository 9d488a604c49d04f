import type { QuietHours } from '../../preload/contract/rules.ts'
import { dayMs } from '../../preload/kit/time.ts'
import type { Words } from '../../preload/words/words.ts'

const week = [1, 2, 3, 4, 5, 6, 7] as const
const sundayMs = Date.UTC(2026, 0, 4)

const dayNames = ({ locale }: Words, weekday: 'short' | 'long') => {
  const format = new Intl.DateTimeFormat(locale.formats, { weekday, timeZone: 'UTC' })
  return week.map((day) => format.format(sundayMs + day * dayMs))
}

/** The days of a week by number, with their short names. */
export const weekdays = (words: Words) =>
  dayNames(words, 'short').map((short, index) => ({ day: index + 1, short }))

/** "18:30 to 08:00, Monday to Friday, and all day Saturday and Sunday". */
export function quietHoursWords({ from, to, days, wholeDays }: QuietHours, words: Words): string {
  const whole = daysWords(wholeDays, words)
  if (days.length === 0)
    return wholeDays.length === 0
      ? words.phrase('quiet.words.never')
      : words.phrase('quiet.words.whole', { whole })
  const hours = { from: words.timeOfDay(from), to: words.timeOfDay(to), days: daysWords(days, words) }
  return wholeDays.length === 0
    ? words.phrase('quiet.words.hours', hours)
    : words.phrase('quiet.words.hours-and-whole', { ...hours, whole })
}

/** "every day", "Monday to Friday", "Saturday and Sunday", "Monday, Wednesday, and Friday". */
function daysWords(days: readonly number[], words: Words): string {
  if (days.length === week.length) return words.phrase('quiet.words.every-day')
  const names = dayNames(words, 'long')
  const named = weekOrder(days)
  const [first, last] = [named[0] ?? 0, named.at(-1) ?? 0]
  if (named.length > 2 && last - first === named.length - 1)
    return words.phrase('quiet.words.day-range', {
      first: names[first - 1] ?? '',
      last: names[last - 1] ?? '',
    })
  return words.list(
    named.map((day) => names[day - 1] ?? ''),
    'and',
  )
}

/** Days from Monday on. */
export const weekOrder = (days: readonly number[]): number[] => days.toSorted((one, other) => one - other)

/** What zones are called today; browsers still list some by names of before. */
const renamed: Readonly<Record<string, string>> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** A zone as people read it: "America / New York". */
export const zoneWords = (zone: string): string =>
  (renamed[zone] ?? zone).replaceAll('_', ' ').replaceAll('/', ' / ')

/** A zone with how far it is from UTC now: "Europe / Kyiv (UTC+3)". */
export function zoneWithOffset(zone: string, at: number): string {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' })
  const offset = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return `${zoneWords(zone)} (${offset.replace('GMT', 'UTC')})`
}

/** The last part of the zone of this computer: "Berlin". */
export const cityOf = (zone: string): string => zoneWords((renamed[zone] ?? zone).split('/').at(-1) ?? zone)

/** The zone that hours are meant in. */
export const zoneOf = ({ zone }: QuietHours): string => zoneWords(zone ?? here())

/** The zone of this computer. */
export const here = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone
