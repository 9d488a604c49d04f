import type { Clock } from '../kit/clock.ts'

interface CatchUpDeps {
  /** Something is being read that happened while nobody listened. */
  readonly isCatchingUp: () => boolean
  readonly tell: () => void
  readonly clock: Clock
}

/** What a drive finds that takes longer rewrites the digest of the others. */
const longestMs = 5_000

/** Waits with telling until everything is caught up, so that what was missed becomes one digest (interface.md 7). */
export class CatchUp implements Disposable {
  readonly #deps: CatchUpDeps
  #limit: Disposable | null = null

  constructor(deps: CatchUpDeps) {
    this.#deps = deps
  }

  /** There is something to tell. */
  stored(): void {
    if (!this.#deps.isCatchingUp()) return this.#tell()
    this.#limit ??= this.#deps.clock.after(longestMs, () => this.#tell())
  }

  /** A drive may have caught up. */
  look(): void {
    if (this.#limit && !this.#deps.isCatchingUp()) this.#tell()
  }

  [Symbol.dispose](): void {
    this.#limit?.[Symbol.dispose]()
  }

  #tell(): void {
    this.#limit?.[Symbol.dispose]()
    this.#limit = null
    this.#deps.tell()
  }
}
