import type { Clock } from '../../main/kit/clock.ts'

interface Timer {
  readonly leftMs: () => number
  readonly run: () => void
}

/** Time that moves when told, each hand for itself. Between two timers everything that can happen without waiting happens. */
export class VirtualClock implements Clock {
  readonly #start: number
  readonly #rounds: number | undefined
  readonly #timers = new Set<Timer>()
  /** Far from the wall clock, so that no test passes which takes one hand for the other. */
  #elapsed = 1_000_000
  #elapsedAtStart = this.#elapsed
  #setByMs = 0

  /** `rounds`: how long it waits between two timers for what happens by itself. */
  constructor(start: Date = new Date('2026-11-19T09:00:00Z'), rounds?: number) {
    this.#start = start.getTime()
    this.#rounds = rounds
  }

  /** The same time by a clock that nobody sets: Microsoft's. */
  readonly truth: Clock = {
    now: () => this.#trueTime,
    elapsed: () => this.#elapsed,
    at: (time, run) => this.after(time - this.#trueTime, run),
    after: (ms, run) => this.after(ms, run),
  }

  // Bound, for parts of a clock are handed on.
  readonly now = (): number => this.#trueTime + this.#setByMs
  readonly elapsed = (): number => this.#elapsed

  at(time: number, run: () => void): Disposable {
    return this.#add({ leftMs: () => time - this.now(), run })
  }

  after(ms: number, run: () => void): Disposable {
    const end = this.#elapsed + ms
    return this.#add({ leftMs: () => end - this.#elapsed, run })
  }

  /** How many timers wait: a leak shows here. */
  get waiting(): number {
    return this.#timers.size
  }

  /** Lets time pass, timer by timer. */
  async advance(span: { hours?: number; minutes?: number; seconds?: number; ms?: number }): Promise<void> {
    const { hours = 0, minutes = 0, seconds = 0, ms = 0 } = span
    const end = this.#elapsed + ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms
    await settled(this.#rounds)
    for (let next = this.#due(end); next; next = this.#due(end)) {
      this.#timers.delete(next)
      this.#elapsed += Math.max(0, next.leftMs())
      next.run()
      await settled(this.#rounds)
    }
    this.#elapsed = end
  }

  /** The computer slept: timers stood still, and what is due runs only with the next `advance`. */
  sleep(ms: number): void {
    this.#elapsed += ms
  }

  /** Somebody, or the network, sets the wall clock forward or, with less than nothing, back. */
  set(ms: number): void {
    this.#setByMs += ms
  }

  get #trueTime(): number {
    return this.#start + this.#elapsed - this.#elapsedAtStart
  }

  #add(timer: Timer): Disposable {
    this.#timers.add(timer)
    return { [Symbol.dispose]: () => void this.#timers.delete(timer) }
  }

  #due(end: number): Timer | undefined {
    const leftMs = end - this.#elapsed
    return [...this.#timers]
      .filter((timer) => timer.leftMs() <= leftMs)
      .sort((a, b) => a.leftMs() - b.leftMs())[0]
  }
}

/** Promises and immediates run until nothing more happens by itself. */
export async function settled(rounds = 40): Promise<void> {
  for (let round = 0; round < rounds; round++) await new Promise((resolve) => setImmediate(resolve))
}
