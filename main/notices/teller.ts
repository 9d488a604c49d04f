import type { History } from '../history/history.ts'
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import { OnceMore } from '../kit/once-more.ts'
import { Gathering } from './digest.ts'
import { Flood } from './flood.ts'
import type { Notifier, Shown } from './notice.ts'
import { judge } from './rules.ts'

export interface TellerParts {
  readonly history: History
  readonly notifier: Notifier
  readonly settings: () => { readonly showNotices: boolean; readonly tellOwnChanges: boolean }
  /** Graph's user ids of everyone signed in. */
  readonly ownIds: () => ReadonlySet<string>
  /** Who is signed in: with more than one, a notice says whose drive it is. */
  readonly accounts: () => readonly { readonly id: string; readonly username: string }[]
  /** How the system took the latest notice. */
  readonly took: (shown: Shown) => void
  readonly clock: Clock
  readonly log: Log
}

/** Nobody was there to show a notice: tried again this often, and when somebody comes. */
const againMs = 60_000

/**
 * Tells the changes that wait, and only then marks them as told: a crash between the two repeats a notice, which replaces
 * itself by its id, and never loses one.
 */
export class Teller implements Disposable {
  readonly #parts: TellerParts
  readonly #once = new OnceMore(() => this.#run())
  readonly #ready: Disposable
  readonly #flood = new Flood()
  #again: Disposable | null = null
  #isEnded = false

  constructor(parts: TellerParts) {
    this.#parts = parts
    this.#ready = parts.notifier.onReady(() => void this.tell())
  }

  /** Resolves when everything that waited at this call was told or kept. */
  tell(): Promise<void> {
    return this.#once.request()
  }

  [Symbol.dispose](): void {
    this.#isEnded = true
    this.#ready[Symbol.dispose]()
    this.#again?.[Symbol.dispose]()
  }

  async #run(): Promise<void> {
    const { history, notifier, took, clock, log } = this.#parts
    this.#again?.[Symbol.dispose]()
    this.#again = null
    const waitMs = this.#flood.waitMs(clock.now())
    if (waitMs > 0) return this.#later(waitMs)
    for (const { notice, ids, verdict } of this.#gather().tellings()) {
      if (this.#isEnded) return
      const shown = await notifier.show(notice)
      took(shown)
      this.#flood.shown(clock.now())
      if (shown === 'nobody') return this.#later(againMs)
      if (shown === 'refused') log.warn('the system refused a notice', { changes: ids.length })
      history.settle(ids, shown === 'shown' ? verdict : 'refused')
    }
  }

  #later(ms: number): void {
    if (!this.#isEnded) this.#again = this.#parts.clock.after(ms, () => void this.tell())
  }

  /** Judges what waits, page by page: what is held back gets its reason at once, the rest is gathered. */
  #gather(): Gathering {
    const { history, settings, ownIds, accounts, clock } = this.#parts
    const all = accounts()
    const username = (id: string) => all.find((account) => account.id === id)?.username ?? null
    const gathering = new Gathering(all.length > 1 ? username : () => null, this.#flood.tallies(clock.now()))
    const context = { ...settings(), ownIds: ownIds() }
    for (let after: number | null = 0; after !== null;) {
      const { changes, next } = history.pending(after)
      const held = { 'own-change': [] as string[], 'notices-off': [] as string[] }
      for (const change of changes) {
        const judgement = judge(change, context)
        if (judgement.kind === 'tell') gathering.add(change)
        else held[judgement.verdict].push(change.id)
      }
      history.settle(held['own-change'], 'own-change')
      history.settle(held['notices-off'], 'notices-off')
      after = next
    }
    return gathering
  }
}
