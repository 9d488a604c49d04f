import type { Clock } from '../kit/clock.ts'
import type { Pause, Subscription } from '../settings/schema.ts'
import type { KeptSubscriptions } from './subscription-list.ts'
import {
  everythingPaused,
  nextEnd,
  paused,
  pauseFor,
  pauseOf,
  resumed,
  type Pausable,
  type PauseLength,
  type Pauses,
} from './pauses.ts'

interface PauseSwitchDeps {
  readonly kept: KeptSubscriptions
  readonly clock: Clock
  /** Something was paused, resumed, or a pause has ended. */
  readonly changed: () => void
}

/** Who is paused now; pauses end by the wall clock, also across restarts and sleep. */
export class PauseSwitch implements Disposable {
  readonly #deps: PauseSwitchDeps
  /** Those that did not listen since the app began because they were paused. */
  readonly #resting = new Set<string>()
  #end: Disposable | null = null

  constructor(deps: PauseSwitchDeps) {
    this.#deps = deps
  }

  get everything(): Pause | null {
    return everythingPaused(this.#deps.kept.read(), this.#now)
  }

  of(subscription: Subscription): Pause | null {
    return pauseOf(subscription, this.#deps.kept.read(), this.#now)
  }

  /** Was it paused until now? Asked when it goes on. */
  was(id: string): boolean {
    return this.#resting.delete(id)
  }

  pause(what: Pausable, length: PauseLength): boolean {
    return this.#keep(paused(this.#deps.kept.read(), what, pauseFor(length, this.#now)))
  }

  resume(what: Pausable): boolean {
    return this.#keep(resumed(this.#deps.kept.read(), what, this.#now))
  }

  /** Nothing of an account is paused any more, for it is gone. */
  forget(accountId: string): void {
    const { [accountId]: _, ...pausedAccounts } = this.#deps.kept.read().pausedAccounts
    this.#deps.kept.write({ pausedAccounts })
  }

  /** Remembers who rests, and waits for the next pause to end. */
  mind(): void {
    const { kept, clock, changed } = this.#deps
    for (const each of kept.read().subscriptions) if (this.of(each)) this.#resting.add(each.id)
    const end = nextEnd(kept.read(), this.#now)
    this.#end?.[Symbol.dispose]()
    this.#end = end === null ? null : clock.at(end, changed)
  }

  [Symbol.dispose](): void {
    this.#end?.[Symbol.dispose]()
  }

  get #now(): number {
    return this.#deps.clock.now()
  }

  #keep(pauses: Pauses | null): boolean {
    if (!pauses) return false
    this.#deps.kept.write(pauses)
    this.#deps.changed()
    return true
  }
}
