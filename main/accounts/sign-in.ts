import type { AccountInfo, AuthenticationResult } from '@azure/msal-node'
import type { SignInState } from '../../preload/contract.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { NoBrowser, signInByBrowser } from './browser-sign-in.ts'
import { type Cloud, reach } from './clouds.ts'
import { signInByDeviceCode } from './device-sign-in.ts'
import {
  type ClientParts,
  loginHostAnswers,
  type MicrosoftClient,
  microsoftClient,
} from './microsoft-client.ts'
import { type SignInFailure, signInFailure } from './sign-in-failure.ts'

/** How a person wants to sign in, and as whom if that is known. */
export interface SignInWish {
  readonly method: 'browser' | 'device-code'
  readonly loginHint?: string
}

/** What both ways of signing in work with. */
export interface SignInRequest {
  readonly client: MicrosoftClient
  readonly cloud: Cloud
  readonly openUrl: (url: string) => Promise<void>
  /** Ends the sign-in. */
  readonly signal: AbortSignal
  readonly loginHint: string | null
  /** What Microsoft demanded when the last sign-in ended, as JSON. */
  readonly claims: string | null
}

/** A sign-in that worked: who, what was allowed, and MSAL's cache with nothing else in it. */
export interface SignedIn {
  readonly info: AccountInfo
  readonly scopes: readonly string[]
  readonly text: string
}

export interface SignInParts extends ClientParts {
  readonly clientId: string
  readonly openUrl: (url: string) => Promise<void>
  readonly claims: string | null
  readonly changed: (state: SignInState) => void
}

const limitMs = 5 * 60_000
/** A code lasts a quarter of an hour; somebody who uses none of three has gone. */
const codes = 3

/** One attempt to sign in, with a cache of its own: until it has succeeded it changes nothing. */
export class SignIn {
  readonly #wish: SignInWish
  readonly #parts: SignInParts
  readonly #ending = new AbortController()
  #ended: SignInFailure | null = null
  #text = ''
  /** How it went. Never rejects. */
  readonly done: Promise<Result<SignedIn, SignInFailure>>

  constructor(wish: SignInWish, parts: SignInParts) {
    this.#wish = wish
    this.#parts = parts
    this.done = this.#run()
  }

  cancel(): void {
    this.#end({ kind: 'cancelled' })
  }

  #end(failure: SignInFailure): void {
    this.#ended ??= failure
    this.#ending.abort(new Error(failure.kind))
  }

  async #run(): Promise<Result<SignedIn, SignInFailure>> {
    const { clientId, clock, changed } = this.#parts
    const client = microsoftClient(clientId, this.#parts, {
      read: () => this.#text,
      write: (text) => (this.#text = text),
    })
    const until = clock.now() + limitMs
    changed({ kind: 'waiting', until })
    using limit = clock.at(until, () => this.#end({ kind: 'timed-out' }))
    try {
      await this.#unlessEnded(loginHostAnswers(this.#parts))
      if (this.#wish.method === 'browser') {
        return this.#signedIn(await this.#unlessEnded(signInByBrowser(this.#request(client))))
      }
      limit[Symbol.dispose]() // the codes have their own
      return this.#signedIn(await this.#unlessEnded(this.#byDeviceCode(client)))
    } catch (error) {
      return fail(this.#ended ?? this.#failure(error))
    }
  }

  async #byDeviceCode(client: MicrosoftClient): Promise<AuthenticationResult | null> {
    const { clock, changed } = this.#parts
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
    const { cloud, openUrl, claims } = this.#parts
    const loginHint = this.#wish.loginHint ?? null
    return { client, cloud, openUrl, claims, loginHint, signal: this.#ending.signal }
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
    return signInFailure(error, this.#adminConsentUrl())
  }

  /** An administrator of any organization may open it; with an address at hand it names theirs (graph.md 5.5). */
  #adminConsentUrl(): string {
    const { cloud, clientId } = this.#parts
    const tenant = this.#wish.loginHint?.split('@')[1] ?? 'organizations'
    const url = `${cloud.loginOrigin}/${encodeURIComponent(tenant)}/adminconsent?client_id=${encodeURIComponent(clientId)}`
    return reach(cloud, url)
  }
}
