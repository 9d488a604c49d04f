import type { Account, RememberedAccount, SignedOutReason } from './account.ts'
import { Listeners } from '../kit/listeners.ts'

/** An account needs its owner: to sign in again. */
export interface Need {
  readonly accountId: string
  readonly reason: SignedOutReason
  /** Microsoft's number for it, where it helps to find the cause. */
  readonly code: string | null
}

type Alerted = ReadonlyMap<string, SignedOutReason>

/** What an earlier run has said already. */
export function alreadyAlerted(remembered: readonly Pick<RememberedAccount, 'id' | 'ended'>[]): Alerted {
  return new Map(remembered.flatMap(({ id, ended }) => (ended ? [[id, ended]] : [])))
}

/** What is to be said now: each fault once, and again only when it has changed or came back. */
function newNeeds(
  accounts: readonly Account[],
  alerted: Alerted,
): { needs: readonly Need[]; alerted: Alerted } {
  const faults = accounts.flatMap(({ id: accountId, state }) =>
    state.kind === 'signed-out' ? [{ accountId, reason: state.reason, code: state.code }] : [],
  )
  return {
    needs: faults.filter(({ accountId, reason }) => alerted.get(accountId) !== reason),
    alerted: new Map(faults.map(({ accountId, reason }) => [accountId, reason])),
  }
}

/** Passes on each need once; keeps those that came before anybody listened. */
export class SignInAlerts {
  readonly #listeners = new Listeners<Need>()
  #alerted: ReturnType<typeof alreadyAlerted>
  #unheard: readonly Need[] | null = []

  constructor(remembered: readonly Pick<RememberedAccount, 'id' | 'ended'>[]) {
    this.#alerted = alreadyAlerted(remembered)
  }

  add(listener: (need: Need) => void): Disposable {
    for (const need of this.#unheard ?? []) listener(need)
    this.#unheard = null
    return this.#listeners.add(listener)
  }

  look(accounts: readonly Account[]): void {
    const { needs, alerted } = newNeeds(accounts, this.#alerted)
    this.#alerted = alerted
    for (const need of needs) this.#listeners.emit(need)
    if (this.#unheard) this.#unheard = [...this.#unheard, ...needs]
  }
}
