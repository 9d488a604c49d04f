import type { Clock } from '../kit/clock.ts'
import type { Subscription } from '../settings/schema.ts'

interface Parts {
  readonly clock: Clock
  readonly forget: (id: string) => void
}

/** How long an unfollowed drive may come back with its rules and history (ui.md 3). */
const undoMs = 12_000

/** Subscriptions that were just taken away. Whoever quits does not undo any more. */
export class Leaving implements Disposable {
  readonly #parts: Parts
  readonly #all = new Map<string, { subscription: Subscription; timer: Disposable }>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  add(subscription: Subscription): void {
    const { id } = subscription
    const timer = this.#parts.clock.after(undoMs, () => {
      this.#all.delete(id)
      this.#parts.forget(id)
    })
    this.#all.set(id, { subscription, timer })
  }

  takeBack(id: string): Subscription | null {
    const leaving = this.#all.get(id)
    leaving?.timer[Symbol.dispose]()
    this.#all.delete(id)
    return leaving?.subscription ?? null
  }

  [Symbol.dispose](): void {
    for (const [id, { timer }] of this.#all) {
      timer[Symbol.dispose]()
      this.#parts.forget(id)
    }
    this.#all.clear()
  }
}
