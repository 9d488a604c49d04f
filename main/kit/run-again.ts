/**
 * Runs a job now and, however often it is asked for meanwhile, once more afterwards: never two at a time, no request
 * lost. One loop over "wanted", set and cleared without an `await` between.
 */
export class OnceMore {
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
