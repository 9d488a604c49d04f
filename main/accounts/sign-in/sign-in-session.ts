import type { Words } from '../../../preload/words/words.ts'
import type { SignInState } from '../../../preload/contract/state.ts'
import type { Fetch } from '../../graph/call.ts'
import type { Clock } from '../../kit/clock.ts'
import { fail, type Result } from '../../kit/result.ts'
import type { Cloud } from '../clouds.ts'
import { loginHostAnswers } from '../tokens/msal-client.ts'
import { SignIn, type SignedIn } from './sign-in.ts'
import type { SignInTask } from './methods.ts'
import type { SignInFailure } from './sign-in-failure.ts'
import type { TokenCache } from '../tokens/token-cache.ts'

interface SignInSessionDeps {
  readonly clientId: () => string | null
  readonly cache: TokenCache
  readonly openUrl: (url: string) => Promise<void>
  readonly words: () => Words
  readonly fetch: Fetch
  readonly clock: Clock
  readonly changed: () => void
}

const onlineRecheckMs = 15_000

/** The one sign-in that may be under way, or waits for the network. */
export class SignInSession implements Disposable {
  readonly #deps: SignInSessionDeps
  #state: SignInState = { kind: 'idle' }
  #signIn: SignIn | null = null
  #whenOnline: Disposable | null = null

  constructor(deps: SignInSessionDeps) {
    this.#deps = deps
  }

  get state(): SignInState {
    return this.#state
  }

  show(state: SignInState): void {
    this.#state = state
    this.#deps.changed()
  }

  /** Signs somebody in, now. Another sign-in that was under way or waiting ends; its answer is null. */
  async run(task: SignInTask, cloud: Cloud): Promise<Result<SignedIn, SignInFailure> | null> {
    this.#stop()
    const { cache, openUrl, words, fetch, clock } = this.#deps
    const clientId = this.#deps.clientId()
    if (clientId === null) return fail({ kind: 'no-client-id' })
    if (cache.state.kind === 'locked') await cache.open()
    if (cache.state.kind === 'locked') return fail({ kind: 'locked', by: cache.state.by })
    const changed = (state: SignInState) => this.show(state)
    const signIn = new SignIn(task, { cloud, clientId, openUrl, words, changed, fetch, clock })
    this.#signIn = signIn
    const result = await signIn.done
    if (this.#signIn !== signIn) return null
    this.#signIn = null
    return result
  }

  /** What the missing network stopped goes on by itself, unless something else is wanted. */
  whenOnline(cloud: Cloud, again: () => void): void {
    const { fetch, clock } = this.#deps
    const attempt = clock.after(onlineRecheckMs, () => {
      loginHostAnswers({ cloud, fetch, clock }).then(
        () => this.#whenOnline === attempt && again(),
        () => this.#whenOnline === attempt && this.whenOnline(cloud, again),
      )
    })
    this.#whenOnline = attempt
  }

  /** The person does not want to sign in any more. */
  cancel(): void {
    this.#stop()
    this.show({ kind: 'idle' })
  }

  /** Opens Microsoft's page once more. */
  openPage(): Promise<boolean> {
    return this.#signIn?.openPage() ?? Promise.resolve(false)
  }

  [Symbol.dispose](): void {
    this.#stop()
  }

  #stop(): void {
    const signIn = this.#signIn
    this.#signIn = null
    signIn?.cancel()
    this.#whenOnline?.[Symbol.dispose]()
    this.#whenOnline = null
  }
}
