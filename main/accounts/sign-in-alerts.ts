import type { Account, RememberedAccount, SignedOutReason } from './account.ts'
import { Listeners } from '../kit/listeners.ts'

/** An account needs its owner: to sign in again. */
export interface Need {
  readonly accountId: string
  readonly reason: SignedOutReason
  readonly sentence: string
}

type Told = ReadonlyMap<string, SignedOutReason>

/** What was told by an earlier run. */
export function alreadyTold(remembered: readonly Pick<RememberedAccount, 'id' | 'ended'>[]): Told {
  return new Map(remembered.flatMap(({ id, ended }) => (ended ? [[id, ended]] : [])))
}

/** What is to be told now: each fault once, and again only when it has changed or came back. */
function newNeeds(accounts: readonly Account[], told: Told): { needs: readonly Need[]; told: Told } {
  const faults = accounts.flatMap(({ id: accountId, state }) =>
    state.kind === 'signed-out' ? [{ accountId, reason: state.reason, sentence: state.sentence }] : [],
  )
  return {
    needs: faults.filter(({ accountId, reason }) => told.get(accountId) !== reason),
    told: new Map(faults.map(({ accountId, reason }) => [accountId, reason])),
  }
}

/** Passes on each need once; keeps those that came before anybody listened. */
export class SignInAlerts {
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
