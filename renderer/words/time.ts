import { count, locale } from './number.ts'

const minuteMs = 60_000
const quarterMs = 15 * minuteMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const tomorrow = 'tomorrow'

/** Words for moments, days and spans, in one time zone. */
export interface TimeWords {
  /** "10:42" */
  clock(at: number): string
  /** Today "10:42", this week "Tue 16:20", this year "9 Nov", older "9 Nov 2025". */
  moment(at: number, now: number): string
  /** For "since …": "10:24", "Tuesday", "9 November", "9 November 2025". */
  since(at: number, now: number): string
  /** For "until …": today "14:00", "tomorrow 08:00", this week "Tue 08:00", later "30 Nov 08:00". */
  until(at: number, now: number): string
  /** "17 November", with the year when it is another one. */
  date(at: number, now: number): string
  /** "17 November 2026" */
  fullDate(at: number): string
  /** One calendar day, as a key. */
  dayKey(at: number): string
  /** "Today, Thursday 19 November" and the short name, "Today". */
  day(at: number, now: number): { readonly heading: string; readonly name: string }
}

/** Makes the words for the system's time zone, or for the one given. */
export function timeWords(timeZone?: string): TimeWords {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, timeZone === undefined ? options : { ...options, timeZone })
  const clockFormat = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const partsFormat = format({ year: 'numeric', month: '2-digit', day: '2-digit' })
  const weekdayShort = format({ weekday: 'short' })
  const weekdayLong = format({ weekday: 'long' })
  const dateShort = format({ day: 'numeric', month: 'short' })
  const dateLong = format({ day: 'numeric', month: 'long' })
  const year = format({ year: 'numeric' })

  const keyOf = (at: number) => {
    const part = Object.fromEntries(partsFormat.formatToParts(at).map(({ type, value }) => [type, value]))
    return `${part['year']}-${part['month']}-${part['day']}`
  }
  // A long history asks for the same hours again and again; every zone changes its day on a quarter of an hour.
  const keys = new Map<number, string>()
  const dayKey = (at: number) => {
    const quarter = Math.floor(at / quarterMs)
    const key = keys.get(quarter) ?? keyOf(at)
    keys.set(quarter, key)
    return key
  }
  /** Whole calendar days from `at` back from `now`; negative for the future. */
  const daysAgo = (at: number, now: number) =>
    Math.round((Date.parse(dayKey(now)) - Date.parse(dayKey(at))) / dayMs)
  const withYear = (words: string, at: number, now: number) =>
    year.format(at) === year.format(now) ? words : `${words} ${year.format(at)}`
  const clock = (at: number) => clockFormat.format(at)
  const date = (at: number, now: number) => withYear(dateLong.format(at), at, now)

  return {
    clock,
    date,
    fullDate: (at) => `${dateLong.format(at)} ${year.format(at)}`,
    dayKey,
    moment(at, now) {
      const days = daysAgo(at, now)
      if (days === 0) return clock(at)
      if (Math.abs(days) < 7) return `${weekdayShort.format(at)} ${clock(at)}`
      return withYear(dateShort.format(at), at, now)
    },
    until(at, now) {
      const days = daysAgo(at, now)
      if (days === 0) return clock(at)
      if (days === -1) return `${tomorrow} ${clock(at)}`
      const day = Math.abs(days) < 7 ? weekdayShort.format(at) : withYear(dateShort.format(at), at, now)
      return `${day} ${clock(at)}`
    },
    since(at, now) {
      const days = daysAgo(at, now)
      if (days === 0) return clock(at)
      return Math.abs(days) < 7 ? weekdayLong.format(at) : date(at, now)
    },
    day(at, now) {
      const full = withYear(`${weekdayLong.format(at)} ${dateLong.format(at)}`, at, now)
      const name = ['Today', 'Yesterday'][daysAgo(at, now)]
      return name ? { heading: `${name}, ${full}`, name } : { heading: full, name: full }
    },
  }
}

/** A span in the largest unit that fits: "8 s", "4 min", "3 h", "2 days". */
export function span(ms: number): string {
  if (ms < minuteMs) return `${Math.max(0, Math.floor(ms / 1000))} s`
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min`
  if (ms < dayMs) return `${Math.floor(ms / hourMs)} h`
  return count(Math.floor(ms / dayMs), { one: '# day', other: '# days' })
}

/** Whole minutes until a deadline, begun ones counted; 0 once it is past. */
export const minutesUntil = (until: number, now: number): number =>
  Math.max(0, Math.ceil(Math.floor((until - now) / 1_000) / 60)) // `now` ticks in seconds

/** How often an "ago" text changes: once a minute, once in 10 s below a minute (interface.md 2). */
export function agoTickMs(at: number | null, now: number): number {
  return at !== null && now - at < minuteMs ? 10_000 : minuteMs
}
