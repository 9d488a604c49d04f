import { uptime } from 'node:os'
import { secondMs } from './time.ts'

/** Time as the app knows it, with two hands, in milliseconds. Tests move each by hand. */
export interface Clock {
  /** The wall clock, since 1970: for what people read, and for what is stored. It is set back and forth at any time. */
  now(): number
  /** Runs evenly, through sleep too, whatever the wall clock is set to: for every duration. It begins anywhere. */
  elapsed(): number
  /** Runs once after `ms` of {@link elapsed}. */
  after(ms: number, run: () => void): Disposable
  /** Runs once when the wall clock shows `time`, also where it was set or the computer slept meanwhile. */
  at(time: number, run: () => void): Disposable
}

type Hand = 'now' | 'elapsed'

interface Timer {
  readonly hand: Hand
  readonly time: number
  readonly run: () => void
}

/** Timers of the system stand still in sleep and do not see that the wall clock was set: looked at this often. */
const lookMs = 30 * secondMs

/** A clock over two hands. All its timers share one of the system's, so that many of them wake the computer seldom. */
export function clockOn({ now, elapsed }: Pick<Clock, Hand>): Clock {
  const timers = new Set<Timer>()
  let next: NodeJS.Timeout | undefined

  /** How long each has to wait; less than nothing where it is late. */
  const waits = (): ((timer: Timer) => number) => {
    const shown = { now: now(), elapsed: elapsed() }
    return ({ hand, time }) => time - shown[hand]
  }
  const arm = () => {
    clearTimeout(next)
    const leftMs = waits()
    let ms = lookMs
    for (const timer of timers) ms = Math.min(ms, leftMs(timer))
    if (timers.size > 0) next = setTimeout(look, Math.max(0, ms))
  }
  const look = () => {
    const leftMs = waits()
    const due = [...timers].filter((timer) => leftMs(timer) <= 0).sort((a, b) => leftMs(a) - leftMs(b))
    try {
      for (const timer of due) if (timers.delete(timer)) timer.run()
    } finally {
      arm()
    }
  }
  const add = (hand: Hand, time: number, run: () => void): Disposable => {
    const timer = { hand, time, run }
    timers.add(timer)
    arm() // always, for a computer that slept is late with what it had armed
    return {
      [Symbol.dispose]() {
        if (timers.delete(timer) && timers.size === 0) arm()
      },
    }
  }
  return {
    now,
    elapsed,
    at: (time, run) => add('now', time, run),
    after: (ms, run) => add('elapsed', elapsed() + ms, run),
  }
}

/** The real clock. */
export const systemClock: Clock = clockOn({ now: () => Date.now(), elapsed: evenHand() })

/** Linux stops its monotonic clock in sleep and counts that in the uptime alone; elsewhere the clock counts it (libuv). */
function evenHand(): () => number {
  if (process.platform !== 'linux') return () => performance.now()
  const ahead = () => uptime() * secondMs - performance.now()
  const before = ahead()
  let sleptMs = 0
  return () => {
    const grownMs = ahead() - before
    if (grownMs - sleptMs > secondMs) sleptMs = grownMs // the uptime is coarse, a sleep is not
    return performance.now() + sleptMs
  }
}

/** What the wall clock showed, or will show unless it is set, at a moment of the even hand. */
export function wallTime(clock: Clock, moment: number): number {
  return Math.round(clock.now() + moment - clock.elapsed())
}

/** Resolves after `ms` milliseconds, or at once when the signal ends. */
export function pause(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const timer = clock.after(ms, resolve)
    signal?.addEventListener('abort', () => (timer[Symbol.dispose](), resolve()), { once: true })
  })
}
