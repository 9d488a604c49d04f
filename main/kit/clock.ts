/** Time as the app knows it. Wall clock, in milliseconds since 1970; tests move it by hand. */
export interface Clock {
  now(): number
  /** Runs once when the wall clock reaches `time`, also if the computer slept meanwhile. */
  at(time: number, run: () => void): Disposable
  /** Runs once after `ms` milliseconds. */
  after(ms: number, run: () => void): Disposable
}

/** Timers stand still while a computer sleeps, so a long wait is looked at again this often. */
const recheckMs = 5 * 60_000

/** The real clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => systemClock.at(Date.now() + ms, run),
  at(time, run) {
    let timer: NodeJS.Timeout
    const arm = () => {
      const leftMs = time - Date.now()
      timer = setTimeout(() => (Date.now() >= time ? run() : arm()), Math.max(0, Math.min(leftMs, recheckMs)))
    }
    arm()
    return { [Symbol.dispose]: () => clearTimeout(timer) }
  },
}

/** Resolves after `ms` milliseconds, or at once when the signal ends. */
export function pause(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const timer = clock.after(ms, resolve)
    signal?.addEventListener('abort', () => (timer[Symbol.dispose](), resolve()), { once: true })
  })
}
