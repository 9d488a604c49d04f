import { encrypted, tampered, type EncryptedContent } from './resource-data.ts'
import { etagOf, thingView, type ThingChange } from './office-store.ts'
import { isoTime, type Webhook } from './webhook.ts'
import type { WebhookSwitches } from './webhook-switches.ts'

/** What Graph says about a subscription itself (protocol.md 3.13). */
export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed'

/** One thing to be said to one webhook. */
export type Note = { readonly webhook: Webhook; readonly id: string } & (
  | { readonly kind: 'changed' }
  | { readonly kind: 'thing'; readonly change: ThingChange }
  | { readonly kind: 'lifecycle'; readonly event: LifecycleEvent }
)

/** Where a note goes; lifecycle events only to who named an address for them. */
export function addressOf(note: Note): string | null {
  const { notificationUrl, lifecycleNotificationUrl } = note.webhook.wish
  return note.kind === 'lifecycle' ? lifecycleNotificationUrl : notificationUrl
}

/** Whether a note carries the resource itself, and so comes with validation tokens. */
export function isRich(note: Note): boolean {
  return note.kind === 'thing' && note.webhook.wish.includeResourceData === true
}

/** One entry of a delivery (protocol.md 3.10). */
export function noteView(note: Note, switches: WebhookSwitches): Record<string, unknown> {
  const { id, wish, tenantId, expiresAt } = note.webhook
  const base = {
    subscriptionId: id,
    subscriptionExpirationDateTime: dateTime(expiresAt, switches.expiryOffset),
    tenantId,
    ...(wish.clientState !== null && { clientState: wish.clientState }),
  }
  if (note.kind === 'lifecycle') return { ...base, lifecycleEvent: note.event }
  if (note.kind === 'changed') {
    const resource = wish.resource.replace(/^\//, '')
    return { ...base, changeType: 'updated', resource, resourceData: null }
  }
  const { thing, changeType } = note.change
  const resourceData = {
    '@odata.type': thing.type,
    '@odata.id': thing.path.replace(/^users\//, 'Users/').replace('/messages/', '/Messages/'),
    '@odata.etag': etagOf(thing.version),
    id: thing.id,
  }
  const encryptedContent = isRich(note) ? contentFor(note.webhook, note.change, switches) : null
  return {
    id: note.id,
    ...base,
    changeType,
    resource: thing.path,
    resourceData,
    ...(encryptedContent && { encryptedContent }),
  }
}

function contentFor(
  { wish }: Webhook,
  { thing }: ThingChange,
  { forgery }: WebhookSwitches,
): EncryptedContent {
  const select = new URLSearchParams(wish.resource.split('?')[1]).get('$select')
  const names = select === null ? null : new Set(['id', ...select.toLowerCase().split(',')])
  const wanted = Object.entries(thingView(thing)).filter(([name]) => names?.has(name.toLowerCase()) ?? true)
  const label = forgery === 'certificate-id' ? 'unknown' : wish.encryptionCertificateId
  const content = encrypted(Object.fromEntries(wanted), wish.encryptionCertificate ?? '', label)
  return forgery === 'data' ? tampered(content) : content
}

/** A moment in UTC or, as some data centres write it, eight hours behind. */
function dateTime(ms: number, offset: WebhookSwitches['expiryOffset']): string {
  return offset === 'Z' ? isoTime(ms) : isoTime(ms - 8 * 3_600_000).replace('Z', offset)
}
