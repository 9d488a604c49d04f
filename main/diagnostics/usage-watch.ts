import type { Usage } from '../../preload/contract/diagnostics.ts'
import type { Clock } from '../kit/clock.ts'
import { hourMs, minuteMs } from '../kit/time.ts'

/** What a process has used up so far, and what it holds now. */
export interface Spent {
  readonly processorMs: number
  readonly memoryBytes: number
  /** How often it was woken; null where the system does not count that. */
  readonly wakeUps: number | null
}

interface Sample extends Spent {
  readonly at: number
}

const restMs = 10 * minuteMs

/** What Drivebell used in the last hour; looked at so seldom that looking costs nothing. */
export class UsageWatch implements Disposable {
  readonly #clock: Clock
  readonly #spent: () => Spent
  #samples: readonly Sample[]
  #timer: Disposable

  constructor(deps: { readonly clock: Clock; readonly spent: () => Spent }) {
    this.#clock = deps.clock
    this.#spent = deps.spent
    this.#samples = [this.#look()]
    this.#timer = this.#arm()
  }

  get usage(): Usage {
    const now = this.#look()
    const [first = now] = this.#samples
    const overMs = now.at - first.at
    const share = (part: number) => (overMs > 0 ? part / overMs : 0)
    const wakeUps = now.wakeUps === null || first.wakeUps === null ? null : now.wakeUps - first.wakeUps
    return {
      processor: 100 * share(now.processorMs - first.processorMs),
      memoryBytes: now.memoryBytes,
      wakeUpsPerSecond: wakeUps === null ? null : 1000 * share(wakeUps),
      overMs,
    }
  }

  [Symbol.dispose](): void {
    this.#timer[Symbol.dispose]()
  }

  #look(): Sample {
    return { at: this.#clock.elapsed(), ...this.#spent() }
  }

  #arm(): Disposable {
    return this.#clock.after(restMs, () => {
      const now = this.#look()
      this.#samples = [...this.#samples.filter(({ at }) => now.at - at < hourMs), now]
      this.#timer = this.#arm()
    })
  }
}

/** What this process has spent. Windows counts no switches. */
export function spentHere(): Spent {
  const { user, system } = process.cpuUsage()
  const { voluntaryContextSwitches } = process.resourceUsage()
  return {
    processorMs: (user + system) / 1000,
    memoryBytes: process.memoryUsage.rss(),
    wakeUps: voluntaryContextSwitches > 0 ? voluntaryContextSwitches : null,
  }
}
