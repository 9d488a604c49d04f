import { isDeepStrictEqual } from 'node:util'
import type { Words } from '../../preload/words/words.ts'
import type { SignInState } from '../../preload/contract/state.ts'
import type { Fetch } from '../graph/call.ts'
import type { TokenSource } from '../graph/graph.ts'
import type { Clock } from '../kit/clock.ts'
import { Lifetime } from '../kit/lifetime.ts'
import { Listeners } from '../kit/listeners.ts'
import type { Log } from '../kit/log.ts'
import { fail, type Result } from '../kit/result.ts'
import type { Account, RememberedAccount } from './account.ts'
import { ConsentWatch, type PendingConsent, pendingConsent } from './consent.ts'
import type { Cloud, CloudName } from './clouds.ts'
import { type Need, SignInAlerts } from './sign-in-alerts.ts'
import { type Remembered, AccountStore } from './account-store.ts'
import type { SignInTask } from './sign-in/methods.ts'
import { SignInSession } from './sign-in/sign-in-session.ts'
import type { SignInFailure } from './sign-in/sign-in-failure.ts'
import { SignInFlow, type SignInWish } from './sign-in/sign-in-flow.ts'
import type { TokenCache } from './tokens/token-cache.ts'
import { AccessTokens } from './tokens/access-tokens.ts'

interface AccountsDeps {
  readonly clientId: () => string | null
  readonly cloud: (name: CloudName) => Cloud
  readonly cache: TokenCache
  readonly remembered: Remembered
  readonly openUrl: (url: string) => Promise<void>
  readonly words: () => Words
  readonly fetch: Fetch
  readonly clock: Clock
  readonly log: Log
}

type Outcome = Result<Account, SignInFailure>

/** Who is signed in, how to become so, and what they allowed. */
export class Accounts implements AsyncDisposable {
  readonly #deps: AccountsDeps
  readonly #life: Lifetime
  readonly #changed = new Listeners<void>()
  readonly #accountStore: AccountStore
  readonly #tokens: AccessTokens
  readonly #session: SignInSession
  readonly #flow: SignInFlow
  readonly #watch: ConsentWatch
  readonly #needs: SignInAlerts

  constructor(deps: AccountsDeps) {
    this.#deps = deps
    const { clientId, cloud, cache, remembered, openUrl, words, fetch, clock, log } = deps
    this.#life = new Lifetime((error) => log.error('closing accounts failed', { why: String(error) }))
    const accountStore = new AccountStore({ cache, remembered, changed: this.#changed })
    const tokens = new AccessTokens({ clientId, cloud, cache, accountStore, fetch, clock, log })
    const changed = () => this.#changed.emit()
    const session = this.#life.use(
      new SignInSession({ clientId, cache, openUrl, words, fetch, clock, changed }),
    )
    this.#accountStore = accountStore
    this.#tokens = tokens
    this.#session = session
    this.#flow = new SignInFlow({ cloud, accountStore, tokens, session, cache, log })
    const look = (id: string, scope: string) => tokens.look(id, scope)
    this.#watch = this.#life.use(new ConsentWatch({ accounts: () => this.list(), look, clock }))
    this.#needs = new SignInAlerts(remembered.read())
    this.#life.use(cache.onChange(() => accountStore.read()))
    this.#life.use(
      this.#changed.add(() => {
        this.#needs.look(this.list())
        this.#watch.mind()
      }),
    )
  }

  /** Reads who was signed in when the app was last used. */
  async start(): Promise<void> {
    await this.#deps.cache.open()
    void this.#watch.look()
  }

  list(): readonly Account[] {
    return this.#accountStore.list()
  }

  get signInState(): SignInState {
    return this.#session.state
  }

  /** Hears of every change to the accounts and to the sign-in under way. */
  onChange(listener: () => void): Disposable {
    return this.#changed.add(listener)
  }

  /** Hears once of each fault that only an account's owner can mend; the first listener also of those before it. */
  onNeed(listener: (need: Need) => void): Disposable {
    return this.#needs.add(listener)
  }

  /** Signs somebody in, now. Another sign-in that was waiting ends. */
  signIn(wish: SignInWish): Promise<Outcome> {
    const { loginHint, cloud } = wish
    const named = this.list().find(
      (each) => each.username === loginHint && each.cloud === (cloud ?? each.cloud),
    )
    return this.#flow.signIn(wish, named ?? null)
  }

  /** Signs an account in again. Somebody else who does so instead is added, and this one still waits. */
  async signInAgain(id: string, method: SignInTask['method'] = 'browser'): Promise<Outcome> {
    const account = this.#accountStore.get(id)
    if (!account) return fail(unknownAccount)
    return this.#flow.signIn({ method, cloud: account.cloud, loginHint: account.username }, account)
  }

  /** Opens Microsoft's page of the sign-in under way once more; whether it could be. */
  openSignInPage(): Promise<boolean> {
    return this.#session.openPage()
  }

  /** The person does not want to sign in any more. */
  cancelSignIn(): void {
    this.#session.cancel()
  }

  /**
   * Asks Microsoft in the browser for what an account lacks of these scopes; without asking when it lacks nothing. Where
   * an administrator has to agree, that is waited for: {@link pendingConsent}.
   */
  async consent(id: string, scopes: readonly string[]): Promise<Outcome> {
    const account = this.#accountStore.get(id)
    if (!account) return fail(unknownAccount)
    return this.#flow.consent(account, scopes)
  }

  /** What an account waits for an administrator to allow; null when nothing, or when it has to sign in first. */
  pendingConsent(id: string): PendingConsent | null {
    const account = this.#accountStore.get(id)
    const clientId = this.#deps.clientId()
    if (account?.state.kind !== 'signed-in' || account.awaited.length === 0 || clientId === null) return null
    return pendingConsent(account, this.#deps.cloud(account.cloud), clientId)
  }

  /** Does not wait for an administrator any more. */
  dismissConsent(id: string): void {
    const account = this.#accountStore.get(id)
    if (account && account.awaited.length > 0) this.#accountStore.put({ ...account, awaited: [] })
  }

  /** Another application id was entered: accounts for which the one before was refused are looked at again. */
  lookAgain(): void {
    for (const { id, state } of this.list())
      if (state.kind === 'signed-out' && state.reason === 'app-refused') void this.#tokens.token(id, {})
  }

  /** Forgets an account and its sign-in on this computer; the browser's own session is not touched. */
  async signOut(id: string): Promise<void> {
    this.#tokens.renew(id)
    this.#accountStore.remove(id)
    await this.#deps.cache.forget(id)
    this.#deps.cache.forgetAsides()
  }

  /** Takes down what Graph's `/me` says of an account: who it is to Graph, and its name there. */
  identify(id: string, me: Pick<RememberedAccount, 'graphId' | 'name' | 'username' | 'mail'>): void {
    const account = this.#accountStore.get(id)
    if (!account) return
    const { graphId, mail } = me
    const [name, username] = [me.name || account.name, me.username || account.username]
    const known = { ...account, graphId, name, username, mail }
    if (!isDeepStrictEqual(known, account)) this.#accountStore.put(known)
  }

  /** Where Graph gets an account's access tokens from. */
  tokenSource(id: string): TokenSource {
    return (need) => this.#tokens.token(id, need)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#life[Symbol.asyncDispose]()
  }
}

const unknownAccount: SignInFailure = { kind: 'unexpected', code: 'no_account' }
