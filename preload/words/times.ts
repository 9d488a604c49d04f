import { dayMs, minuteMs } from '../kit/time.ts'
import type { MessageKey } from './keys.ts'
import type { Locale } from './locale.ts'

const quarterMs = 15 * minuteMs

/** Moments and days, as a person writes them, in one time zone. */
export interface Times {
  /** "10:42", "10:42 AM" */
  readonly clock: (at: number) => string
  /** "Fri 08:00" */
  readonly weekClock: (at: number) => string
  /** A time of day like 18:30, in the person's hour cycle. */
  readonly timeOfDay: (time: string) => string
  /** "Monday"; 1 is Monday. */
  readonly weekday: (day: number) => string
  /** The same with seconds: "10:42:07". */
  readonly exactClock: (at: number) => string
  /** Today "10:42", this week "Tue 16:20", this year "9 Nov", older "9 Nov 2025". */
  readonly moment: (at: number, now: number) => string
  /** For "since …": "10:24", "Tuesday", "9 November", "9 November 2025". */
  readonly since: (at: number, now: number) => string
  /** For "until …": today "14:00", "tomorrow 08:00", this week "Tue 08:00", later "30 Nov, 08:00". */
  readonly until: (at: number, now: number) => string
  /** "17 November", with the year when it is another one. */
  readonly date: (at: number, now: number) => string
  /** "17 November 2026" */
  readonly fullDate: (at: number) => string
  /** One calendar day, as a key. */
  readonly dayKey: (at: number) => string
  /** "Today, Thursday 19 November" and the short name, "Today". */
  readonly day: (at: number, now: number) => { readonly heading: string; readonly name: string }
}

type Phrase = (key: MessageKey, values?: object) => string

/** Makes the times of a locale, in the system's time zone or in the one given. */
export function times({ formats, hourCycle }: Locale, phrase: Phrase, timeZone?: string): Times {
  const zone = timeZone === undefined ? {} : { timeZone }
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(formats, { ...options, ...zone })
  const hours = { hour: hourCycle === 'h23' ? '2-digit' : 'numeric', minute: '2-digit', hourCycle } as const
  const short = { day: 'numeric', month: 'short' } as const
  const long = { day: 'numeric', month: 'long' } as const
  const year = { year: 'numeric' } as const
  const clockFormat = format(hours)
  const exactFormat = format({ ...hours, second: '2-digit' })
  const weekClock = format({ weekday: 'short', ...hours })
  const weekday = format({ weekday: 'long' })
  const dayHours = new Intl.DateTimeFormat(formats, { ...hours, timeZone: 'UTC' })
  const weekdays = new Intl.DateTimeFormat(formats, { weekday: 'long', timeZone: 'UTC' })
  const shortDate = format(short)
  const shortYear = format({ ...short, ...year })
  const longDate = format(long)
  const longYear = format({ ...long, ...year })
  const fullDay = format({ weekday: 'long', ...long })
  const fullDayYear = format({ weekday: 'long', ...long, ...year })
  const dateClock = format({ ...short, ...hours })
  const yearClock = format({ ...short, ...year, ...hours })

  const partsFormat = new Intl.DateTimeFormat('en-CA', zone) // like 2026-11-19, whatever the person's calendar
  // A long history asks for the same hours again and again; every zone changes its day on a quarter of an hour.
  const keys = new Map<number, string>()
  const dayKey = (at: number) => {
    const quarter = Math.floor(at / quarterMs)
    const key = keys.get(quarter) ?? partsFormat.format(at)
    keys.set(quarter, key)
    return key
  }
  /** Whole calendar days from `at` back from `now`; negative for the future. */
  const daysAgo = (at: number, now: number) =>
    Math.round((Date.parse(dayKey(now)) - Date.parse(dayKey(at))) / dayMs)
  const isThisYear = (at: number, now: number) => dayKey(at).slice(0, 4) === dayKey(now).slice(0, 4)
  const clock = (at: number) => clockFormat.format(at)
  const date = (at: number, now: number) => (isThisYear(at, now) ? longDate : longYear).format(at)

  return {
    clock,
    weekClock: (at) => weekClock.format(at),
    timeOfDay: (time) => dayHours.format(Date.parse(`1970-01-01T${time}Z`)),
    weekday: (day) => weekdays.format((day + 3) * dayMs), // 1970 began on a Thursday
    exactClock: (at) => exactFormat.format(at),
    date,
    fullDate: (at) => longYear.format(at),
    dayKey,
    moment(at, now) {
      const days = daysAgo(at, now)
      if (days === 0) return clock(at)
      if (Math.abs(days) < 7) return weekClock.format(at)
      return (isThisYear(at, now) ? shortDate : shortYear).format(at)
    },
    until(at, now) {
      const days = daysAgo(at, now)
      if (days === 0) return clock(at)
      if (days === -1) return phrase('time.tomorrow', { time: clock(at) })
      if (Math.abs(days) < 7) return weekClock.format(at)
      return (isThisYear(at, now) ? dateClock : yearClock).format(at)
    },
    since(at, now) {
      const days = daysAgo(at, now)
      if (days === 0) return clock(at)
      return Math.abs(days) < 7 ? weekday.format(at) : date(at, now)
    },
    day(at, now) {
      const full = (isThisYear(at, now) ? fullDay : fullDayYear).format(at)
      const key = ([undefined, 'time.today', 'time.yesterday'] as const)[daysAgo(at, now) + 1]
      if (key === undefined) return { heading: full, name: full }
      const name = phrase(key)
      return { heading: phrase('time.day', { name, date: full }), name }
    },
  }
}
