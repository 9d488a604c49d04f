import { randomUUID } from 'node:crypto'
import PQueue from 'p-queue'
import type * as z from 'zod'
import { backoffMs } from '../kit/backoff.ts'
import { type Clock, pause } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import { fail, type Result } from '../kit/result.ts'
import { type Answer, call, ended, type Fetch, type Request, withinLimit } from './call.ts'
import { CallLimits, firstLimitMs } from './call-limits.ts'
import { challengeIn, isPassing, parsed, read, type Reply } from './answer.ts'
import { errorFrom } from './error-reply.ts'
import { graphError, type GraphError } from './graph-error.ts'
import { Throttle } from './throttle.ts'

export type { Reply } from './answer.ts'
export type { Fetch } from './call.ts'

/** What is wanted of a token beyond "one that is valid". */
export interface TokenNeed {
  readonly forceRefresh?: boolean
  /** JSON of a claims challenge (protocol.md 5.7). */
  readonly claims?: string
}

/** Where an account's access tokens come from. Never rejects. */
export type TokenSource = (need: TokenNeed) => Promise<Result<string, GraphError>>

export interface GraphDeps {
  /** Scheme and host, like `https://graph.microsoft.com`. */
  readonly base: string
  /** Where the token may go: the cloud's Graph origin, and in simulation the simulator's. */
  readonly ownOrigins: readonly string[]
  readonly fetch: Fetch
  readonly token: TokenSource
  readonly clock: Clock
  readonly random: () => number
  readonly log: Log
  /** A reply said what time it is at Microsoft. */
  readonly dated?: (time: number) => void
  /** Of the app, for the decorated User-Agent (protocol.md 6.4). */
  readonly version: string
}

export interface GetOptions {
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** Nobody wants the answer any more. */
  readonly signal?: AbortSignal | undefined
  /** How long the answer may take, where somebody knows better. */
  readonly limitMs?: number
}

/** What {@link Graph.send} sends. */
export interface SendOptions extends Pick<GetOptions, 'headers' | 'signal' | 'limitMs'> {
  readonly body?: unknown
}

const tries = 3
const retry = { firstMs: 1_000, maxMs: 10_000 }
const transient: ReadonlySet<number> = new Set([500, 502, 504])

/** Authorized calls of one account: all of them go through here. */
export class Graph {
  readonly #deps: GraphDeps
  readonly #throttle: Throttle
  readonly #limits = new CallLimits()
  readonly #turns = new PQueue({ concurrency: 1 })
  #wakes = 0

  constructor(deps: GraphDeps) {
    this.#deps = deps
    this.#throttle = new Throttle(deps.clock, deps.random)
  }

  /** May the token go there? Links in replies are followed only then. */
  owns(url: string): boolean {
    const origin = URL.parse(url)?.origin
    return origin !== undefined && this.#deps.ownOrigins.includes(origin)
  }

  /** The network is another one: what fails because it was given up is asked again at once, where that is safe. */
  wake(): void {
    this.#wakes += 1
  }

  /** What asks for very much is done one after the other. */
  inTurn<T>(job: () => Promise<T>): Promise<T> {
    return this.#turns.add(job)
  }

  /** GETs a path below `/v1.0` (`/me/drive`), or a whole URL exactly as Graph gave it. */
  async get<T>(
    pathOrUrl: string,
    schema: z.ZodType<T>,
    options: GetOptions = {},
  ): Promise<Result<Reply<T>, GraphError>> {
    const url = this.#urlOf(pathOrUrl, options.query)
    const { headers = {}, signal } = options
    const [path = ''] = url.split('?')
    const limitMs = options.limitMs ?? this.#limits.of(path)
    const { clock } = this.#deps
    const began = clock.elapsed()
    const reply = await this.#ask({ method: 'GET', url, headers, body: null, limitMs }, schema, signal)
    const error = reply.ok ? null : reply.error
    if (options.limitMs === undefined) this.#limits.answered(path, { tookMs: clock.elapsed() - began, error })
    return reply
  }

  /** Changes something below `/v1.0`. What may not happen twice is not sent twice: a POST is not repeated. */
  async send<T>(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    schema: z.ZodType<T>,
    { body, headers = {}, limitMs = firstLimitMs, signal }: SendOptions = {},
  ): Promise<Result<Reply<T>, GraphError>> {
    const json = body === undefined ? null : JSON.stringify(body)
    const typed = json === null ? headers : { ...headers, 'Content-Type': 'application/json' }
    return this.#ask({ method, url: this.#urlOf(path), headers: typed, body: json, limitMs }, schema, signal)
  }

