import type { Clock } from '../kit/clock.ts'
import type { Subscription } from '../settings/schema.ts'
import type { SubscriptionList } from './subscription-list.ts'

interface UnfollowDeps {
  readonly clock: Clock
  readonly followed: SubscriptionList
  readonly forget: (subscriptionId: string, options: { keepChanges: boolean }) => Promise<void>
  readonly changed: () => void
}

/** How long an unfollowed drive may come back with its rules and history (interface.md 3). */
const undoMs = 12_000

/** Takes away what is followed. What went a moment ago may come back. Whoever quits does not undo any more. */
export class Unfollow implements Disposable {
  readonly #deps: UnfollowDeps
  readonly #all = new Map<string, { subscription: Subscription; timer: Disposable }>()

  constructor(deps: UnfollowDeps) {
    this.#deps = deps
  }

  /** Takes effect at once; {@link followAgain} brings it back for some seconds. */
  unfollow(id: string): boolean {
    const { clock, followed } = this.#deps
    const subscription = followed.find(id)
    if (!subscription) return false
    const timer = clock.after(undoMs, () => {
      this.#all.delete(id)
      this.#forget(id)
    })
    this.#all.set(id, { subscription, timer })
    this.#keep(followed.all.filter((each) => each.id !== id))
    return true
  }

  followAgain(id: string): boolean {
    const { followed } = this.#deps
    const unfollow = this.#all.get(id)
    if (!unfollow) return false
    const { subscription, timer } = unfollow
    timer[Symbol.dispose]()
    this.#all.delete(id)
    if (followed.like(subscription.target, subscription.accountId))
      this.#forget(id) // it was followed anew meanwhile
    else this.#keep([...followed.all, subscription])
    return true
  }

  /** An account is signed out for good: its drives go with it; what changed in them stays in the history, if wanted. */
  unfollowAccount(accountId: string, { keepHistory }: { keepHistory: boolean }): void {
    const { followed, forget } = this.#deps
    const gone = followed.all.filter((each) => each.accountId === accountId)
    this.#keep(followed.all.filter((each) => each.accountId !== accountId))
    for (const { id } of gone) void forget(id, { keepChanges: keepHistory })
  }

  [Symbol.dispose](): void {
    for (const [id, { timer }] of this.#all) {
      timer[Symbol.dispose]()
      this.#forget(id)
    }
    this.#all.clear()
  }

  #keep(subscriptions: readonly Subscription[]): void {
    this.#deps.followed.keep(subscriptions)
    this.#deps.changed()
  }

  #forget(id: string): void {
    void this.#deps.forget(id, { keepChanges: false })
  }
}
