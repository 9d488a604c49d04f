import { secondMs, dayMs } from '../kit/time.ts'

/** A time zone: what its clocks show at a moment, and at which moment they show something. */
export class Zone {
  readonly #clock: Intl.DateTimeFormat
  /** How far its clocks are ahead of UTC, by quarter of an hour: they are set only between two of those. */
  readonly #ahead = new Map<number, number>()

  /** Null, or a name nobody knows: the computer's own. */
  constructor(name: string | null) {
    this.#clock = clockIn(name) ?? new Intl.DateTimeFormat('en-US', fieldsShown)
  }

  /** What the clocks show, to the second, written as if it were a moment in UTC. */
  shown(at: number): number {
    const whole = Math.floor(at / secondMs) * secondMs
    const quarter = Math.floor(at / quarterMs) * quarterMs
    const known = this.#ahead.get(quarter)
    if (known !== undefined) return whole + known
    const ahead = this.#read(quarter) - quarter
    if (this.#ahead.size >= mostKept) this.#ahead.clear()
    this.#ahead.set(quarter, ahead)
    return whole + ahead
  }

  /** Asks the system, which takes its time. */
  #read(at: number): number {
    const field = new Map(this.#clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const of = (type: Intl.DateTimeFormatPartTypes) => field.get(type) ?? 0
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  }

  /** When the clocks show it: the first or the last time, where they are set back; as they skip it, where forward. */
  moment(shown: number, which: 'first' | 'last'): number {
    const offsets = [shown - dayMs, shown + dayMs].map((at) => this.shown(at) - at)
    const [early = 0, late = 0] = offsets.map((offset) => shown - offset).sort((a, b) => a - b)
    const hits = [early, late].filter((at) => this.shown(at) === shown)
    if (hits.length > 0) return which === 'first' ? Math.min(...hits) : Math.max(...hits)
    return this.#skipped(shown, early, late)
  }

  /** The first second after which the clocks are past it. */
  #skipped(shown: number, before: number, after: number): number {
    let [from, to] = [before, after]
    while (to - from > secondMs) {
      const middle = from + Math.floor((to - from) / 2 / secondMs) * secondMs
      if (this.shown(middle) < shown) from = middle
      else to = middle
    }
    return to
  }
}

const quarterMs = 15 * 60 * secondMs
const mostKept = 2_000

const fieldsShown: Intl.DateTimeFormatOptions = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
}

function clockIn(name: string | null): Intl.DateTimeFormat | null {
  if (name === null) return null
  try {
    return new Intl.DateTimeFormat('en-US', { ...fieldsShown, timeZone: name })
  } catch {
    return null // kept by a computer that knew more zones
  }
}
