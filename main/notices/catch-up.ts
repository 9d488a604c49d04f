import type { Clock } from '../kit/clock.ts'

interface Parts {
  /** Something is being read that happened while nobody listened. */
  readonly isCatchingUp: () => boolean
  readonly tell: () => void
  readonly clock: Clock
}

/** What a drive finds that takes longer rewrites the digest of the others. */
const longestMs = 5_000

/** Waits with telling until everything is caught up, so that what was missed becomes one digest (interface.md 7). */
export class CatchUp implements Disposable {
  readonly #parts: Parts
  #limit: Disposable | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** There is something to tell. */
  stored(): void {
    if (!this.#parts.isCatchingUp()) return this.#tell()
    this.#limit ??= this.#parts.clock.after(longestMs, () => this.#tell())
  }

  /** A drive may have caught up. */
  look(): void {
    if (this.#limit && !this.#parts.isCatchingUp()) this.#tell()
  }

  [Symbol.dispose](): void {
    this.#limit?.[Symbol.dispose]()
  }

  #tell(): void {
    this.#limit?.[Symbol.dispose]()
    this.#limit = null
    this.#parts.tell()
  }
}
