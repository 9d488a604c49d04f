import type { Clock } from '../kit/clock.ts'
import { Listeners } from '../kit/listeners.ts'
import { minuteMs, secondMs } from '../kit/time.ts'
import type { Fetch } from './call.ts'

/** A request younger than this was sent on the network of now. */
const youngMs = secondMs
/** Whoever answers at all begins sooner; what takes longer may hang. */
const promptMs = 2 * secondMs
/** Nobody reads on a reply for longer. */
const forgottenMs = 5 * minuteMs

interface Asked {
  readonly since: number
  readonly giveUp: AbortController
  /** Its first bytes came: what is still to come may hang all the same. */
  isAnswered: boolean
}

/** The way out of the app: knows which requests hang, and gives them up when the network is another one. */
export class Outgoing {
  /** Something was asked. */
  readonly asked = new Listeners<void>()
  /** For questions about the network itself. */
  readonly plain: Fetch
  readonly #clock: Clock
  readonly #all = new Set<Asked>()

  constructor(fetch: Fetch, clock: Clock) {
    this.plain = fetch
    this.#clock = clock
  }

  /** The app's fetch. What is given up fails like anything that was not answered. */
  readonly fetch: Fetch = async (url, init) => {
    const asked: Asked = { since: this.#clock.elapsed(), giveUp: new AbortController(), isAnswered: false }
    this.#forgetOld()
    this.#all.add(asked)
    this.asked.emit()
    const { signal } = asked.giveUp
    try {
      const reply = await this.plain(url, {
        ...init,
        signal: init.signal ? AbortSignal.any([init.signal, signal]) : signal,
      })
      asked.isAnswered = true
      return reply
    } catch (error) {
      this.#all.delete(asked)
      throw error
    }
  }

  /** Is a request without any answer for so long that the network may be away? */
  get isHanging(): boolean {
    const now = this.#clock.elapsed()
    return [...this.#all].some(({ since, isAnswered }) => !isAnswered && now - since >= promptMs)
  }

  /** Does any request wait for its first answer? */
  get isWaiting(): boolean {
    return [...this.#all].some(({ isAnswered }) => !isAnswered)
  }

  /** The computer woke, or the network came back: what was asked before is given up. */
  giveUp(): void {
    const now = this.#clock.elapsed()
    for (const asked of this.#all) {
      if (now - asked.since < youngMs) continue
      this.#all.delete(asked)
      asked.giveUp.abort()
    }
  }

  #forgetOld(): void {
    const now = this.#clock.elapsed()
    for (const asked of this.#all) if (now - asked.since > forgottenMs) this.#all.delete(asked)
  }
}