  async #ask<T>(
    request: Request,
    schema: z.ZodType<T>,
    signal: AbortSignal | undefined,
  ): Promise<Result<Reply<T>, GraphError>> {
    const { url } = request
    if (!this.owns(url)) {
      this.#deps.log.warn('graph call refused: not an address of this account')
      return fail(graphError({ kind: 'malformed' }))
    }
    const requestId = randomUUID()
    const headers = { ...request.headers, 'client-request-id': requestId }
    const answer = await this.#answer({ ...request, headers }, signal)
    if (signal?.aborted) return ended
    const reply = answer.ok ? read(answer.value, schema) : answer
    if (!reply.ok) this.#note(url, requestId, reply.error)
    else if (reply.value.date !== null) this.#deps.dated?.(reply.value.date)
    return reply
  }

  #urlOf(pathOrUrl: string, query?: GetOptions['query']): string {
    const url = pathOrUrl.startsWith('/') ? `${this.#deps.base}/v1.0${pathOrUrl}` : pathOrUrl
    return query ? `${url}?${new URLSearchParams(query).toString()}` : url
  }

  /** Asks until there is a success or a failure the caller has to deal with. */
  async #answer(request: Request, signal: AbortSignal | undefined): Promise<Result<Answer, GraphError>> {
    const asked = { refresh: false, claims: false }
    const allowed = request.method === 'POST' ? 1 : tries
    let need: TokenNeed = {}
    for (let attempt = 1; ;) {
      const wakes = this.#wakes
      const answer = await this.#attempt(request, need, signal)
      if (signal?.aborted) return ended
      if (!answer.ok) {
        const isUnreached = answer.error.kind === 'offline' || answer.error.kind === 'timeout'
        if (isUnreached && wakes !== this.#wakes && request.method === 'GET') continue
        return answer
      }
      const { status, headers: said } = answer.value
      if (status >= 200 && status < 300) {
        this.#throttle.served()
        return answer
      }
      need = {}
      const challenge = challengeIn(said.get('www-authenticate'))
      if ((status === 401 || status === 403) && challenge.kind === 'claims' && !asked.claims) {
        asked.claims = true
        need = { claims: challenge.claims }
      } else if (status === 401 && !asked.refresh) {
        asked.refresh = true
        need = { forceRefresh: true }
      } else if ((transient.has(status) || isPassing(answer.value)) && attempt < allowed) {
        const { clock, random } = this.#deps
        await pause(clock, backoffMs(retry, attempt - 1, random()), signal)
        attempt += 1
      } else return fail(this.#failure(request.url, answer.value))
    }
  }

  #attempt(
    request: Request,
    need: TokenNeed,
    end: AbortSignal | undefined,
  ): Promise<Result<Answer, GraphError>> {
    const { fetch, token, clock, version } = this.#deps
    const attempt = async (signal: AbortSignal): Promise<Result<Answer, GraphError>> => {
      const bearer = await token(need)
      if (!bearer.ok) return bearer
      const headers = {
        Accept: 'application/json',
        'User-Agent': `NONISV|Drivebell|Drivebell/${version}`,
        ...request.headers,
        Authorization: `Bearer ${bearer.value}`,
      }
      return call(fetch, { ...request, headers }, signal)
    }
    return this.#throttle.run(() => withinLimit(clock, request.limitMs, end, attempt))
  }

  #failure(url: string, answer: Answer): GraphError {
    const { status, headers } = answer
    const parse = (throttledForMs: number) =>
      errorFrom({ status, headers, url, throttledForMs, body: parsed(answer.text) })
    const error = parse(0)
    if (error.kind === 'throttled') return parse(this.#throttle.throttled(status, headers))
    if (error.kind === 'signed-out' && isPassing(answer)) return { ...error, kind: 'server' }
    const restart = error.kind === 'resync-required' ? error.restartUrl : null
    return restart !== null && !this.owns(restart)
      ? { ...error, kind: 'resync-required', restartUrl: null }
      : error
  }

  #note(url: string, clientRequestId: string, { kind, status, code, requestId }: GraphError): void {
    const path = new URL(url).pathname
    this.#deps.log.warn('graph call failed', { path, kind, status, code, requestId, clientRequestId })
  }
}
