import type { Fetch } from '../../graph/call.ts'
import { graphError, type GraphError } from '../../graph/graph-error.ts'
import type { TokenNeed } from '../../graph/graph.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { hourMs } from '../../kit/time.ts'
import type { Account } from '../account.ts'
import { permissions } from '../scopes.ts'
import { AccountTokens } from './account-tokens.ts'
import type { Cloud, CloudName } from '../clouds.ts'
import { microsoftClient } from './msal-client.ts'
import type { AccountStore } from '../account-store.ts'
import { missingScopes, signInScopes, union } from '../scopes.ts'
import type { TokenCache } from './token-cache.ts'
import { isScopeRefused, type TokenFailure } from './token-failure.ts'

interface AccessTokensDeps {
  readonly clientId: () => string | null
  readonly cloud: (name: CloudName) => Cloud
  readonly cache: TokenCache
  readonly accountStore: AccountStore
  readonly fetch: Fetch
  readonly clock: Clock
  readonly log: Log
}

/** An application id that was refused is asked about again so often (protocol.md 5.5). */
const refusedAgainMs = hourMs

/** The right to speak for an account until somebody signs in anew, or out. */
interface Lease {
  readonly clientId: string
  readonly tokens: AccountTokens
}

/** Hands out access tokens, and notices when an account's sign-in has ended. */
export class AccessTokens {
  readonly #deps: AccessTokensDeps
  readonly #leases = new Map<string, Lease>()
  /** What Microsoft demands of an account's next sign-in. */
  readonly #claims = new Map<string, string>()
  /** Accounts whose application id was refused: which, and when that was last asked, by the even hand. */
  readonly #refused = new Map<string, { readonly clientId: string; readonly at: number }>()

  constructor(deps: AccessTokensDeps) {
    this.#deps = deps
  }

  /** A token of an account for Graph, good for all that was granted to it. Never rejects. */
  async token(id: string, need: TokenNeed): Promise<Result<string, GraphError>> {
    const found = this.#find(id)
    if (!found.ok) return found
    const { lease, account } = found.value
    const all = union(signInScopes, account.scopes)
    let answer = await lease.tokens.get(need, all)
    if (!answer.ok && isScopeRefused(answer.error) && all.length > signInScopes.length) {
      answer = await lease.tokens.get(need, signInScopes) // some of it was withdrawn; the rest goes on
    }
    const current = this.#leases.get(id) === lease
    if (!answer.ok) return fail(current ? this.#failed(id, answer.error) : overtaken)
    if (current) {
      this.#refused.delete(id)
      this.#deps.accountStore.signedIn(id)
      this.#learnScopes(id, answer.value.scopes)
    }
    return ok(answer.value.accessToken)
  }

  /** Looks whether one more scope is allowed by now. Nothing ends when it is not. */
  async look(id: string, scope: string): Promise<void> {
    const found = this.#find(id)
    if (!found.ok) return
    const { lease, account } = found.value
    const scopes = union(signInScopes, [...account.scopes, scope])
    const answer = await lease.tokens.get({ forceRefresh: true }, scopes)
    if (answer.ok && this.#leases.get(id) === lease) this.#learnScopes(id, answer.value.scopes)
  }

  /** What comes from earlier requests is not believed any more: the account was signed in anew, or out. */
  renew(id: string): void {
    this.#leases.delete(id)
    this.#claims.delete(id)
  }

  /** What an account's next sign-in has to bring, as JSON. */
  claimsFor(id: string): string | null {
    return this.#claims.get(id) ?? null
  }

  #find(id: string): Result<{ lease: Lease; account: Account }, GraphError> {
    const { cache, clientId, accountStore } = this.#deps
    const account = accountStore.get(id)
    if (!account || !this.#mayAsk(account)) return fail(graphError({ kind: 'signed-out' }))
    if (cache.state.kind === 'locked') return fail(graphError({ kind: 'server' }, { code: 'keyring_locked' }))
    const client = clientId()
    if (client === null) return fail(graphError({ kind: 'unexpected' }, { code: 'no_client_id' }))
    return ok({ lease: this.#lease(account, client), account })
  }

  /** Whoever is signed in; and, now and then, whoever is not because of the application id. */
  #mayAsk({ id, state }: Account): boolean {
    if (state.kind === 'signed-in') return true
    if (state.reason !== 'app-refused') return false
    const [clientId, now, refused] = [
      this.#deps.clientId(),
      this.#deps.clock.elapsed(),
      this.#refused.get(id),
    ]
    if (clientId === null) return false
    if (refused?.clientId === clientId && now - refused.at < refusedAgainMs) return false
    this.#refused.set(id, { clientId, at: now })
    return true
  }

  #lease({ id, cloud: name }: Account, clientId: string): Lease {
    const held = this.#leases.get(id)
    if (held?.clientId === clientId) return held
    const { cache, fetch, clock } = this.#deps
    const cloud = this.#deps.cloud(name)
    const client = microsoftClient(
      clientId,
      { cloud, fetch, clock },
      {
        read: () => cache.read(id),
        write: (text) => {
          if (this.#leases.get(id) === lease) cache.write(id, text)
        },
      },
    )
    const lease: Lease = { clientId, tokens: new AccountTokens(id, cloud, client) }
    this.#leases.set(id, lease)
    return lease
  }

  #failed(id: string, failure: TokenFailure): GraphError {
    const { accountStore, clock, log } = this.#deps
    if (failure.kind === 'passing') return failure.error
    const { reason, claims, code } = failure
    if (claims !== null) this.#claims.set(id, claims)
    const clientId = this.#leases.get(id)?.clientId
    if (reason === 'app-refused' && clientId) this.#refused.set(id, { clientId, at: clock.elapsed() })
    const { state } = accountStore.get(id) ?? {}
    const isNews = state?.kind === 'signed-in' || (state?.kind === 'signed-out' && state.reason !== reason)
    if (isNews) {
      log.warn('account signed out', { reason, code })
      accountStore.signedOut(id, reason, reason === 'app-refused' ? code : null)
    }
    return graphError({ kind: 'signed-out' }, { code })
  }

  /** What Microsoft allows can change with any token, and with it what an administrator is waited for. */
  #learnScopes(id: string, scopes: readonly string[]): void {
    const account = this.#deps.accountStore.get(id)
    const allowed = permissions(scopes)
    if (!account || allowed.join() === account.scopes.join()) return
    const awaited = missingScopes({ ...account, scopes: allowed }, account.awaited)
    this.#deps.accountStore.put({ ...account, scopes: allowed, awaited })
  }
}

/** The account was signed in anew meanwhile: asked again, there is a token. */
const overtaken: GraphError = graphError({ kind: 'server' }, { code: 'sign_in_renewed' })
