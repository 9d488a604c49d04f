import type { Graph, TokenSource } from '../graph/graph.ts'
import type { Account, RememberedAccount } from './account.ts'
import type { PendingConsent } from './consent.ts'
import { fetchMe } from '../graph/me.ts'
import type { Clock } from '../kit/clock.ts'
import type { Accounts } from './accounts.ts'
import { minuteMs } from '../kit/time.ts'

/** Who is signed in, as far as the engine needs to know. */
export interface AccountsView {
  list(): readonly Account[]
  onChange(listener: () => void): Disposable
  tokenSource(accountId: string): TokenSource
  pendingConsent(accountId: string): PendingConsent | null
  identify(id: string, me: Pick<RememberedAccount, 'graphId' | 'name' | 'username' | 'mail'>): void
}

/** One of them. */
export function accountOf(accounts: Pick<AccountsView, 'list'>, id: string): Account | undefined {
  return accounts.list().find((each) => each.id === id)
}

/** The page for an administrator, where an account waits for just these permissions. */
export function adminConsentUrl(
  accounts: Pick<AccountsView, 'pendingConsent'>,
  accountId: string,
  scopes: readonly string[],
): string | null {
  const pending = accounts.pendingConsent(accountId)
  return pending && scopes.every((scope) => pending.scopes.includes(scope)) ? pending.adminConsentUrl : null
}

/** By what Graph may name an account, or everyone signed in here: user ids and addresses (protocol.md 2.6). */
export function ownNames(
  accounts: Pick<AccountsView, 'list'>,
  accountId: string | null,
): ReadonlySet<string> {
  return new Set(
    accounts
      .list()
      .filter(({ id }) => accountId === null || id === accountId)
      .flatMap((account) => [...ownIds(account), ...addressesOf(account)]),
  )
}

const addressesOf = ({ username, mail }: Pick<Account, 'username' | 'mail'>): readonly string[] =>
  [username, mail ?? ''].filter((address) => address.includes('@')).map((address) => address.toLowerCase())

/** Whoever has an address there is of the account's organization; empty for a personal account. */
export function ownDomains(accounts: Pick<AccountsView, 'list'>, accountId: string): ReadonlySet<string> {
  const account = accountOf(accounts, accountId)
  if (account?.type !== 'work') return new Set()
  return new Set(addressesOf(account).map((address) => address.slice(address.lastIndexOf('@') + 1)))
}

/** Says of each account that was signed out that it has signed in again. */
export function onSignedInAgain(
  accounts: Pick<AccountsView, 'list' | 'onChange'>,
  heard: (accountId: string) => void,
): Disposable {
  const waiting = new Set<string>()
  return accounts.onChange(() => {
    for (const { id, state } of accounts.list()) {
      if (state.kind === 'signed-out') waiting.add(id)
      else if (waiting.delete(id)) heard(id)
    }
  })
}

const retryMs = minuteMs

/** Asks Graph who each signed-in account is, until it has said so: own changes are known by that id. */
export function introduce(
  accounts: Pick<Accounts, 'list' | 'onChange' | 'identify'>,
  graph: (accountId: string) => Graph,
  clock: Clock,
): Disposable {
  const asking = new Set<string>()
  const timers = new Set<Disposable>()
  const look = () => {
    const unknown = accounts
      .list()
      .filter(({ graphId, mail, state }) => (graphId === null || mail === null) && state.kind === 'signed-in')
    for (const { id } of unknown) if (!asking.has(id)) void ask(id)
  }
  const ask = async (id: string) => {
    asking.add(id)
    const me = await fetchMe(graph(id))
    if (me.ok) {
      const { id: graphId, name, username, mail } = me.value
      accounts.identify(id, { graphId, name: name ?? '', username: username ?? '', mail: mail ?? '' })
      asking.delete(id)
      return
    }
    const timer = clock.after(retryMs, () => (timers.delete(timer), asking.delete(id), look()))
    timers.add(timer)
  }
  const hearing = accounts.onChange(look)
  look()
  return {
    [Symbol.dispose]() {
      hearing[Symbol.dispose]()
      for (const timer of timers) timer[Symbol.dispose]()
    },
  }
}

/**
 * The ids by which Graph may call an account: what `/me` said, and until then what its key holds (protocol.md 2.5,
 * 2.6).
 */
export function ownIds({ id, graphId, type }: Pick<Account, 'id' | 'graphId' | 'type'>): readonly string[] {
  const [uid = ''] = id.split('.')
  const fromKey = type === 'personal' ? uid.replaceAll('-', '').slice(-16) : uid
  return graphId === null ? [fromKey] : [graphId, fromKey]
}
