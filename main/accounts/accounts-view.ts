import type { TokenSource } from '../graph/graph.ts'
import type { Account, RememberedAccount } from './account.ts'
import type { PendingConsent } from './admin-consent.ts'
import { ownIds } from './introduce.ts'

/** Who is signed in, as far as the engine needs to know. */
export interface People {
  list(): readonly Account[]
  onChange(listener: () => void): Disposable
  tokenSource(accountId: string): TokenSource
  pendingConsent(accountId: string): PendingConsent | null
  identify(id: string, me: Pick<RememberedAccount, 'graphId' | 'name' | 'username'>): void
}

/** One of them. */
export function accountOf(people: Pick<People, 'list'>, id: string): Account | undefined {
  return people.list().find((each) => each.id === id)
}

/** The page for an administrator, where an account waits for just these permissions. */
export function adminConsentUrl(
  people: Pick<People, 'pendingConsent'>,
  accountId: string,
  scopes: readonly string[],
): string | null {
  const pending = people.pendingConsent(accountId)
  return pending && scopes.every((scope) => pending.scopes.includes(scope)) ? pending.adminConsentUrl : null
}

/** Graph's user ids of an account, or of everyone signed in here. */
export function ownIdsOf(people: Pick<People, 'list'>, accountId: string | null): ReadonlySet<string> {
  return new Set(
    people
      .list()
      .filter(({ id }) => accountId === null || id === accountId)
      .flatMap(ownIds),
  )
}

/** Says of each account that was signed out that it has signed in again. */
export function onSignedInAgain(
  people: Pick<People, 'list' | 'onChange'>,
  heard: (accountId: string) => void,
): Disposable {
  const waiting = new Set<string>()
  return people.onChange(() => {
    for (const { id, state } of people.list()) {
      if (state.kind === 'signed-out') waiting.add(id)
      else if (waiting.delete(id)) heard(id)
    }
  })
}
