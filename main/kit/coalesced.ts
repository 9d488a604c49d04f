import type { Clock } from './clock.ts'

/** Runs soon after it is asked for, however often, and then not again before a rest. */
export class Coalesced implements Disposable {
  readonly #clock: Clock
  readonly #restMs: number
  readonly #run: () => void
  #timer: Disposable | null = null
  #restsUntil = 0

  constructor({ clock, restMs, run }: { clock: Clock; restMs: number; run: () => void }) {
    this.#clock = clock
    this.#restMs = restMs
    this.#run = run
  }

  request(): void {
    const now = this.#clock.now()
    const rest = Math.min(Math.max(0, this.#restsUntil - now), this.#restMs) // a clock set back must not silence it
    this.#timer ??= this.#clock.at(now + rest, () => {
      this.#timer = null
      this.#restsUntil = this.#clock.now() + this.#restMs
      this.#run()
    })
  }

  [Symbol.dispose](): void {
    this.#timer?.[Symbol.dispose]()
  }
}
