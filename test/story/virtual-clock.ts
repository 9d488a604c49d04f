import type { Clock } from '../../main/kit/clock.ts'

interface Timer {
  readonly time: number
  readonly run: () => void
}

/** Time that moves when told. Between two timers everything that can happen without waiting happens. */
export class VirtualClock implements Clock {
  #now: number
  readonly #rounds: number | undefined
  readonly #timers = new Set<Timer>()

  /** `rounds`: how long it waits between two timers for what happens by itself. */
  constructor(start: Date = new Date('2026-11-19T09:00:00Z'), rounds?: number) {
    this.#now = start.getTime()
    this.#rounds = rounds
  }

  now(): number {
    return this.#now
  }

  at(time: number, run: () => void): Disposable {
    const timer = { time, run }
    this.#timers.add(timer)
    return { [Symbol.dispose]: () => void this.#timers.delete(timer) }
  }

  after(ms: number, run: () => void): Disposable {
    return this.at(this.#now + ms, run)
  }

  /** How many timers wait: a leak shows here. */
  get waiting(): number {
    return this.#timers.size
  }

  /** Lets time pass, timer by timer. */
  async advance(span: { hours?: number; minutes?: number; seconds?: number; ms?: number }): Promise<void> {
    const { hours = 0, minutes = 0, seconds = 0, ms = 0 } = span
    const end = this.#now + ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms
    await settled(this.#rounds)
    for (let next = this.#due(end); next; next = this.#due(end)) {
      this.#timers.delete(next)
      this.#now = Math.max(this.#now, next.time)
      next.run()
      await settled(this.#rounds)
    }
    this.#now = end
  }

  /** The wall clock jumps, as after sleep: timers stand still, and what is due runs only with the next `advance`. */
  jump(ms: number): void {
    this.#now += ms
  }

  #due(end: number): Timer | undefined {
    return [...this.#timers].filter((timer) => timer.time <= end).sort((a, b) => a.time - b.time)[0]
  }
}

/** Promises and immediates run until nothing more happens by itself. */
export async function settled(rounds = 40): Promise<void> {
  for (let round = 0; round < rounds; round++) await new Promise((resolve) => setImmediate(resolve))
}
