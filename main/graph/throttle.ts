import PQueue from 'p-queue'
import type { Clock } from '../kit/clock.ts'
import { throttledForMs } from './retry-after.ts'

/** Parallel calls of one account (protocol.md 6.6). */
const parallelCalls = 4

/** Lets an account's calls through, a few at a time; a throttled one holds all that follow (protocol.md 6.3). */
export class Throttle {
  readonly #clock: Clock
  readonly #random: () => number
  readonly #queue = new PQueue({ concurrency: parallelCalls })
  #heldUntil = 0
  #inRow = 0
  #release: Disposable | null = null

  constructor(clock: Clock, random: () => number) {
    this.#clock = clock
    this.#random = random
  }

  /** Runs the call when it is its turn and nothing is held. */
  run<T>(call: () => Promise<T>): Promise<T> {
    return this.#queue.add(call)
  }

  /** Takes note of a reply that asked for quiet; returns for how long. */
  throttled(status: number, headers: Headers): number {
    const now = this.#clock.elapsed()
    const roll = this.#random()
    const ms = throttledForMs({ status, headers, now: this.#clock.now(), before: this.#inRow, roll })
    if (now >= this.#heldUntil) this.#inRow += 1 // calls sent side by side are throttled together: that counts once
    this.#holdUntil(Math.max(this.#heldUntil, now + ms))
    return ms
  }

  /** A reply that asked for nothing: the next throttling starts small again. */
  served(): void {
    if (this.#clock.elapsed() >= this.#heldUntil) this.#inRow = 0
  }

  #holdUntil(end: number): void {
    this.#heldUntil = end
    this.#queue.pause()
    this.#release?.[Symbol.dispose]()
    this.#release = this.#clock.after(end - this.#clock.elapsed(), () => this.#queue.start())
  }
}
