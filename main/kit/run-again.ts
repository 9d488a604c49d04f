import type { Clock } from './clock.ts'

/**
 * Runs a job now and, however often it is asked for meanwhile, once more afterward: never two at a time, no request
 * lost. One loop over "wanted", set and cleared without an `await` between.
 */
export class RunAgain {
  readonly #job: () => Promise<void>
  #wanted = false
  #running: Promise<void> | null = null

  constructor(job: () => Promise<void>) {
    this.#job = job
  }

  /** Resolves when a run that began after this call has ended. */
  request(): Promise<void> {
    this.#wanted = true
    this.#running ??= Promise.resolve().then(() => this.#loop()) // set before the job can ask again
    return this.#running
  }

  async #loop(): Promise<void> {
    try {
      while (this.#wanted) {
        this.#wanted = false
        await this.#job()
      }
    } finally {
      this.#running = null
    }
  }
}

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
    const restMs = Math.max(0, this.#restsUntil - this.#clock.elapsed())
    this.#timer ??= this.#clock.after(restMs, () => {
      this.#timer = null
      this.#restsUntil = this.#clock.elapsed() + this.#restMs
      this.#run()
    })
  }

  [Symbol.dispose](): void {
    this.#timer?.[Symbol.dispose]()
  }
}
