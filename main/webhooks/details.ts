import type { WebhookDetails } from '../../preload/webhooks.ts'
import { type HeldSubscription, propertiesOf, shownAddress } from './calls/subscription-reply.ts'

/** A webhook just asked for from Microsoft: the lines in words, then every property. `clientId`: ours. */
export function detailsOf(held: HeldSubscription, clientId: string | null): WebhookDetails {
  const isOurs = held.applicationId !== null && held.applicationId.toLowerCase() === clientId?.toLowerCase()
  const facts = [
    fact('Id', held.id, true),
    fact('Resource', held.resource, true),
    fact('Changes', held.changeTypes.join(', ')),
    fact('Ends', held.expiresAt === null ? null : new Date(held.expiresAt).toISOString(), true),
    fact('Calls', held.notificationUrl === null ? null : shownAddress(held.notificationUrl), true),
    fact(
      'About itself',
      held.lifecycleNotificationUrl === null ? null : shownAddress(held.lifecycleNotificationUrl),
      true,
    ),
    fact('Data', held.includeResourceData ? 'Sent with it, encrypted' : 'Not sent with it'),
    fact('Certificate', held.encryptionCertificateId, true),
    fact('Made by', held.applicationId === null ? null : isOurs ? 'Drivebell' : 'Another program'),
  ]
  return { facts: facts.flatMap((one) => one ?? []), properties: propertiesOf(held) }
}

function fact(label: string, value: string | null, isCode = false) {
  return value === null || value === '' ? null : { label, value, isCode }
}
