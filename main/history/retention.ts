import type { Clock } from '../kit/clock.ts'
import { dayMs, hourMs, minuteMs } from '../kit/time.ts'
import type { History } from './history.ts'

interface RetentionDeps {
  readonly history: Pick<History, 'deleteBefore' | 'newest'>
  /** In days; null: for ever. */
  readonly keepFor: () => number | null
  readonly onChange: (listener: () => void) => Disposable
  /** The time, as far as this computer and Microsoft agree on it; null: they do not, or nobody has said yet. */
  readonly confirmed: () => number | null
  readonly clock: Clock
}

/** Microsoft has to be asked first. */
const firstLookMs = minuteMs
/** Where all that is kept would go, whoever was away for long and whoever has a wrong clock look alike for so long. */
const doubtMs = 12 * hourMs

/**
 * Forgets what is older than the settings say: once a day, and when they change. What is deleted does not come back, so
 * nothing is deleted by a clock that nobody confirmed.
 */
export class Retention implements Disposable {
  readonly #deps: RetentionDeps
  readonly #listening: Disposable
  #days: number | null
  /** Since when the clock is confirmed at each look, by the even hand. */
  #confirmedSince: number | null = null
  #next: Disposable | null = null

  constructor(deps: RetentionDeps) {
    this.#deps = deps
    this.#days = deps.keepFor()
    this.#listening = deps.onChange(() => {
      const days = deps.keepFor()
      if (days === this.#days) return
      this.#days = days
      this.#look({ isWished: true })
    })
  }

  start(): void {
    this.#lookAfter(firstLookMs)
  }

  [Symbol.dispose](): void {
    this.#listening[Symbol.dispose]()
    this.#next?.[Symbol.dispose]()
  }

  #look({ isWished }: { isWished: boolean }): void {
    const isDone = this.#sweep(isWished)
    this.#lookAfter(isDone ? dayMs : hourMs)
  }

  /** False: it may not be done yet. */
  #sweep(isWished: boolean): boolean {
    const { history, confirmed, clock } = this.#deps
    const now = confirmed()
    this.#confirmedSince = now === null ? null : (this.#confirmedSince ?? clock.elapsed())
    if (now === null || this.#confirmedSince === null) return false
    if (this.#days === null) return true
    const before = now - this.#days * dayMs
    const newest = history.newest()
    const isEverything = newest !== null && newest < before
    if (isEverything && !isWished && clock.elapsed() - this.#confirmedSince < doubtMs) return false
    void history.deleteBefore(before)
    return true
  }

  #lookAfter(ms: number): void {
    this.#next?.[Symbol.dispose]()
    this.#next = this.#deps.clock.after(ms, () => this.#look({ isWished: false }))
  }
}
