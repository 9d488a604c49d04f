const windowMs = 10 * 60_000

/** How an address takes what it is sent. */
export type Health = 'well' | 'slow' | 'dropped'

interface Reply {
  readonly at: number
  readonly tookMs: number
}

/**
 * How one address answered in the last ten minutes (protocol.md 3.9): more than 10 % over 3 s makes it slow for ten
 * minutes, more than 15 % over 10 s has its notifications dropped for ten.
 */
export class EndpointHealth {
  #replies: Reply[] = []
  #slowUntil = -Infinity
  #droppedUntil = -Infinity

  /** `judgedFrom`: with fewer replies than this nothing is concluded. */
  note(at: number, tookMs: number, judgedFrom: number): void {
    this.#replies = [...this.#replies.filter((reply) => reply.at > at - windowMs), { at, tookMs }]
    if (this.#replies.length < judgedFrom) return
    if (this.#share(10_000) > 0.15) this.#droppedUntil = at + windowMs
    else if (this.#share(3_000) > 0.1) this.#slowUntil = at + windowMs
  }

  at(now: number): Health {
    return now < this.#droppedUntil ? 'dropped' : now < this.#slowUntil ? 'slow' : 'well'
  }

  /** When the drop state ends. */
  get droppedUntil(): number {
    return this.#droppedUntil
  }

  #share(limitMs: number): number {
    const over = this.#replies.filter(({ tookMs }) => tookMs > limitMs)
    return over.length / this.#replies.length
  }
}
