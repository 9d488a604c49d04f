import type { Words } from '../../../preload/words/words.ts'
import type { AccountInfo, AuthenticationResult } from '@azure/msal-node'
import type { SignInState } from '../../../preload/contract/state.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { adminConsentPage } from '../consent.ts'
import {
  NoBrowser,
  signInByBrowser,
  signInByDeviceCode,
  type SignInRequest,
  type SignInTask,
} from './methods.ts'
import {
  type MsalClientDeps,
  loginHostAnswers,
  type MicrosoftClient,
  microsoftClient,
} from '../tokens/msal-client.ts'
import { type SignInFailure, signInFailure } from './sign-in-failure.ts'
import { minuteMs } from '../../kit/time.ts'

/** A sign-in that worked: who, what was allowed, and MSAL's cache with nothing else in it. */
export interface SignedIn {
  readonly info: AccountInfo
  readonly scopes: readonly string[]
  readonly text: string
}

export interface SignInDeps extends MsalClientDeps {
  readonly clientId: string
  readonly openUrl: (url: string) => Promise<void>
  readonly words: () => Words
  readonly changed: (state: SignInState) => void
}

const limitMs = 5 * minuteMs
/** A code lasts a quarter of an hour; somebody who uses none of three has gone. */
const codes = 3

/** One attempt to sign in, with a cache of its own: until it has succeeded it changes nothing. */
export class SignIn {
  readonly #task: SignInTask
  readonly #deps: SignInDeps
  readonly #ending = new AbortController()
  #ended: SignInFailure | null = null
  #text = ''
  /** Microsoft's page, once it was opened. */
  #page: string | null = null
  /** How it went. Never rejects. */
  readonly done: Promise<Result<SignedIn, SignInFailure>>

  constructor(task: SignInTask, deps: SignInDeps) {
    this.#task = task
    this.#deps = deps
    this.done = this.#run()
  }

  cancel(): void {
    this.#end({ kind: 'cancelled' })
  }

  /** Opens Microsoft's page once more, for whoever lost it; false: there is none yet, or the browser does not open. */
  async openPage(): Promise<boolean> {
    if (this.#page === null) return false
    return this.#deps.openUrl(this.#page).then(
      () => true,
      () => false,
    )
  }

  #end(failure: SignInFailure): void {
    this.#ended ??= failure
    this.#ending.abort(new Error(failure.kind))
  }

  async #run(): Promise<Result<SignedIn, SignInFailure>> {
    const { clientId, clock, changed } = this.#deps
    const client = microsoftClient(clientId, this.#deps, {
      read: () => this.#text,
      write: (text) => (this.#text = text),
    })
    changed({ kind: 'waiting', until: clock.now() + limitMs })
    using limit = clock.after(limitMs, () => this.#end({ kind: 'timed-out' }))
    try {
      await this.#unlessEnded(loginHostAnswers(this.#deps))
      if (this.#task.method === 'browser') {
        return this.#signedIn(await this.#unlessEnded(signInByBrowser(this.#request(client))))
      }
      limit[Symbol.dispose]() // the codes have their own
      return this.#signedIn(await this.#unlessEnded(this.#byDeviceCode(client)))
    } catch (error) {
      return fail(this.#ended ?? this.#failure(error))
    }
  }

  async #byDeviceCode(client: MicrosoftClient): Promise<AuthenticationResult | null> {
    const { clock, changed } = this.#deps
    for (let left = codes - 1; ; left--) {
      try {
        return await signInByDeviceCode(this.#request(client), ({ userCode, verificationUri, expiresInMs }) =>
          changed({ kind: 'device-code', userCode, verificationUri, until: clock.now() + expiresInMs }),
        )
      } catch (error) {
        if (left === 0 || this.#failure(error).kind !== 'code-ran-out') throw error
      }
    }
  }

  #request(client: MicrosoftClient): SignInRequest {
    const { cloud, openUrl, words } = this.#deps
    const page = (url: string) => void (this.#page = url)
    return { ...this.#task, client, cloud, openUrl, page, words: words(), signal: this.#ending.signal }
  }

  /** MSAL may take its time to see the end; nobody has to wait for that, and what it still brings is dropped. */
  #unlessEnded<T>(job: Promise<T>): Promise<T> {
    const { signal } = this.#ending
    return new Promise((resolve, reject) => {
      const end = () => reject(new Error('ended'))
      if (signal.aborted) end()
      signal.addEventListener('abort', end, { once: true })
      job.then(resolve, reject)
    })
  }

  #signedIn(result: AuthenticationResult | null): Result<SignedIn, SignInFailure> {
    if (!result?.account || result.accessToken === '') return fail({ kind: 'unexpected', code: 'no_account' })
    return ok({ info: result.account, scopes: result.scopes, text: this.#text })
  }

  #failure(error: unknown): SignInFailure {
    if (error instanceof NoBrowser) return { kind: 'no-browser' }
    const { cloud, clientId } = this.#deps
    const { tenant, loginHint } = this.#task
    const organization = tenant ?? loginHint?.split('@')[1] ?? 'organizations'
    return signInFailure(error, {
      cloud: cloud.name,
      adminConsentUrl: adminConsentPage(cloud, clientId, organization),
    })
  }
}
