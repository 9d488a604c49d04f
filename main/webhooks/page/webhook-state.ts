import type { WebhookState } from '../../../preload/contract/webhooks.ts'
import type { Account } from '../../accounts/account.ts'
import { nothingSaid, refusalBy, saidBy } from '../lifecycle/webhook-refusals.ts'
import { findRow } from '../catalogue/catalogue.ts'
import { consentAsked, scopesToAsk } from '../catalogue/row-permission.ts'
import type { Failure } from '../lifecycle/schedule.ts'
import type { Reach } from '../listener/reach.ts'
import type { Webhook } from '../../settings/webhook.ts'

/** What a webhook's state is told from. */
export interface StateFacts {
  readonly webhook: Webhook
  readonly account: Account | undefined
  readonly failure: Failure | null
  readonly isAtWork: boolean
  /** Whether calls arrive at its address. */
  readonly reach: Reach
  /** Microsoft delivers late, or not at all, for the listener answers slowly. */
  readonly isSlow: boolean
  readonly publicUrl: string | null
  readonly adminConsentUrl: (scopes: readonly string[]) => string | null
  readonly now: number
}

/** How a webhook is doing (interface.md 3). */
export function stateOf(facts: StateFacts): WebhookState {
  const { webhook, account, failure, isAtWork, isSlow, reach, now } = facts
  const { managedBy, graphId, deleteAt, createdAt } = webhook
  if (deleteAt !== null) return { kind: 'deleting', undoUntil: deleteAt > now ? deleteAt : null }
  if (managedBy === 'elsewhere') return { kind: 'elsewhere' }
  if (account === undefined || account.state.kind === 'signed-out') return { kind: 'signed-out' }
  const needed = failure && !isPassing(failure) ? needing(facts, failure) : null
  if (needed) return needed
  if (graphId === null) {
    if (createdAt === null) return { kind: 'creating' }
    return { kind: 'gone-being-made-anew', triesAt: isAtWork ? null : (failure?.tryAt ?? null) }
  }
  if (reach.kind === 'unreachable') return { ...reach, ...nothingSaid }
  if (reach.kind === 'unproven') return { kind: 'checking' }
  if (isSlow) return { kind: 'slow' }
  return { kind: webhook.resourceData ? 'delivering-encrypted' : 'delivering' }
}

/** What may be well in a moment is not shown as a failure while the webhook is alive. */
function isPassing({ error }: Failure): boolean {
  return ['passing', 'offline', 'throttled', 'gone'].includes(error.kind)
}

/** What only a person can mend. */
function needing(
  { webhook, account, publicUrl, adminConsentUrl }: StateFacts,
  failure: Failure,
): WebhookState {
  const { error } = failure
  const row = webhook.row === null ? null : findRow(webhook.row)
  const doing = webhook.graphId === null ? 'create' : 'change'
  const why = refusalBy(error, { row, publicUrl: webhook.publicUrl ?? publicUrl, doing })
  if (error.kind === 'unreachable') return { kind: 'unreachable', why, ...saidBy(error) }
  if (error.kind === 'signed-out') return { kind: 'signed-out' }
  if (error.kind === 'forbidden' && row && account) {
    const scopes = scopesToAsk(row, account)
    if (scopes.length > 0) {
      const asked = consentAsked(scopes)
      return { kind: 'needs-permission', scopes, why: asked, adminConsentUrl: adminConsentUrl(scopes) }
    }
  }
  return { kind: 'refused', why, ...saidBy(error) }
}
