import type { GraphCall } from './graph-call.ts'
import { Refusal } from './graph-reply.ts'
import type { WebhookRow } from './webhook-catalogue.ts'
import { resourcePath } from './webhook-path.ts'
import type { Webhook, WebhookWish } from './webhook.ts'
import { bad } from './webhook-wish.ts'
import { minuteMs } from '../../main/kit/time.ts'

/** When a webhook really ends: 45 minutes at least, the resource's maximum at most (protocol.md 3.1, 3.3). */
export function grantedExpiry(
  call: GraphCall,
  row: WebhookRow,
  wish: Pick<WebhookWish, 'includeResourceData' | 'lifecycleNotificationUrl'>,
  wanted: number,
): number {
  const now = call.world.clock.now()
  const maxMinutes = row.kind === 'outlook' && wish.includeResourceData ? 1_440 : row.maxMinutes
  const latest = now + maxMinutes * minuteMs
  if (wanted <= now) throw bad('Subscription expiration must be in the future.')
  if (row.kind === 'teams' && wish.lifecycleNotificationUrl === null && wanted > now + 60 * minuteMs)
    throw bad('lifecycleNotificationUrl is required when the expiration is more than 1 hour ahead.')
  if (wanted > latest && call.world.switches.webhooks.tooLong === 'refused')
    throw bad(`Subscription expiration can only be ${maxMinutes} minutes in the future.`, 'ExtensionError')
  return Math.min(latest, Math.max(wanted, now + 45 * minuteMs))
}

/** 409 for the same app, changeType and resource; its message names the one there is (protocol.md 3.2). */
export function needNoTwin(call: GraphCall, wish: WebhookWish, all: readonly Webhook[]): void {
  const { persona, tenantId, clientId } = call.token
  const { duplicatesOf } = call.world.switches.webhooks
  const key = sameness(wish, (resource) => resourcePath(resource, persona, tenantId).path)
  const twin = all.find((other) => {
    if (other.applicationId !== clientId || other.tenantId !== tenantId) return false
    if (duplicatesOf === 'person' && other.persona !== persona) return false
    return (
      key === sameness(other.wish, (resource) => resourcePath(resource, other.persona, other.tenantId).path)
    )
  })
  if (!twin) return
  const message = `Subscription Id ${twin.id} already exists for the requested combination`
  throw new Refusal(409, 'ObjectIdentifierInUse', message)
}

/** The limits of protocol.md 3.6, as the switches have them. */
export function needRoomFor(
  call: GraphCall,
  row: WebhookRow,
  wish: WebhookWish,
  all: readonly Webhook[],
): void {
  const { persona, tenantId, clientId } = call.token
  const quotas = call.world.switches.webhooks
  const here = all.filter((each) => each.tenantId === tenantId && each.row.kind === row.kind)
  const ours = here.filter(({ applicationId }) => applicationId === clientId)
  const mine = ours.filter((each) => each.persona === persona)
  const path = (resource: string) => resourcePath(resource, persona, tenantId).path.toLowerCase()
  const limit = (there: readonly Webhook[], most: number, what: string) => {
    if (there.length < most) return
    throw new Refusal(403, 'Forbidden', `The limit of ${most} subscriptions ${what} is exhausted.`)
  }
  if (row.kind === 'outlook')
    limit(
      here.filter((each) => each.persona === persona),
      quotas.outlookQuota,
      'for one mailbox',
    )
  if (row.kind === 'directory') limit(ours, quotas.directoryQuota, 'for one app and tenant')
  if (row.kind === 'presence') limit(mine, quotas.presenceQuota, 'for one app and user')
  if (row.kind !== 'teams') return
  limit(here, quotas.teamsQuota, 'for Teams resources in one organisation')
  const same = ours.filter((each) => path(each.wish.resource) === path(wish.resource))
  limit(same, 1, 'for one app and resource')
  if (!path(wish.resource).startsWith('users/')) return
  const forPeople = mine.filter((each) => path(each.wish.resource).startsWith('users/'))
  limit(forPeople, quotas.teamsPersonQuota, 'for one user')
}

function sameness({ resource, changeType }: WebhookWish, pathOf: (resource: string) => string): string {
  const query = resource.split('?')[1] ?? ''
  const types = changeType.split(',').map((each) => each.trim())
  return [pathOf(resource), query, ...types.toSorted()].join(' ').toLowerCase()
}
