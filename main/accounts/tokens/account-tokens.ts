import type { AuthenticationResult } from '@azure/msal-node'
import type { TokenNeed } from '../../graph/graph.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { homeAccountIdOf } from '../account.ts'
import type { Cloud } from '../clouds.ts'
import type { MicrosoftClient } from './msal-client.ts'
import { scopesIn } from '../scopes.ts'
import { type TokenFailure, tokenFailure } from './token-failure.ts'

type Answer = Result<AuthenticationResult, TokenFailure>

const nothingKept: TokenFailure = { kind: 'ended', reason: 'ran-out', claims: null, code: 'no_account' }

/**
 * The access tokens of one account. Requests go one after the other, for a refresh token may be good for a single use;
 * the same request made twice is one.
 */
export class AccountTokens {
  readonly #id: string
  readonly #cloud: Cloud
  readonly #client: MicrosoftClient
  readonly #underWay = new Map<string, Promise<Answer>>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(id: string, cloud: Cloud, client: MicrosoftClient) {
    this.#id = id
    this.#cloud = cloud
    this.#client = client
  }

  /** A token for these scopes that is valid for five more minutes at least, from the cache if it can be. Never rejects. */
  get(need: TokenNeed, scopes: readonly string[]): Promise<Answer> {
    const key = JSON.stringify([need.forceRefresh ?? false, need.claims ?? null, scopes])
    const same = this.#underWay.get(key)
    if (same) return same
    const turn = this.#last.then(() => this.#acquire(need, scopes)).finally(() => this.#underWay.delete(key))
    this.#underWay.set(key, turn)
    this.#last = turn
    return turn
  }

  async #acquire({ forceRefresh = false, claims }: TokenNeed, names: readonly string[]): Promise<Answer> {
    const { msal, network } = this.#client
    try {
      const account = await msal.getTokenCache().getAccountByHomeId(homeAccountIdOf(this.#id))
      if (!account) return fail(nothingKept)
      const scopes = scopesIn(this.#cloud, names)
      return ok(await msal.acquireTokenSilent({ account, scopes, forceRefresh, ...(claims && { claims }) }))
    } catch (error) {
      return fail(tokenFailure(error, network.busyForMs))
    }
  }
}
