import { Listeners } from '../kit/listeners.ts'
import type { Account, RememberedAccount } from './account.ts'
import { alreadyTold, type Need, newNeeds } from './sign-in-alerts.ts'

/** Passes on each need once; keeps those that came before anybody listened. */
export class NeedsTeller {
  readonly #listeners = new Listeners<Need>()
  #told: ReturnType<typeof alreadyTold>
  #unheard: readonly Need[] | null = []

  constructor(remembered: readonly Pick<RememberedAccount, 'id' | 'ended'>[]) {
    this.#told = alreadyTold(remembered)
  }

  add(listener: (need: Need) => void): Disposable {
    for (const need of this.#unheard ?? []) listener(need)
    this.#unheard = null
    return this.#listeners.add(listener)
  }

  look(accounts: readonly Account[]): void {
    const { needs, told } = newNeeds(accounts, this.#told)
    this.#told = told
    for (const need of needs) this.#listeners.emit(need)
    if (this.#unheard) this.#unheard = [...this.#unheard, ...needs]
  }
}
