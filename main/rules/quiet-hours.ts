import type { QuietHours } from '../../preload/contract/rules.ts'
import { Zone } from './zone.ts'
import { minuteMs, dayMs } from '../kit/time.ts'

/** A quiet time: why, and when it ends. */
export interface Quiet {
  /** Infinity: never by itself. */
  readonly until: number
  /** Like "18:30 to 08:00", or the whole day's name. */
  readonly words: string
}

interface Stretch {
  readonly from: number
  readonly until: number
  readonly words: string
}

/** Longer than a week without a break is for ever. */
const daysAhead = 9

/** Is it quiet at a moment, and until when? Hours that meet are one quiet time. */
export function quietAt(hours: QuietHours, at: number): Quiet | null {
  return quietIn(hours)(at)
}

/** The same for many moments. */
export function quietIn(hours: QuietHours): (at: number) => Quiet | null {
  const zone = new Zone(hours.zone)
  const dayOf = (at: number) => Math.floor(zone.shown(at) / dayMs)
  const known = new Map<number, readonly Stretch[]>()
  const stretches = (day: number) => {
    const all = known.get(day) ?? stretchesOf(hours, zone, day)
    known.set(day, all)
    return all
  }
  return (at) => {
    const today = dayOf(at)
    const near = [today - 1, today].flatMap(stretches)
    const now = near.find(({ from, until }) => from <= at && at < until)
    if (!now) return null
    const { words } = now
    let { until } = now
    for (let day = today - 1; day <= dayOf(until); day++) {
      if (day > today + daysAhead) return { words, until: Infinity }
      for (const next of stretches(day)) {
        if (next.from <= until) until = Math.max(until, next.until)
      }
    }
    return { words, until }
  }
}

/** The next time the clocks of a zone show a time of day: of this computer's, unless told otherwise. */
export function nextTimeOfDay(time: string, at: number, zone = new Zone(null)): number {
  const today = Math.floor(zone.shown(at) / dayMs)
  const moments = [0, 1, 2].map((day) => zone.moment((today + day) * dayMs + timeMs(time), 'first'))
  return moments.find((moment) => moment > at) ?? at + dayMs
}

/** What of a day is quiet, in the order in which it begins: hours over midnight belong to the day on which they begin. */
function stretchesOf({ from, to, days, wholeDays }: QuietHours, zone: Zone, day: number): Stretch[] {
  const weekday = ((day + 3) % 7) + 1 // 1970 began on a Thursday
  const midnight = day * dayMs
  const stretches: Stretch[] = []
  if (days.includes(weekday)) {
    const end = midnight + timeMs(to) + (to <= from ? dayMs : 0)
    stretches.push({
      from: zone.moment(midnight + timeMs(from), 'first'),
      until: zone.moment(end, 'last'),
      words: `${from} to ${to}`,
    })
  }
  if (wholeDays.includes(weekday)) {
    stretches.push({
      from: zone.moment(midnight, 'first'),
      until: zone.moment(midnight + dayMs, 'first'),
      words: weekdayName.format(midnight),
    })
  }
  return stretches.sort((a, b) => a.from - b.from)
}

const weekdayName = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })

function timeMs(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * minuteMs
}
