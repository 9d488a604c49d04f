import type { QuietHours } from '../../preload/contract/rules.ts'
import type { QuietFact } from '../history/decided-by.ts'
import { Zone } from './zone.ts'
import { minuteMs, dayMs } from '../kit/time.ts'

/** A quiet time: why, and when it ends. */
export interface Quiet {
  /** Infinity: never by itself. */
  readonly until: number
  readonly by: QuietFact
}

interface Stretch {
  readonly from: number
  readonly until: number
  readonly by: QuietFact
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
    const { by } = now
    let { until } = now
    for (let day = today - 1; day <= dayOf(until); day++) {
      if (day > today + daysAhead) return { by, until: Infinity }
      for (const next of stretches(day)) {
        if (next.from <= until) until = Math.max(until, next.until)
      }
    }
    return { by, until }
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
      by: { kind: 'hours', from, to },
    })
  }
  if (wholeDays.includes(weekday)) {
    stretches.push({
      from: zone.moment(midnight, 'first'),
      until: zone.moment(midnight + dayMs, 'first'),
      by: { kind: 'whole-day', weekday },
    })
  }
  return stretches.sort((a, b) => a.from - b.from)
}

function timeMs(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * minuteMs
}
