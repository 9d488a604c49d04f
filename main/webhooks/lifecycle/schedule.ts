import { backoffMs } from '../../kit/backoff.ts'
import type { SubscriptionError, SubscriptionFailure } from '../api/subscription-error.ts'
import type { Webhook } from '../../settings/webhook.ts'
import { minuteMs, weekMs } from '../../kit/time.ts'

/** What is to be done with a webhook, and when. */
export interface Due {
  readonly job: 'make' | 'renew' | 'replace' | 'delete'
  readonly at: number
}

/** Why the last try failed, and when the next one is made. */
export interface Failure {
  /** What was tried, and is tried again. */
  readonly job: Due['job']
  readonly error: SubscriptionError
  readonly attempt: number
  readonly tryAt: number
}

/** Between a renewal and a reauthorization of one webhook (protocol.md 3.2). */
const apartMs = 10 * minuteMs
/** A renewal is never left for later than this before the end (protocol.md 3.3). */
const reserveMs = 10 * minuteMs

/** What is next for a webhook; null: nothing, for another program keeps it. */
export function dueOf(webhook: Webhook, failure: Failure | null): Due | null {
  const due = plainDue(webhook)
  if (due === null || failure?.job !== due.job) return due
  // what was asked for ahead of its time and failed is not left until then
  const least = due.job === 'renew' ? mayRenewAt(webhook) : (webhook.deleteAt ?? 0)
  return { ...due, at: Math.max(least, failure.tryAt) }
}

function plainDue(webhook: Webhook): Due | null {
  const { managedBy, graphId, deleteAt, isReplaced, renewsAt } = webhook
  if (deleteAt !== null) return { job: 'delete', at: deleteAt }
  if (managedBy === 'elsewhere') return null
  if (graphId === null) return { job: 'make', at: 0 }
  if (isReplaced) return { job: 'replace', at: 0 }
  const at = Math.max(renewsAt ?? 0, mayRenewAt(webhook))
  return { job: isTornApart(webhook) ? 'replace' : 'renew', at }
}

/** Messages about it go to an address that it left; Microsoft changes that only by making it anew (protocol.md 3.1). */
export function isTornApart({ publicUrl, lifecycleUrl }: Webhook): boolean {
  return lifecycleUrl !== null && lifecycleUrl !== publicUrl
}

/** When to renew: at half of the life, a little sooner by `roll` so that many do not come at one instant. */
export function renewalAt(from: number, until: number, roll: number): number {
  const half = from + (until - from) * (0.5 - 0.08 * roll)
  // whatever end Microsoft answers, it is not asked again at once
  return Math.max(from + minuteMs, Math.round(Math.min(half, until - reserveMs)))
}

const waits: Readonly<Record<SubscriptionFailure['kind'], { firstMs: number; maxMs: number }>> = {
  offline: { firstMs: 10_000, maxMs: 5 * minuteMs },
  passing: { firstMs: 10_000, maxMs: 10 * minuteMs },
  throttled: { firstMs: 10_000, maxMs: 10 * minuteMs },
  gone: { firstMs: minuteMs, maxMs: 30 * minuteMs },
  unreachable: { firstMs: minuteMs, maxMs: 30 * minuteMs },
  'signed-out': { firstMs: 5 * minuteMs, maxMs: 60 * minuteMs },
  forbidden: { firstMs: 5 * minuteMs, maxMs: 360 * minuteMs },
  quota: { firstMs: 5 * minuteMs, maxMs: 360 * minuteMs },
  exists: { firstMs: 15 * minuteMs, maxMs: 360 * minuteMs },
  'too-long': { firstMs: 15 * minuteMs, maxMs: 360 * minuteMs },
  refused: { firstMs: 15 * minuteMs, maxMs: 360 * minuteMs },
}
const leastWaitMs = 15_000

/** The next try after a failure: later each time, but several times before the webhook ends. */
export function failureAfter(
  error: SubscriptionError,
  before: Failure | null,
  webhook: Webhook,
  now: number,
  roll: number,
): Failure {
  const job = plainDue(webhook)?.job ?? 'renew'
  const { expiresAt } = webhook
  const attempt = before?.error.kind === error.kind ? before.attempt + 1 : 0
  const grownMs = backoffMs(waits[error.kind], attempt, roll)
  if (error.kind === 'throttled')
    return { job, error, attempt, tryAt: now + Math.max(error.retryAfterMs, attempt === 0 ? 1_000 : grownMs) }
  const leftMs = expiresAt === null || expiresAt <= now ? Infinity : (expiresAt - now) / 4
  return { job, error, attempt, tryAt: now + Math.round(Math.min(grownMs, Math.max(leftMs, leastWaitMs))) }
}

/** A renewal that was turned away as nowhere three times in a row: only a new webhook helps (protocol.md 3.2). */
export function leadsNowhere({ error, attempt }: Failure): boolean {
  return error.kind === 'passing' && error.code === 'redirect' && attempt >= 2
}

/** Whether a webhook may be reauthorized now, or is better renewed, or was so a moment ago (protocol.md 3.2). */
export function reauthorizingNow(
  { renewedAt, expiresAt, renewsAt }: Webhook,
  now: number,
): 'reauthorize' | 'renew' | 'done' {
  if (now - (renewedAt ?? -apartMs) < apartMs) return 'done'
  const lastAt = Math.min(renewsAt ?? Infinity, (expiresAt ?? Infinity) - reserveMs)
  return lastAt - now < apartMs ? 'renew' : 'reauthorize'
}

/** From when on a webhook may be renewed: not right after it was reauthorized. */
export function mayRenewAt({ reauthorizedAt }: Webhook): number {
  return reauthorizedAt === null ? 0 : reauthorizedAt + apartMs
}

/** When a webhook was left alone for long enough to be renewed or reauthorized. */
export const apartAt = ({ renewedAt, reauthorizedAt }: Webhook): number =>
  Math.max(renewedAt ?? -apartMs, reauthorizedAt ?? -apartMs) + apartMs

/** When the webhooks are compared with what Microsoft holds (protocol.md 3.13). */
export const comparedAt = (checkedAt: number | null): number => (checkedAt === null ? 0 : checkedAt + weekMs)

/** What a message about a webhook asks for (protocol.md 3.13). */
export type LifecycleStep = 'renew' | 'renew-later' | 'make-anew' | 'catch-up' | 'nothing'

/** `graphId`: of which webhook it speaks; it may be one that was made anew since. */
export function lifecycleStep(event: string, graphId: string, webhook: Webhook, now: number): LifecycleStep {
  const isCurrent = webhook.graphId?.toLowerCase() === graphId.toLowerCase()
  switch (event) {
    case 'reauthorizationRequired': {
      // It may come every few minutes; one renewal answers all of them.
      if (!isCurrent) return 'nothing'
      return now >= apartAt(webhook) ? 'renew' : 'renew-later'
    }
    case 'subscriptionRemoved':
      return isCurrent ? 'make-anew' : 'nothing'
    case 'missed':
      return 'catch-up'
    default:
      return 'nothing'
  }
}

/** As the page names it; null: nothing it shows. */
export function lifecycleName(event: string): NonNullable<Webhook['lastLifecycle']>['kind'] | null {
  const names = {
    reauthorizationRequired: 'reauthorized',
    subscriptionRemoved: 'removed',
    missed: 'missed',
  } as const
  return Object.entries(names).find(([name]) => name === event)?.[1] ?? null
}
