import { minuteMs } from '../../kit/time.ts'
import type { GraphError } from '../../graph/graph-error.ts'
import type { Result } from '../../kit/result.ts'

/** Why Microsoft did not do with a webhook what it was asked, in the terms of what can be done (protocol.md 3.2). */
export type SubscriptionFailure =
  /** It called the address and got no good answer in time: test the listener. */
  | { readonly kind: 'unreachable' }
  /** There is one for the same resource already; `id` null when the answer does not name it. */
  | { readonly kind: 'exists'; readonly id: string | null }
  | { readonly kind: 'gone' }
  /** It allows no more of them. `most`: as many as it says it allows. */
  | { readonly kind: 'quota'; readonly most: number | null }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  | { readonly kind: 'offline' }
  /** It was to live longer than Microsoft allows. */
  | { readonly kind: 'too-long'; readonly mostMs: number }
  /** It passes: try again later. */
  | { readonly kind: 'passing' }
  /** The request itself: trying again would not help. */
  | { readonly kind: 'refused' }

/** With what a support case needs. `message` is Microsoft's own text: for the window at most, never for a log. */
export type SubscriptionError = SubscriptionFailure & {
  readonly code: string | null
  readonly requestId: string | null
  readonly message: string | null
}

/** What came of asking Microsoft for something about webhooks. */
export type SubscriptionResult<T = void> = Result<T, SubscriptionError>

/** Names the failure of a call about webhooks. */
export function subscriptionError(error: GraphError): SubscriptionError {
  const { status, requestId, message } = error
  const isRedirect = status !== null && status >= 300 && status < 400
  return { ...failureOf(error), code: isRedirect ? 'redirect' : error.code, requestId, message }
}

function failureOf(error: GraphError): SubscriptionFailure {
  const { status, code } = error
  const message = error.message ?? ''
  // PATCH on personal accounts was seen to answer 308 that leads nowhere (protocol.md 3.2).
  if (status !== null && status >= 300 && status < 400) return { kind: 'passing' }
  if (code === 'redirect') return { kind: 'passing' }
  if (isTaken(status, message)) return { kind: 'exists', id: idIn(message) }
  if (isUnanswered(status, code, message)) return { kind: 'unreachable' }
  const most = status === 400 ? longestIn(message) : null
  if (most !== null) return { kind: 'too-long', mostMs: most }
  if (error.kind === 'forbidden' && isQuota(message)) return { kind: 'quota', most: mostIn(message) }
  switch (error.kind) {
    case 'throttled':
      return { kind: 'throttled', retryAfterMs: error.retryAfterMs }
    case 'offline':
    case 'signed-out':
    case 'forbidden':
      return { kind: error.kind }
    case 'not-found':
    case 'resync-required':
      return { kind: 'gone' }
    case 'timeout':
    case 'server':
    case 'locked':
    case 'malformed':
      return { kind: 'passing' }
    case 'not-supported':
    case 'unexpected':
      return { kind: 'refused' }
  }
}

const guid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i

function isTaken(status: number | null, message: string): boolean {
  return status === 409 || (status === 400 && /already exists for the requested combination/i.test(message))
}

const idIn = (message: string) => guid.exec(message)?.[0] ?? null

/** The texts in which only words tell that it is about the address (protocol.md 3.2). */
function isUnanswered(status: number | null, code: string | null, message: string): boolean {
  if (status !== 400) return false
  return (
    /validation request (?:failed|timed out)/i.test(message) ||
    (code?.toLowerCase() === 'validationerror' && /validation|notification ?url|endpoint/i.test(message))
  )
}

function isQuota(message: string): boolean {
  return /\b(?:quota|limit|maximum|exceed(?:s|ed)?|too many)\b/i.test(message)
}

/** "Subscription expiration can only be 4230 minutes in the future." */
function longestIn(message: string): number | null {
  const minutes = /can only be ([\d,]+) minutes/i.exec(message)?.[1]
  return minutes === undefined ? null : Number(minutes.replaceAll(',', '')) * minuteMs
}

/** Thousands may be grouped. */
function mostIn(message: string): number | null {
  const [number] = /\b\d{1,3}(?:,\d{3})+\b|\b\d+\b/.exec(message.replaceAll(new RegExp(guid, 'gi'), '')) ?? []
  return number === undefined ? null : Number(number.replaceAll(',', ''))
}
