import type { Fetch } from '../graph/call.ts'
import type { Clock } from '../kit/clock.ts'
import { hourMs, minuteMs } from '../kit/time.ts'

interface Minute {
  readonly since: number
  requests: number
  refused: number
}

/** Counts what is asked of Microsoft, minute by minute of the last hour. */
export class Asked {
  readonly #clock: Clock
  #minutes: Minute[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The same fetch, counted. */
  counting(fetch: Fetch): Fetch {
    return async (url, init) => {
      const minute = this.#now()
      minute.requests++
      const reply = await fetch(url, init)
      if (reply.status === 429) minute.refused++
      return reply
    }
  }

  get lastHour(): { readonly requests: number; readonly refused: number } {
    const all = this.#recent()
    return {
      requests: all.reduce((sum, { requests }) => sum + requests, 0),
      refused: all.reduce((sum, { refused }) => sum + refused, 0),
    }
  }

  #recent(): Minute[] {
    const now = this.#clock.elapsed()
    this.#minutes = this.#minutes.filter(({ since }) => now - since < hourMs)
    return this.#minutes
  }

  #now(): Minute {
    const now = this.#clock.elapsed()
    const last = this.#minutes.at(-1)
    if (last && now - last.since < minuteMs) return last
    const fresh = { since: now, requests: 0, refused: 0 }
    this.#recent().push(fresh)
    return fresh
  }
}
