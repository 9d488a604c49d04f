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

const everyMs = 2 * secondMs
/** Away for longer than this, the network is looked for less often. */
const patienceMs = hourMs
const seldomMs = 10 * secondMs
/** Somebody answers, so whatever is wrong is not the network. */
const answeredMs = 15 * secondMs

/** Nothing in the main process says that the network came back: while there is doubt, asks every other second. */
export class NetworkWatch implements Disposable {
  readonly #deps: NetworkWatchDeps
  /** Since when nobody answers; null: somebody did. */
  #awaySince: number | null = null
  #timer: { readonly at: number; readonly end: Disposable } | null = null
  #question: AbortController | null = null
  #isEnded = false

  constructor(deps: NetworkWatchDeps) {
    this.#deps = deps
  }

  /** Something was asked, or has changed: looks soon whether there is doubt. */
  mind(): void {
    if (this.#question === null) this.#lookAfter(everyMs)
  }

  [Symbol.dispose](): void {
    this.#isEnded = true
    this.#question?.abort()
    this.#timer?.end[Symbol.dispose]()
  }

  #lookAfter(ms: number): void {
    const { clock } = this.#deps
    const at = clock.elapsed() + ms
    if (this.#isEnded || (this.#timer !== null && this.#timer.at <= at)) return
    this.#timer?.end[Symbol.dispose]()
    this.#timer = { at, end: clock.after(ms, () => void this.#look()) }
  }

  async #look(): Promise<void> {
    const { isDoubtful, isWaiting, hasNetwork, back, clock } = this.#deps
    this.#timer = null
    if (!isDoubtful()) {
      this.#awaySince = null
      return isWaiting() ? this.#lookAfter(everyMs) : undefined
    }
    const answered = hasNetwork() && (await this.#ask())
    if (this.#isEnded) return
    const isBack = answered && this.#awaySince !== null
    this.#awaySince = answered ? null : (this.#awaySince ?? clock.elapsed())
    this.#lookAfter(answered ? answeredMs : this.#isPatient ? seldomMs : everyMs)
    if (isBack) back()
  }

  get #isPatient(): boolean {
    return this.#awaySince !== null && this.#deps.clock.elapsed() - this.#awaySince > patienceMs
  }

  /** Whoever does not answer by the next look is asked anew. */
  async #ask(): Promise<boolean> {
    const question = new AbortController()
    this.#question = question
    using _limit = this.#deps.clock.after(everyMs, () => question.abort())
    try {
      return await this.#deps.answers(question.signal)
    } catch {
      return false
    } finally {
      this.#question = null
    }
  }
}
