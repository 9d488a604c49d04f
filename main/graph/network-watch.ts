import type { Clock } from '../kit/clock.ts'
import { hourMs, secondMs } from '../kit/time.ts'

interface NetworkWatchDeps {
  readonly clock: Clock
  /** Something hangs or could not be reached. */
  readonly isDoubtful: () => boolean
  /** Something is under way that may turn out to hang. */
  readonly isWaiting: () => boolean
  /** As the system says; a network that leads nowhere counts as one. */
  readonly hasNetwork: () => boolean
  /** Does anybody at Microsoft answer a question that needs no sign-in? */
  readonly answers: (signal: AbortSignal) => Promise<boolean>
  /** The network was away, and is back. */
  readonly back: () => void
}

/** Looked for so often, the network is noticed well within the three seconds in which all is to be live again. */
const everyMs = 1.5 * secondMs
/** A question lost on the way is not waited for: the next one is asked beside it. */
const limitMs = 2 * everyMs
/** Away for longer than this, the network is looked for less often. */
const patienceMs = hourMs
const seldomMs = 10 * secondMs
/** Somebody answers, so whatever is wrong is not the network. */
const answeredMs = 15 * secondMs

/** Nothing in the main process says that the network came back: while there is doubt, asks Microsoft again and again. */
export class NetworkWatch implements Disposable {
  readonly #deps: NetworkWatchDeps
  /** Since when nobody answers; null: somebody did. */
  #awaySince: number | null = null
  #answeredAt = -Infinity
  #timer: { readonly at: number; readonly end: Disposable } | null = null
  readonly #questions = new Set<AbortController>()
  #isEnded = false

  constructor(deps: NetworkWatchDeps) {
    this.#deps = deps
  }

  /** Something was asked, or has changed: looks soon whether there is doubt. */
  mind(): void {
    this.#lookAfter(everyMs)
  }

  [Symbol.dispose](): void {
    this.#isEnded = true
    for (const question of this.#questions) question.abort()
    this.#timer?.end[Symbol.dispose]()
  }

  #lookAfter(ms: number): void {
    const { clock } = this.#deps
    const at = clock.elapsed() + ms
    if (this.#isEnded || (this.#timer !== null && this.#timer.at <= at)) return
    this.#timer?.end[Symbol.dispose]()
    this.#timer = { at, end: clock.after(ms, () => this.#look()) }
  }

  #look(): void {
    const { isDoubtful, isWaiting, hasNetwork } = this.#deps
    this.#timer = null
    if (!isDoubtful()) {
      this.#awaySince = null
      if (isWaiting()) this.#lookAfter(everyMs)
      return
    }
    this.#lookAfter(this.#isAwayForLong ? seldomMs : everyMs)
    if (hasNetwork()) void this.#ask()
    else this.#isAway()
  }

  /** Whoever does not answer soon is as good as away. */
  async #ask(): Promise<void> {
    const { clock, answers } = this.#deps
    const began = clock.elapsed()
    const question = new AbortController()
    this.#questions.add(question)
    using _limit = clock.after(limitMs, () => question.abort())
    const answered = await answers(question.signal).catch(() => false)
    this.#questions.delete(question)
    if (this.#isEnded) return
    if (answered) this.#isThere()
    else if (began > this.#answeredAt) this.#isAway()
  }

  #isAway(): void {
    this.#awaySince ??= this.#deps.clock.elapsed()
  }

  #isThere(): void {
    const wasAway = this.#awaySince !== null
    this.#awaySince = null
    this.#answeredAt = this.#deps.clock.elapsed()
    this.#timer?.end[Symbol.dispose]()
    this.#timer = null
    this.#lookAfter(answeredMs)
    if (wasAway) this.#deps.back()
  }

  get #isAwayForLong(): boolean {
    return this.#awaySince !== null && this.#deps.clock.elapsed() - this.#awaySince > patienceMs
  }
}
