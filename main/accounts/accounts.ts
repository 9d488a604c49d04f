import type { SignInState } from '../../preload/contract.ts'
import type { TokenSource } from '../graph/graph.ts'
import { Listeners } from '../kit/listeners.ts'
import type { Log } from '../kit/log.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { type Account, type RememberedAccount, rememberedFrom } from './account.ts'
import { type ClientParts, loginHostAnswers } from './microsoft-client.ts'
import { type Remembered, Roster } from './roster.ts'
import { SignIn, type SignedIn, type SignInWish } from './sign-in.ts'
import type { SignInFailure } from './sign-in-failure.ts'
import { signInSentence } from './sign-in-words.ts'
import type { TokenCache } from './token-cache.ts'
import { TokenDesk } from './token-desk.ts'

interface Parts extends ClientParts {
  readonly clientId: () => string | null
  readonly cache: TokenCache
  readonly remembered: Remembered
  readonly openUrl: (url: string) => Promise<void>
  readonly log: Log
}

const onlineRecheckMs = 15_000

/** Who is signed in, and how to become so. */
export class Accounts implements AsyncDisposable {
  readonly #parts: Parts
  readonly #changed = new Listeners<void>()
  readonly #roster: Roster
  readonly #desk: TokenDesk
  readonly #cacheChanged: Disposable
  #signIn: SignIn | null = null
  #signInState: SignInState = { kind: 'idle' }
  #whenOnline: Disposable | null = null

  constructor(parts: Parts) {
    this.#parts = parts
    this.#roster = new Roster({ ...parts, changed: this.#changed })
    this.#desk = new TokenDesk({ ...parts, roster: this.#roster })
    this.#cacheChanged = parts.cache.onChange(() => this.#roster.read())
  }

  /** Reads who was signed in when the app was last used. */
  async start(): Promise<void> {
    await this.#parts.cache.open()
  }

  list(): readonly Account[] {
    return this.#roster.list()
  }

  get signInState(): SignInState {
    return this.#signInState
  }

  /** Hears of every change to the accounts and to the sign-in under way. */
  onChange(listener: () => void): Disposable {
    return this.#changed.add(listener)
  }

  /** Signs somebody in, now. Another sign-in that was waiting ends. */
  async signIn(wish: SignInWish): Promise<Result<Account, SignInFailure>> {
    this.#stopWaiting()
    const { cache } = this.#parts
    const clientId = this.#parts.clientId()
    if (clientId === null) return this.#failed({ kind: 'no-client-id' }, wish)
    if (cache.state.kind === 'locked') await cache.open()
    if (cache.state.kind === 'locked') return this.#failed({ kind: 'keyring-locked' }, wish)
    const claims = this.#desk.claimsFor(wish.loginHint)
    const changed = (state: SignInState) => this.#show(state)
    const signIn = new SignIn(wish, { ...this.#parts, clientId, claims, changed })
    this.#signIn = signIn
    const result = await signIn.done
    if (this.#signIn !== signIn) return fail({ kind: 'cancelled' })
    this.#signIn = null
    return result.ok ? ok(this.#welcome(result.value)) : this.#failed(result.error, wish)
  }

  /** The person does not want to sign in any more. */
  cancelSignIn(): void {
    if (this.#signIn) return this.#signIn.cancel()
    this.#stopWaiting()
    this.#show({ kind: 'idle' })
  }

  /** Forgets an account and its sign-in on this computer; the browser's own session is not touched. */
  async signOut(id: string): Promise<void> {
    this.#desk.renew(id)
    this.#roster.remove(id)
    await this.#parts.cache.forget(id)
  }

  /** Takes down what Graph's `/me` says of an account: who it is to Graph, and its name there. */
  identify(id: string, me: Pick<RememberedAccount, 'graphId' | 'name' | 'username'>): void {
    const account = this.#roster.get(id)
    if (!account) return
    const { graphId } = me
    const [name, username] = [me.name || account.name, me.username || account.username]
    if (account.graphId === graphId && account.name === name && account.username === username) return
    this.#roster.put({ ...account, graphId, name, username })
  }

  /** Where Graph gets an account's access tokens from. */
  tokenSource(id: string): TokenSource {
    return (need) => this.#desk.token(id, need)
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#cacheChanged[Symbol.dispose]()
    this.#stopWaiting()
    return Promise.resolve()
  }

  #welcome({ info, scopes, text }: SignedIn): Account {
    const facts = rememberedFrom(info, scopes)
    const graphId = this.#roster.get(facts.id)?.graphId ?? null
    const account: Account = { ...facts, graphId, state: { kind: 'signed-in' } }
    this.#desk.renew(account.id)
    this.#parts.cache.write(account.id, text)
    this.#signInState = { kind: 'idle' }
    this.#roster.put(account)
    this.#parts.log.info('signed in', { type: account.type })
    return account
  }

  #failed(failure: SignInFailure, wish: SignInWish): { readonly ok: false; readonly error: SignInFailure } {
    this.#parts.log.warn('sign-in failed', {
      kind: failure.kind,
      ...('code' in failure && { code: failure.code }),
    })
    const adminConsentUrl = failure.kind === 'admin-consent' ? failure.url : null
    this.#show({ kind: 'failed', sentence: signInSentence(failure), adminConsentUrl })
    if (failure.kind === 'offline') this.#signInWhenOnline(wish)
    return fail(failure)
  }

  /** The sentence promises it: what the missing network stopped goes on by itself, unless something else is wanted. */
  #signInWhenOnline(wish: SignInWish): void {
    const { clock } = this.#parts
    const attempt = clock.after(onlineRecheckMs, () => {
      loginHostAnswers(this.#parts).then(
        () => this.#whenOnline === attempt && void this.signIn(wish),
        () => this.#whenOnline === attempt && this.#signInWhenOnline(wish),
      )
    })
    this.#whenOnline = attempt
  }

  /** Ends whatever sign-in is under way, or waits for the network. */
  #stopWaiting(): void {
    const signIn = this.#signIn
    this.#signIn = null
    signIn?.cancel()
    this.#whenOnline?.[Symbol.dispose]()
    this.#whenOnline = null
  }

  #show(state: SignInState): void {
    this.#signInState = state
    this.#changed.emit()
  }
}
