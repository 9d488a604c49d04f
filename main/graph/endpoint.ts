import * as z from 'zod'
import type { Clock } from '../kit/clock.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { graphError, type GraphError } from './graph-error.ts'
import type { Graph } from './graph.ts'
import { instant } from './untyped.ts'
import { hourMs } from '../kit/time.ts'

/** Where a drive can be listened to, and for how long. */
export interface Endpoint {
  /** Its query is the credential: memory only, never logged, never sent to the window (protocol.md 1.4). */
  readonly url: string
  /** On the even hand of the clock. */
  readonly expiresAt: number
  readonly id: string
}

/** Which endpoints are believed. */
export interface EndpointRules {
  /** Ends of host names, like `.svc.ms`. */
  readonly pushHosts: readonly string[]
  /** The simulator's origin: there plain `http:` and `ws:` will do. */
  readonly alsoOrigin: string | null
  readonly clock: Pick<Clock, 'now' | 'elapsed'>
}

/** What else it says is ignored (protocol.md 1.3). */
const replySchema = z.object({
  id: z.string().catch(''),
  notificationUrl: z.string().min(1),
  expirationDateTime: z.unknown().optional(),
})

/** Life of an endpoint that does not say (protocol.md 1.10). */
const unsaidLifeMs = hourMs

/** Asks for a socket.io endpoint at `path`, like `/drives/{id}/root/subscriptions/socketIo` (protocol.md 1.1). */
export async function fetchEndpoint(
  graph: Graph,
  path: string,
  rules: EndpointRules,
): Promise<Result<Endpoint, GraphError>> {
  const reply = await graph.get(path, replySchema, { headers: { 'Content-Type': 'application/json' } })
  if (!reply.ok) return reply
  const { id, notificationUrl, expirationDateTime } = reply.value.body
  if (!isBelieved(notificationUrl, rules)) {
    return fail(graphError({ kind: 'malformed' }, { status: 200, code: 'notificationUrl' }))
  }
  const { clock } = rules
  // Seen against the server's own clock, for ours may be wrong. Already over is taken as noise: the server decides.
  const lifeMs = (instant(expirationDateTime) ?? 0) - (reply.value.date ?? clock.now())
  return ok({
    id,
    url: notificationUrl,
    expiresAt: clock.elapsed() + (lifeMs > 0 ? lifeMs : unsaidLifeMs),
  })
}

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

function isBelieved(text: string, { pushHosts, alsoOrigin }: EndpointRules): boolean {
  const url = URL.parse(text)
  if (!url || url.username !== '' || url.password !== '') return false
  if (alsoOrigin !== null && isSameServer(url, new URL(alsoOrigin))) {
    return /^(https?|wss?):$/.test(url.protocol)
  }
  return /^(https|wss):$/.test(url.protocol) && pushHosts.some((end) => url.hostname.endsWith(end))
}

/** The same port of the same host; the names of this computer are one host. */
function isSameServer(a: URL, b: URL): boolean {
  const isSameHost = a.hostname === b.hostname || (loopback.has(a.hostname) && loopback.has(b.hostname))
  return isSameHost && a.port === b.port
}
