import type { Listeners } from '../kit/listeners.ts'
import { type Account, type RememberedAccount, rememberedFrom, type SignedOutReason } from './account.ts'
import { keptAccount } from './kept-account.ts'
import { signedOutSentence } from './sign-in-words.ts'
import type { TokenCache } from './token-cache.ts'

/** Where accounts' public facts are kept. */
export interface Remembered {
  read(): readonly RememberedAccount[]
  write(all: readonly RememberedAccount[]): void
}

/** The accounts of this computer: what settings remember of them, and whether the sign-ins file can speak for them. */
export class Roster {
  readonly #remembered: Remembered
  readonly #cache: TokenCache
  readonly #changed: Listeners<void>
  readonly #accounts = new Map<string, Account>()

  constructor(parts: { remembered: Remembered; cache: TokenCache; changed: Listeners<void> }) {
    this.#remembered = parts.remembered
    this.#cache = parts.cache
    this.#changed = parts.changed
  }

  list(): readonly Account[] {
    return [...this.#accounts.values()]
  }

  get(id: string): Account | null {
    return this.#accounts.get(id) ?? null
  }

  /** Compares the list with the sign-ins file: at start, and when a locked keyring has opened. */
  read(): void {
    const all = new Map<string, RememberedAccount>()
    for (const account of [...this.#remembered.read(), ...this.list()]) all.set(account.id, account)
    for (const id of this.#cache.ids()) {
      const kept = all.has(id) ? null : keptAccount(this.#cache.read(id))
      if (kept) all.set(id, rememberedFrom({ ...kept, homeAccountId: id }, []))
    }
    for (const [id, account] of all) {
      const known = this.get(id)
      const state = known?.state.kind === 'signed-out' ? known.state : this.#stateOf(id)
      this.#accounts.set(id, { ...account, state })
    }
    this.#settle()
  }

  /** Adds an account, or takes the place of the one with its id. */
  put(account: Account): void {
    this.#accounts.set(account.id, account)
    this.#settle()
  }

  remove(id: string): void {
    if (this.#accounts.delete(id)) this.#settle()
  }

  signedOut(id: string, reason: SignedOutReason): void {
    const account = this.get(id)
    if (account) this.put({ ...account, state: signedOut(reason) })
  }

  #stateOf(id: string): Account['state'] {
    const { state } = this.#cache
    if (state.kind === 'locked' || keptAccount(this.#cache.read(id))?.refreshable)
      return { kind: 'signed-in' }
    return signedOut(state.kind === 'memory-only' ? 'not-kept' : 'ran-out')
  }

  #settle(): void {
    const facts = this.list().map(({ state: _state, ...facts }) => facts)
    if (JSON.stringify(facts) !== JSON.stringify(this.#remembered.read())) this.#remembered.write(facts)
    this.#changed.emit()
  }
}

function signedOut(reason: SignedOutReason): Account['state'] {
  return { kind: 'signed-out', reason, sentence: signedOutSentence(reason, 0) }
}
