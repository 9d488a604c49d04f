import { type WebhookDetails, type WebhookFact, webhookFacts } from '../../../preload/contract/webhooks.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import type { Graph } from '../../graph/graph.ts'
import type { WebhookRefused } from '../../../preload/contract/webhook-commands.ts'
import { getSubscription } from '../api/subscription-calls.ts'
import { refusedFor, unknownWebhook } from '../lifecycle/webhook-refusals.ts'
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

/** A webhook just asked for from Microsoft: what is worth a line, then every property. `clientId`: ours. */
function detailsOf(held: HeldSubscription, clientId: string | null): WebhookDetails {
  const { expiresAt, notificationUrl, lifecycleNotificationUrl, applicationId } = held
  const isOurs = applicationId?.toLowerCase() === clientId?.toLowerCase()
  const values: Readonly<Record<WebhookFact['name'], string | Message | null>> = {
    id: held.id,
    resource: held.resource,
    changes: held.changeTypes.join(', '),
    ends: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    calls: notificationUrl === null ? null : shownAddress(notificationUrl),
    lifecycle: lifecycleNotificationUrl === null ? null : shownAddress(lifecycleNotificationUrl),
    data: { key: held.includeResourceData ? 'webhook.fact.data-sent' : 'webhook.fact.data-not-sent' },
    certificate: held.encryptionCertificateId,
    'made-by':
      applicationId === null
        ? null
        : { key: isOurs ? 'webhook.fact.made-here' : 'webhook.fact.made-elsewhere' },
  }
  const facts = webhookFacts.flatMap((name) => {
    const value = values[name]
    return value === null || value === '' ? [] : [{ name, value }]
  })
  return { facts, properties: propertiesOf(held) }
}
