import type { WebhookDetails } from '../../../preload/contract/webhooks.ts'
import type { Graph } from '../../graph/graph.ts'
import type { WebhookRefused } from '../../../preload/contract/webhook-commands.ts'
import { getSubscription } from '../api/subscription-calls.ts'
import { refusedFor, unknownWebhook } from '../lifecycle/refused.ts'
import type { Webhook } from '../../settings/webhook.ts'
import { type HeldSubscription, propertiesOf, shownAddress } from '../api/subscription-reply.ts'

/** Asks Microsoft what it holds of a webhook. */
export async function askDetails(
  webhook: Webhook | undefined,
  graph: (accountId: string) => Graph,
  clientId: string | null,
): Promise<{ readonly ok: true; readonly details: WebhookDetails } | WebhookRefused> {
  if (!webhook?.graphId) return unknownWebhook
  const held = await getSubscription(graph(webhook.accountId), webhook.graphId)
  if (!held.ok) return refusedFor(held.error, webhook)
  return { ok: true, details: detailsOf(held.value, clientId) }
}

/** A webhook just asked for from Microsoft: the lines in words, then every property. `clientId`: ours. */
function detailsOf(held: HeldSubscription, clientId: string | null): WebhookDetails {
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
