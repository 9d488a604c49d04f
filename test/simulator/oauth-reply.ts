import type { Fault } from './faults.ts'
import { graphTime } from './item-view.ts'

/** Why the login host refuses: `error`, and the number in its text (protocol.md 5.5). */
export interface OauthError {
  readonly error: string
  readonly aadsts: number
  readonly text: string
  readonly suberror?: string
  readonly claims?: string
  readonly status?: number
}

/** What makes one reply's ids and time. */
export interface ReplyContext {
  readonly now: number
  readonly traceId: string
  readonly correlationId: string
}

/** A token endpoint's refusal as JSON. */
export function oauthRefusal(
  refusal: OauthError,
  context: ReplyContext,
  headers: HeadersInit = {},
): Response {
  const { now, traceId, correlationId } = context
  const timestamp = graphTime(now).replace('T', ' ')
  const body = {
    error: refusal.error,
    error_description: `AADSTS${refusal.aadsts}: ${refusal.text} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [refusal.aadsts],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${refusal.aadsts}`,
    ...(refusal.suberror !== undefined && { suberror: refusal.suberror }),
    ...(refusal.claims !== undefined && { claims: refusal.claims }),
  }
  return loginJson(body, context, refusal.status ?? 400, headers)
}

/** JSON from the login host. */
export function loginJson(
  body: unknown,
  context: ReplyContext,
  status = 200,
  headers: HeadersInit = {},
): Response {
  const all = new Headers(headers)
  all.set('content-type', 'application/json; charset=utf-8')
  all.set('cache-control', 'no-store, no-cache')
  all.set('x-ms-request-id', context.traceId)
  all.set('date', new Date(context.now).toUTCString())
  return new Response(JSON.stringify(body), { status, headers: all })
}

/** A fault as the login host words it. */
export function oauthFault(fault: Fault): OauthError {
  return {
    error: fault.code ?? 'temporarily_unavailable',
    aadsts: fault.aadsts ?? 90033,
    text: fault.message ?? 'Something went wrong.',
    ...(fault.status !== undefined && { status: fault.status }),
    ...(fault.suberror !== undefined && { suberror: fault.suberror }),
    ...(fault.claims !== undefined && { claims: fault.claims }),
  }
}
