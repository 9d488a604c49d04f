import type { Log } from '../../kit/log.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { type Account, factsOf } from '../account.ts'
import type { Cloud, CloudName } from '../clouds.ts'
import type { AccountStore } from '../account-store.ts'
import { missingScopes, signInScopes, ungranted, union } from '../scopes.ts'
import type { SignedIn } from './sign-in.ts'
import type { SignInTask } from './methods.ts'
import type { SignInSession } from './sign-in-session.ts'
import type { SignInFailure } from './sign-in-failure.ts'
import { signInRefusal } from './sign-in-words.ts'
import type { TokenCache } from '../tokens/token-cache.ts'
import type { AccessTokens } from '../tokens/access-tokens.ts'

interface SignInFlowDeps {
  readonly cloud: (name: CloudName) => Cloud
  readonly accountStore: AccountStore
  readonly tokens: AccessTokens
  readonly session: SignInSession
  readonly cache: TokenCache
  readonly log: Log
}

/** How a person wants to sign in, and as whom if that is known; in the global cloud unless said. */
export interface SignInWish {
  readonly method: SignInTask['method']
  readonly cloud?: CloudName
  readonly loginHint?: string
}

type Outcome = Result<Account, SignInFailure>

/** What becomes of the accounts when somebody signs in, again, or for more. */
export class SignInFlow {
  readonly #deps: SignInFlowDeps

  constructor(deps: SignInFlowDeps) {
    this.#deps = deps
  }

  /** Signs somebody in; `named` is the account that this should be, if it is known here. */
  async signIn(wish: SignInWish, named: Account | null): Promise<Outcome> {
    const { session, accountStore } = this.#deps
    const cloud = this.#deps.cloud(named?.cloud ?? wish.cloud ?? 'global')
    const task = this.#task(wish, named, named?.scopes ?? [])
    const result = await session.run(task, cloud)
    if (!result) return fail({ kind: 'cancelled' })
    if (result.ok) return ok(this.#arrived(this.#welcome(result.value, cloud.name), named))
    const { error } = result
    if (error.kind === 'admin-consent' && named && task.scopes.length > signInScopes.length) {
      const awaited = union(named.awaited, missingScopes({ ...named, scopes: signInScopes }, named.scopes))
      const less = { ...named, scopes: signInScopes, awaited } // allowed once, not any more: go on with the rest
      accountStore.put(less)
      return this.signIn(wish, less)
    }
    this.#note(error)
    this.#showFailed(error)
    if (error.kind === 'offline') session.whenOnline(cloud, () => void this.signIn(wish, named))
    return fail(error)
  }

  /** Asks in the browser for what an account lacks of these scopes; without asking when it lacks nothing. */
  async consent(account: Account, scopes: readonly string[]): Promise<Outcome> {
    const { session, cloud } = this.#deps
    const missing = ungranted(account, scopes)
    if (missing.length === 0) return ok(account)
    const wish: SignInWish = { method: 'browser', loginHint: account.username }
    const task = this.#task(wish, account, [...account.scopes, ...missing])
    const result = await session.run(task, cloud(account.cloud))
    if (!result) return fail({ kind: 'cancelled' })
    if (!result.ok) return fail(this.#refused(account, missing, result.error))
    const granted = this.#welcome(result.value, account.cloud)
    session.show({ kind: 'idle' })
    if (granted.id !== account.id) return fail(other(account, granted))
    return missingScopes(granted, missing).length === 0 ? ok(granted) : fail({ kind: 'declined' })
  }

  #task({ method, loginHint }: SignInWish, named: Account | null, scopes: readonly string[]): SignInTask {
    return {
      method,
      scopes: union(signInScopes, scopes),
      loginHint: loginHint ?? null,
      claims: named && this.#deps.tokens.claimsFor(named.id),
      tenant: named?.tenantId ?? null,
    }
  }

  #welcome({ info, scopes, text }: SignedIn, cloud: CloudName): Account {
    const { accountStore, tokens, cache, log } = this.#deps
    const facts = factsOf(info, cloud, scopes)
    const known = accountStore.get(facts.id)
    const awaited = missingScopes(facts, known?.awaited ?? [])
    const graphId = known?.graphId ?? null
    const account: Account = { ...facts, graphId, awaited, state: { kind: 'signed-in' } }
    tokens.renew(account.id)
    cache.write(account.id, text)
    accountStore.put(account)
    log.info('signed in', { type: account.type, cloud })
    return account
  }

  /** Somebody is signed in; when another one was waited for, that is said. */
  #arrived(account: Account, named: Account | null): Account {
    const waits = named && named.id !== account.id && named.state.kind === 'signed-out'
    if (waits) this.#showFailed(other(named, account))
    else this.#deps.session.show({ kind: 'idle' })
    return account
  }

  /** More was asked for and not given: the account stays as it was, and an administrator may be waited for. */
  #refused({ id, type }: Account, missing: readonly string[], failure: SignInFailure): SignInFailure {
    const { accountStore, session } = this.#deps
    this.#note(failure)
    session.show({ kind: 'idle' })
    if (failure.kind !== 'admin-consent') return failure
    if (type === 'personal') return { kind: 'declined' } // nobody stands above a person
    const account = accountStore.get(id)
    if (account) accountStore.put({ ...account, awaited: union(account.awaited, missing) })
    return failure
  }

  #showFailed(failure: SignInFailure): void {
    const adminConsentUrl = failure.kind === 'admin-consent' ? failure.url : null
    this.#deps.session.show({ kind: 'failed', why: signInRefusal(failure), adminConsentUrl })
  }

  #note(failure: SignInFailure): void {
    const code = 'code' in failure ? failure.code : null
    this.#deps.log.warn('sign-in failed', { kind: failure.kind, code })
  }
}

function other(wanted: Account, chosen: Account): SignInFailure {
  return { kind: 'other-account', wanted: wanted.username, chosen }
}
