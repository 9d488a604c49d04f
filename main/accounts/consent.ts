import type { Clock } from '../kit/clock.ts'
import type { Account } from './account.ts'

interface Parts {
  readonly accounts: () => readonly Account[]
  /** Asks Microsoft, without anybody noticing, whether a scope is allowed by now. */
  readonly look: (accountId: string, scope: string) => Promise<void>
  readonly clock: Clock
}

const everyMs = 3_600_000

/** While an account waits for an administrator, looks every hour whether they agreed. */
export class ConsentWatch implements Disposable {
  readonly #parts: Parts
  #next: Disposable | null = null
  #closed = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Something may be waited for, or not any more. */
  mind(): void {
    if (this.#closed) return
    if (this.#awaiting().length === 0) this.#rest()
    else this.#next ??= this.#parts.clock.after(everyMs, () => void this.look())
  }

  /** Looks now: an administrator may agree to some of it and not to the rest. */
  async look(): Promise<void> {
    this.#rest()
    for (const { id, awaited } of this.#awaiting()) {
      for (const scope of awaited) await this.#parts.look(id, scope)
    }
    this.mind()
  }

  [Symbol.dispose](): void {
    this.#closed = true
    this.#rest()
  }

  #awaiting(): readonly Account[] {
    return this.#parts
      .accounts()
      .filter(({ awaited, state }) => awaited.length > 0 && state.kind === 'signed-in')
  }

  #rest(): void {
    this.#next?.[Symbol.dispose]()
    this.#next = null
  }
}
