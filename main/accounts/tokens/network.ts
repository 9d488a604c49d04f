import {
  ClientAuthError,
  ClientAuthErrorCodes,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
  ServerError,
} from '@azure/msal-node'
import { type Fetch, textOf } from '../../graph/call.ts'
import { retryAfterMs } from '../../graph/retry-after.ts'
import { type Clock, pause } from '../../kit/clock.ts'
import { deviceCodeIn, isPending, refusalIn, scopesAsAsked, type TokenAnswer } from './token-answer.ts'
import { minuteMs, hourMs } from '../../kit/time.ts'

const limitMs = 30_000
/** RFC 8628 3.5: five seconds more between two questions. */
const slowerMs = 5_000

/** MSAL's way to the login host, over the app's own fetch (platform.md 4.2). */
export class Network implements INetworkModule {
  readonly #fetch: Fetch
  readonly #clock: Clock
  #busyUntil = 0

  constructor({ fetch, clock }: { fetch: Fetch; clock: Clock }) {
    this.#fetch = fetch
    this.#clock = clock
  }

  /** How long Microsoft wants to be left alone; until then nothing is asked. */
  get busyForMs(): number {
    return Math.max(0, this.#busyUntil - this.#clock.elapsed())
  }

  async sendGetRequestAsync<T>(
    url: string,
    options?: NetworkRequestOptions,
    timeoutMs?: number,
  ): Promise<NetworkResponse<T>> {
    return believed<T>(this.#understood(await this.#ask(url, 'GET', options, timeoutMs)))
  }

  async sendPostRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    if (this.busyForMs > 0) throw busy(429)
    const answer = await this.#ask(url, 'POST', options)
    if (answer.status === 429 || answer.status >= 500) {
      this.#busyUntil = this.#clock.elapsed() + busyMs(answer, this.#clock.now())
      throw busy(answer.status) // whatever else it says, nobody has to sign in again over it
    }
    if (new URL(url).pathname.endsWith('/devicecode')) {
      return believed<T>({ ...answer, body: deviceCodeIn(answer) })
    }
    if (isPoll(options))
      return believed<T>(scopesAsAsked(await this.#polled(this.#understood(answer)), options?.body))
    return believed<T>(scopesAsAsked(this.#understood(answer), options?.body))
  }

  /** MSAL forgets all but the name of a refusal here, so what it says is thrown before. */
  async #polled(answer: TokenAnswer): Promise<TokenAnswer> {
    const refused = refusalIn(answer)
    if (!refused) return answer
    const pending = isPending(refused)
    if (pending === 'no') throw refused
    if (pending === 'slower') await pause(this.#clock, slowerMs)
    return { ...answer, body: { error: 'authorization_pending' } }
  }

  /** A page instead of JSON: from Microsoft it means trouble, with status 200 it is somebody else's. */
  #understood(answer: TokenAnswer): TokenAnswer {
    if (answer.body) return answer
    if (answer.status >= 400) return { ...answer, body: { error: 'temporarily_unavailable' } }
    throw unreachable('unexpected page')
  }

  async #ask(
    url: string,
    method: 'GET' | 'POST',
    { headers = {}, body }: NetworkRequestOptions = {},
    timeoutMs: number = limitMs,
  ): Promise<TokenAnswer> {
    const giveUp = new AbortController()
    using _limit = this.#clock.after(timeoutMs, () => giveUp.abort())
    try {
      const reply = await this.#fetch(url, {
        method,
        headers,
        ...(method === 'POST' && { body: body ?? '' }),
        signal: giveUp.signal,
        redirect: 'error', // a body with a refresh token goes nowhere else
        cache: 'no-store',
        credentials: 'omit',
      })
      return {
        status: reply.status,
        headers: Object.fromEntries(reply.headers),
        body: jsonObject((await textOf(reply)) ?? ''),
      }
    } catch (error) {
      throw unreachable(giveUp.signal.aborted ? 'timeout' : codeOf(error))
    }
  }
}

/** What the answer asks for, an hour at most. Unasked, a minute after a 429; of a bad gateway only the caller knows. */
function busyMs({ status, headers }: TokenAnswer, now: number): number {
  const saidMs = retryAfterMs(new Headers(headers), now) ?? 0
  const ms = saidMs > 0 ? saidMs : status === 429 ? minuteMs : 0
  return Math.min(ms, hourMs)
}

function busy(status: number): ServerError {
  return new ServerError('temporarily_unavailable', '', '', '', undefined, status)
}

/** MSAL's own word for "nobody answered", with the reason as its message. */
function unreachable(reason: string): ClientAuthError {
  return new ClientAuthError(ClientAuthErrorCodes.networkError, '', reason)
}

/** `ECONNREFUSED`, `net::ERR_CERT_AUTHORITY_INVALID` and the like: Node hides it in the cause. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { cause } = error
  if (cause instanceof Error) return codeOf(cause)
  if ('code' in error && typeof error.code === 'string') return error.code
  return /\bnet::ERR_\w+/.exec(error.message)?.[0] ?? error.name
}

/** MSAL says `device_code`, the name from before RFC 8628 gave it a longer one. */
function isPoll(options: NetworkRequestOptions | undefined): boolean {
  const grantType = new URLSearchParams(options?.body).get('grant_type') ?? ''
  return /(?:^|:)device_code$/.test(grantType)
}

function jsonObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

/** MSAL names the type of a body that only it knows; it checks each field it reads. */
function believed<T>({ status, headers, body }: TokenAnswer): NetworkResponse<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { status, headers, body: body as T }
}
