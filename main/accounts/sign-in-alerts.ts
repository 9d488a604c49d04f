import type { Account, RememberedAccount, SignedOutReason } from './account.ts'

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
export function newNeeds(accounts: readonly Account[], told: Told): { needs: readonly Need[]; told: Told } {
  const faults = accounts.flatMap(({ id: accountId, state }) =>
    state.kind === 'signed-out' ? [{ accountId, reason: state.reason, sentence: state.sentence }] : [],
  )
  return {
    needs: faults.filter(({ accountId, reason }) => told.get(accountId) !== reason),
    told: new Map(faults.map(({ accountId, reason }) => [accountId, reason])),
  }
}
