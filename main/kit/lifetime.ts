type Closable = Disposable | AsyncDisposable

/** Everything opened, in order; closes in reverse and goes on past a failure. */
export class Lifetime implements AsyncDisposable {
  readonly #opened: Closable[] = []
  readonly #failed: (error: unknown) => void

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed
  }

  /** Takes charge of closing `part`, and hands it back. */
  use<T extends Closable>(part: T): T {
    this.#opened.push(part)
    return part
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (let part = this.#opened.pop(); part; part = this.#opened.pop()) {
      try {
        if (Symbol.asyncDispose in part) await part[Symbol.asyncDispose]()
        else part[Symbol.dispose]()
      } catch (error) {
        this.#failed(error)
      }
    }
  }
}
