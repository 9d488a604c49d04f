import type { Fault } from './faults.ts'

/** A refusal on its way out of a route. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }
}

/** What makes one reply's ids and time. */
export interface GraphContext {
  readonly now: number
  readonly requestId: string
  readonly clientRequestId: string
}

/** JSON from Graph with the headers every answer has (protocol.md 6.1). */
export function graphJson(
  body: unknown,
  context: GraphContext,
  status = 200,
  headers: HeadersInit = {},
): Response {
  return graphText(JSON.stringify(body), context, status, headers)
}

/** Raw text sent as if it were JSON; null is no content. */
export function graphText(
  text: string | null,
  context: GraphContext,
  status: number,
  headers: HeadersInit = {},
): Response {
  const all = new Headers({
    'content-type': 'application/json;odata.metadata=minimal;IEEE754Compatible=false;charset=utf-8',
  })
  all.set('request-id', context.requestId)
  all.set('client-request-id', context.clientRequestId)
  all.set('x-ms-ags-diagnostic', '{"ServerInfo":{"DataCenter":"West Europe","Slice":"E","Ring":"5"}}')
  all.set('date', new Date(context.now).toUTCString())
  for (const [name, value] of new Headers(headers)) all.set(name, value)
  return new Response(text, { status, headers: all })
}

/** Graph's error body. */
export function graphRefusal(refusal: Refusal, context: GraphContext): Response {
  const innerError = {
    date: new Date(context.now).toISOString().slice(0, 19),
    'request-id': context.requestId,
    'client-request-id': context.clientRequestId,
  }
  const error = { code: refusal.code, message: refusal.message, innerError }
  return graphJson({ error }, context, refusal.status, refusal.headers)
}

/** A fault as Graph words it. */
export function graphFault(fault: Fault): Refusal {
  const status = fault.status ?? 500
  const [code, message] = usualWords[status] ?? ['generalException', 'General exception while processing']
  return new Refusal(status, fault.code ?? code, fault.message ?? message, {
    ...(status === 401 && { 'www-authenticate': bearerChallenge(fault.claims) }),
    ...fault.headers,
  })
}

/** The `WWW-Authenticate` of a 401; with claims it is a challenge (protocol.md 5.7). */
export function bearerChallenge(claims: string | null = null): string {
  const base =
    'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"'
  return claims === null
    ? base
    : `${base}, error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`
}

const usualWords: Readonly<Record<number, readonly [string, string]>> = {
  400: ['invalidRequest', 'The request is malformed or incorrect.'],
  401: ['InvalidAuthenticationToken', 'Access token has expired or is not yet valid.'],
  403: ['accessDenied', 'Access denied'],
  404: ['itemNotFound', 'The resource could not be found.'],
  410: ['resyncRequired', 'Resync required.'],
  423: ['locked', 'The resource is locked.'],
  429: ['TooManyRequests', 'Too many requests'],
  503: ['serviceNotAvailable', 'The service is not available. Try the request again after a delay.'],
  509: ['activityLimitReached', 'The app has been throttled.'],
}
