import { pause, type Clock } from '../../main/kit/clock.ts'
import type { Ids } from './ids.ts'
import type { WebhookSwitches } from './webhook-switches.ts'
import { bad } from './webhook-wish.ts'

/** What calls to the outside need. */
export interface Outside {
  readonly clock: Clock
  readonly ids: Ids
  readonly switches: WebhookSwitches
  /** Reaches notification URLs; rejects when nobody is there. */
  readonly callOut: typeof fetch
}

const handshakeLimitMs = 10_000

/** Asks an address to say a token back within 10 s; anything else is 400 (protocol.md 3.8). */
export async function needEcho(outside: Outside, url: string): Promise<void> {
  if (url.startsWith('EventHub:')) return tellHub(outside, url)
  const token = makeToken(outside)
  const { clock, switches } = outside
  const sign = url.includes('?') ? '&' : '?'
  const written = encodeURIComponent(token)
  const value = switches.validationToken === 'plus' ? written.replaceAll('%20', '+') : written
  const asked = `${url}${sign}${switches.validationParameter}=${value}`
  const answer = await answerWithin(clock, handshakeLimitMs, async (signal) => {
    const headers = { 'content-type': 'text/plain; charset=utf-8' }
    const reply = await outside.callOut(asked, {
      method: 'POST',
      headers,
      body: '',
      redirect: 'manual',
      signal,
    })
    return { status: reply.status, type: reply.headers.get('content-type') ?? '', body: await reply.text() }
  })
  if (answer === 'late') throw failed('Subscription validation request timed out.')
  if (answer === 'unreachable')
    throw failed('Subscription validation request failed. The endpoint could not be reached.')
  const { status, type, body } = answer
  if (status !== 200)
    throw failed(
      `Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request, not ${status}.`,
    )
  if (!/^text\/plain\b/i.test(type))
    throw failed('Subscription validation request failed. Content-Type of the response must be text/plain.')
  if (body !== token)
    throw failed(
      'Subscription validation request failed. The response must be exactly the decoded validation token.',
    )
}

/** An Event Hub is not asked: a message comes into it whose fields say nothing (protocol.md 3.16). */
async function tellHub({ ids, callOut }: Outside, url: string): Promise<void> {
  const entry = {
    subscriptionId: 'NA',
    subscriptionExpirationDateTime: 'NA',
    clientState: 'NA',
    changeType: `Validation: Testing client application reachability for subscription Request-Id: ${ids.guid()}`,
    resource: 'NA',
    resourceData: 'NA',
    tenantId: 'NA',
  }
  const reply = await callOut(url, { method: 'POST', body: JSON.stringify({ value: [entry] }) })
  if (!reply.ok) throw failed('Subscription validation request failed. The event hub took no message.')
}

/** An answer from outside, or that there was none in time, or nobody. */
export async function answerWithin<T>(
  clock: Clock,
  limitMs: number,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T | 'late' | 'unreachable'> {
  const late = new AbortController()
  const done = new AbortController()
  const tooLate = pause(clock, limitMs, done.signal).then(() => 'late' as const)
  const answer = ask(late.signal).catch(() => 'unreachable' as const)
  const first = await Promise.race([answer, tooLate])
  done.abort()
  late.abort()
  return first
}

function makeToken({ ids, switches }: Outside): string {
  if (switches.validationToken === 'opaque') return `v1+${ids.opaque(24)}/+${ids.opaque(12)}+==`
  return `Validation: Testing client application reachability for subscription Request-Id: ${ids.guid()}`
}

function failed(message: string) {
  return bad(message, 'ValidationError')
}
