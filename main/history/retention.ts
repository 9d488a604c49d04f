import type { Clock } from '../kit/clock.ts'
import type { History } from './history.ts'
import { dayMs } from '../kit/time.ts'

interface RetentionDeps {
  readonly history: History
  /** In days; null: for ever. */
  readonly keepFor: () => number | null
  readonly onChange: (listener: () => void) => Disposable
  readonly clock: Clock
}

/** Forgets what is older than the settings say: at start, once a day, and when they change. */
export class Retention implements Disposable {
  readonly #deps: RetentionDeps
  readonly #listening: Disposable
  #days: number | null
  #next: Disposable | null = null

  constructor(deps: RetentionDeps) {
    this.#deps = deps
    this.#days = deps.keepFor()
    this.#listening = deps.onChange(() => {
      const days = deps.keepFor()
      if (days === this.#days) return
      this.#days = days
      this.sweep()
    })
  }

  /** Now, and again in a day. */
  sweep(): void {
    const { history, clock } = this.#deps
    this.#next?.[Symbol.dispose]()
    this.#next = clock.after(dayMs, () => this.sweep())
    void history.keepFor(this.#days)
  }

  [Symbol.dispose](): void {
    this.#listening[Symbol.dispose]()
    this.#next?.[Symbol.dispose]()
  }
}
