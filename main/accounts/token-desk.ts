import { graphError, type GraphError } from '../graph/graph-error.ts'
import type { TokenNeed } from '../graph/graph.ts'
import type { Log } from '../kit/log.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { permissions } from './account.ts'
import { AccountTokens } from './account-tokens.ts'
import { type ClientParts, microsoftClient } from './microsoft-client.ts'
import type { Roster } from './roster.ts'
import type { TokenCache } from './token-cache.ts'
import type { TokenFailure } from './token-failure.ts'

interface Parts extends ClientParts {
  readonly clientId: () => string | null
  readonly cache: TokenCache
  readonly roster: Roster
  readonly log: Log
}

/** The right to speak for an account until somebody signs in anew, or out. */
interface Lease {
  readonly clientId: string
  readonly tokens: AccountTokens
}

/** Hands out access tokens, and notices when an account's sign-in has ended. */
export class TokenDesk {
  readonly #parts: Parts
  readonly #leases = new Map<string, Lease>()
  /** What Microsoft demands of an account's next sign-in. */
  readonly #claims = new Map<string, string>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** A token of an account for Graph. Never rejects. */
  async token(id: string, need: TokenNeed): Promise<Result<string, GraphError>> {
    const { cache, clientId, roster } = this.#parts
    if (cache.state.kind === 'locked') return fail(graphError({ kind: 'server' }, { code: 'keyring_locked' }))
    if (roster.get(id)?.state.kind !== 'signed-in') return fail(graphError({ kind: 'signed-out' }))
    const client = clientId()
    if (client === null) return fail(graphError({ kind: 'unexpected' }, { code: 'no_client_id' }))
    const lease = this.#lease(id, client)
    const answer = await lease.tokens.get(need)
    const current = this.#leases.get(id) === lease
    if (!answer.ok) return fail(current ? this.#failed(id, answer.error) : overtaken)
    if (current) this.#learnScopes(id, answer.value.scopes)
    return ok(answer.value.accessToken)
  }

  /** What comes from earlier requests is not believed any more: the account was signed in anew, or out. */
  renew(id: string): void {
    this.#leases.delete(id)
    this.#claims.delete(id)
  }

  /** What the next sign-in with this address has to bring, as JSON. */
  claimsFor(username: string | undefined): string | null {
    const account = this.#parts.roster.list().find((each) => each.username === username)
    return (account && this.#claims.get(account.id)) ?? null
  }

  #lease(id: string, clientId: string): Lease {
    const held = this.#leases.get(id)
    if (held?.clientId === clientId) return held
    const { cache } = this.#parts
    const client = microsoftClient(clientId, this.#parts, {
      read: () => cache.read(id),
      write: (text) => {
        if (this.#leases.get(id) === lease) cache.write(id, text)
      },
    })
    const lease: Lease = { clientId, tokens: new AccountTokens(id, client) }
    this.#leases.set(id, lease)
    return lease
  }

  #failed(id: string, failure: TokenFailure): GraphError {
    const { roster, log } = this.#parts
    if (failure.kind === 'passing') return failure.error
    const { reason, claims, code } = failure
    if (claims !== null) this.#claims.set(id, claims)
    if (roster.get(id)?.state.kind === 'signed-in') {
      log.warn('account signed out', { reason, code })
      roster.signedOut(id, reason)
    }
    return graphError({ kind: 'signed-out' }, { code })
  }

  /** What Microsoft allows can change with any token. */
  #learnScopes(id: string, scopes: readonly string[]): void {
    const account = this.#parts.roster.get(id)
    const allowed = permissions(scopes)
    if (account && allowed.join() !== account.scopes.join())
      this.#parts.roster.put({ ...account, scopes: allowed })
  }
}

/** The account was signed in anew meanwhile: asked again, there is a token. */
const overtaken: GraphError = graphError({ kind: 'server' }, { code: 'sign_in_renewed' })
