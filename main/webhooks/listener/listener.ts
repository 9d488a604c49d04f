import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { RefusalKind } from '../../../preload/contract/deliveries.ts'
import type { Clock } from '../../kit/clock.ts'
import { Listeners } from '../../kit/listeners.ts'
import type { Log } from '../../kit/log.ts'
import { type BodyFault, drained, jsonOf, readBody } from './read-body.ts'
import { CallRate } from './rate-limit.ts'
import { handshakeAnswer, validationToken } from './handshake.ts'

/** What knows the addresses, and keeps what is delivered to them. */
export interface Inboxes {
  /** Whose address it is; null: nobody's. `path` holds the unguessable part. */
  find(path: string): Inbox | null
}

export interface Inbox {
  /** The webhook's own id; never its address. */
  readonly id: string
  /** A validation came: Microsoft makes, renews or moves a webhook (protocol.md 3.8). */
  asked?(query: URLSearchParams): void
  /** Keeps a delivery before anything else is done with it. `not-stored`: Microsoft is to call again. */
  keep(delivery: Call): Kept
}

/** `kept` with the number it is kept under. */
export type Kept =
  | { readonly kind: 'kept'; readonly deliveryId: string }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'not-stored' }

/** A delivery as it came. */
export interface Call {
  readonly at: number
  readonly body: unknown
  /** The same as it came. */
  readonly raw: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** How a call ended, for the meter, the counts and the inspector. */
export interface Answered {
  readonly at: number
  readonly inboxId: string | null
  readonly deliveryId: string | null
  readonly outcome: 'kept' | 'not-stored' | 'handshake' | RefusalKind
  readonly status: number
  readonly tookMs: number
  readonly bytes: number
  readonly headers: Readonly<Record<string, string>>
}

interface ListenerDeps {
  readonly inboxes: Inboxes
  readonly clock: Clock
  readonly log: Log
  /** How long a body may take; in milliseconds. */
  readonly bodyLimitMs?: number
  /** How long somebody may hold a connection before the headers are there; in milliseconds. */
  readonly headersLimitMs?: number
}

interface Reply {
  readonly outcome: Answered['outcome']
  readonly status: number
  readonly text?: string
  readonly bytes?: number
  readonly deliveryId?: string
  /** Whoever called is not to go on. */
  readonly hangUp?: boolean
}

/** Each address takes a burst of deliveries and then so many a second; Microsoft tries again what was too much. */
const rate = { burst: 400, perSecond: 100 }
const statusOf: Readonly<Record<BodyFault, number>> = { 'too-large': 413, 'too-slow': 408, malformed: 400 }

/**
 * Takes Microsoft's calls on loopback. It knows no webhook: it answers, and hands on what is to be kept (protocol.md
 * 3.15).
 */
export class Listener implements AsyncDisposable {
  /** Every call that was answered. */
  readonly answered = new Listeners<Answered>()
  readonly #deps: ListenerDeps
  readonly #rate = new CallRate(rate)
  #server: Server | null = null

  constructor(deps: ListenerDeps) {
    this.#deps = deps
  }

  /** Opens the port, any free one for 0; answers which. Rejects when it is taken. */
  async open(port: number): Promise<number> {
    const server = createServer(
      {
        requestTimeout: 15_000,
        headersTimeout: this.#deps.headersLimitMs ?? 5_000,
        // else whoever says nothing is noticed half a minute late
        connectionsCheckingInterval: 500,
        keepAliveTimeout: 5_000,
        maxHeaderSize: 16_384,
      },
      (request, response) => void this.#take(request, response),
    )
    server.maxConnections = 256
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve)
    })
    server.on('error', (error) => this.#deps.log.error('listener failed', { why: error.message }))
    this.#server = server
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : port
  }

  async close(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (!server) return
    const closed = new Promise((resolve) => void server.close(resolve))
    server.closeAllConnections()
    await closed
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = this.#deps.clock.now()
    const began = performance.now()
    const url = URL.parse(request.url ?? '', 'http://127.0.0.1')
    const inbox = url && this.#deps.inboxes.find(url.pathname)
    const headers = headersOf(request)
    let reply: Reply
    try {
      reply = inbox ? await this.#reply(request, url, inbox, { at, headers }) : notFound('unknown-path')
    } catch (error) {
      this.#deps.log.error('a call broke', { why: error instanceof Error ? error.name : 'unknown' })
      reply = { outcome: 'not-stored', status: 500 }
    }
    const tookMs = performance.now() - began
    if (reply.hangUp && reply.outcome !== 'too-slow') await drained(request)
    send(response, reply)
    const { outcome, status, bytes = 0, deliveryId = null } = reply
    this.answered.emit({
      at,
      inboxId: inbox?.id ?? null,
      deliveryId,
      outcome,
      status,
      tookMs,
      bytes,
      headers,
    })
  }

  async #reply(
    request: IncomingMessage,
    url: URL,
    inbox: Inbox,
    { at, headers }: Pick<Call, 'at' | 'headers'>,
  ): Promise<Reply> {
    if (request.method !== 'POST') return { outcome: 'wrong-method', status: 405, hangUp: true }
    if (!this.#rate.take(inbox.id, at)) return { outcome: 'too-many', status: 429, hangUp: true }
    const token = validationToken(url.searchParams)
    if (token !== null) return handshake(token, inbox, url.searchParams)
    const body = await readBody(request, this.#deps.bodyLimitMs)
    if (!body.ok) return { outcome: body.error, status: statusOf[body.error], hangUp: true }
    const bytes = body.value.length
    const kept = inbox.keep({ at, body: jsonOf(body.value), raw: body.value, headers })
    const { kind } = kept
    if (kind === 'kept') return { outcome: 'kept', status: 202, bytes, deliveryId: kept.deliveryId }
    return kind === 'malformed'
      ? { outcome: 'malformed', status: 400, bytes }
      : { outcome: 'not-stored', status: 503, bytes }
  }
}

function handshake(token: string, inbox: Inbox, query: URLSearchParams): Reply {
  const answer = handshakeAnswer(token)
  if (answer.ok) inbox.asked?.(query)
  return answer.ok
    ? { outcome: 'handshake', status: 200, text: answer.value }
    : { outcome: 'malformed', status: 400 }
}

const notFound = (outcome: Answered['outcome']): Reply => ({ outcome, status: 404, hangUp: true })

function send(response: ServerResponse, { status, text = '', hangUp = false }: Reply): void {
  if (response.destroyed) return
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...(status === 405 && { allow: 'POST' }),
    ...(status === 429 && { 'retry-after': '10' }),
    ...(hangUp && { connection: 'close' }),
  })
  response.end(text)
}

function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  const texts = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')] as const)
  return Object.fromEntries(texts)
}
