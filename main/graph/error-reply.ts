import { fields, idIn, text } from './untyped.ts'
import {
  graphError,
  type GraphError,
  type GraphFacts,
  type GraphFailure,
  proxyPasswordCode,
} from './graph-error.ts'

/** A reply that is no success, read to its end. */
export interface ErrorReply {
  readonly status: number
  readonly headers: Headers
  /** The parsed body; null for HTML, nothing, or nonsense. */
  readonly body: unknown
  readonly url: string
  /** What to wait if this turns out to be throttling. */
  readonly throttledForMs: number
}

const resync = /^(resync|syncstatenotfound$|cannotsnapshottree$)/
const throttling = new Set(['activitylimitreached', 'toomanyrequests', 'throttledrequest'])
const byCode: ReadonlyMap<string, GraphFailure> = new Map([
  ['accessdenied', { kind: 'forbidden' }],
  ['authorization_requestdenied', { kind: 'forbidden' }],
  ['notallowed', { kind: 'forbidden' }],
  ['itemnotfound', { kind: 'not-found' }],
  ['request_resourcenotfound', { kind: 'not-found' }],
  ['resourcenotfound', { kind: 'not-found' }],
  ['mysitenotfound', { kind: 'not-found' }],
  ['erroritemnotfound', { kind: 'not-found' }],
  ['notsupported', { kind: 'not-supported' }],
  ['servicenotavailable', { kind: 'server' }],
  ['generalexception', { kind: 'server' }],
  ['invalidauthenticationtoken', { kind: 'signed-out' }],
  ['unauthenticated', { kind: 'signed-out' }],
])

/**
 * Names the failure: by status, where the status says it, else by the most specific known code (protocol.md 6.1,
 * 6.2).
 */
export function errorFrom(reply: ErrorReply): GraphError {
  const { status, headers } = reply
  const said = saidBy(reply.body)
  const known = said.codes.findLast((code) => isKnown(code.toLowerCase()))
  const code = known ?? said.codes[0] ?? codeOf(status)
  const requestId = headers.get('request-id') ?? said.requestId
  const facts: GraphFacts = { status, code, requestId, message: said.message || null }
  return graphError(failureOf(reply, known?.toLowerCase() ?? '', said.message), facts)
}

/** What the status alone says of whoever stands on the way. */
function codeOf(status: number): string | null {
  if (status === 407) return proxyPasswordCode
  return status >= 300 && status < 400 ? 'redirect' : null
}

/** There is no OneDrive, in the many words for a missing license: said with 400 and 403, and only in words (protocol.md 4.1). */
const ofLicenses = [
  /\b(?:SPO|SharePoint|OneDrive|MySite)\b/i,
  /\b(?:un)?licen[cs]e[ds]?\b/i,
  /n['’]t\b|\b(?:not|no|without|unlicen[cs]ed|lacks?|missing|expired|removed|suspended)\b/i,
]
const isWithoutFiles = (message: string) => ofLicenses.every((words) => words.test(message))

function failureOf(reply: ErrorReply, code: string, message: string): GraphFailure {
  const { status } = reply
  if ((status === 410 && isMicrosofts(reply)) || resync.test(code)) {
    return { kind: 'resync-required', restartUrl: locationOf(reply) }
  }
  if (status === 429 || status === 503 || status === 509 || throttling.has(code)) {
    return { kind: 'throttled', retryAfterMs: reply.throttledForMs }
  }
  if (status === 408) return { kind: 'timeout' }
  if (status >= 400 && status < 500 && !isMicrosofts(reply)) return { kind: 'malformed' }
  if (status === 401) return { kind: 'signed-out' }
  // The one failure that only its text tells apart (protocol.md 2.10).
  if (status === 423 || (status === 403 && /access to this site has been blocked/i.test(message))) {
    return { kind: 'locked' }
  }
  if (isWithoutFiles(message)) return { kind: 'not-found' }
  if (status === 403) return { kind: 'forbidden' }
  if (status === 404) return { kind: 'not-found' }
  if (status === 501) return { kind: 'not-supported' }
  if (status >= 500) return { kind: 'server' }
  return byCode.get(code) ?? { kind: 'unexpected' }
}

/** A refusal in HTML, or without any of Graph's marks, is a proxy's or a gateway's own: it says nothing of the drive. */
function isMicrosofts({ body, headers }: ErrorReply): boolean {
  if (fields(body) !== null || headers.has('request-id') || headers.has('x-ms-ags-diagnostic')) return true
  return /^bearer\b/i.test(headers.get('www-authenticate') ?? '')
}

function isKnown(code: string): boolean {
  return byCode.has(code) || throttling.has(code) || resync.test(code)
}

function locationOf({ headers, url }: ErrorReply): string | null {
  const location = headers.get('location')
  if (location === null) return null
  return URL.parse(location) ? location : (URL.parse(location, url)?.href ?? null)
}

interface Said {
  /** From the outermost to the innermost. */
  readonly codes: readonly string[]
  readonly message: string
  readonly requestId: string | null
}

const deepest = 10

function saidBy(body: unknown): Said {
  const codes: string[] = []
  let message = ''
  let requestId: string | null = null
  let at = fields(fields(body)?.error)
  for (let depth = 0; depth < deepest && at !== null; depth++) {
    const code = idIn(at.code)
    if (code !== null) codes.push(code)
    message = `${message} ${text(at.message) ?? ''}`.trim()
    requestId ??= text(at['request-id'])
    at = fields(at.innerError ?? at.innererror)
  }
  return { codes, message, requestId }
}
