import type { Clock } from './clock.ts'
import { Listeners } from './listeners.ts'
import { dayMs, minuteMs, secondMs } from './time.ts'

/** Networks and servers are this slow, and a date in a reply counts whole seconds. */
const jitterMs = 5 * secondMs

/**
 * The wall clock as far as a server's agrees with it, within a minute; else the server's. Before any server spoke, the
 * wall clock. For what is agreed with others by date, and for what cannot be taken back.
 */
export class CheckedClock implements Clock {
  readonly #clock: Clock
  /** What the server's clock showed when the even hand began. */
  #origin: number | null = null
  #heardAt = 0
  readonly #corrected = new Listeners<void>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** A server said what time it is. */
  heard(time: number): void {
    const origin = time - this.#clock.elapsed()
    this.#heardAt = this.#clock.elapsed()
    if (this.#origin !== null && Math.abs(origin - this.#origin) < jitterMs) return
    this.#origin = origin
    this.#corrected.emit()
  }

  /** The time on which this computer and a server agreed within the last day; null: nobody confirmed it, or it is wrong. */
  get confirmed(): number | null {
    const server = this.#server
    if (server === null || this.elapsed() - this.#heardAt > dayMs) return null
    const wall = this.#clock.now()
    return Math.abs(wall - server) < dayMs ? Math.min(wall, server) : null
  }

  now(): number {
    const [wall, server] = [this.#clock.now(), this.#server]
    return server === null || Math.abs(wall - server) < minuteMs ? wall : server
  }

  elapsed(): number {
    return this.#clock.elapsed()
  }

  after(ms: number, run: () => void): Disposable {
    return this.#clock.after(ms, run)
  }

  /** Looked at when either clock could have come to it, and when the server's word changes. */
  at(time: number, run: () => void): Disposable {
    let timers: readonly Disposable[] = []
    const end = () => {
      for (const timer of timers) timer[Symbol.dispose]()
    }
    const arm = () => {
      const isEarly = this.#clock.now() < time
      timers = [
        this.#corrected.add(look),
        this.#clock.after(time - this.now(), look),
        ...(isEarly ? [this.#clock.at(time, look)] : []),
      ]
    }
    const look = () => {
      end()
      if (this.now() >= time) run()
      else arm()
    }
    arm()
    return { [Symbol.dispose]: end }
  }

  get #server(): number | null {
    return this.#origin === null ? null : this.#origin + this.#clock.elapsed()
  }
}
