import type { Asker } from '../catalogue/permission.ts'
import { mostMs } from '../catalogue/catalogue.ts'
import { parseResource } from '../catalogue/resource-path.ts'
import { namesOf } from '../catalogue/permission.ts'
import type { HeldSubscription } from '../api/subscription-reply.ts'
import type { freshWebhook, Webhook } from '../../settings/webhook.ts'

/** Where nothing tells how long a resource's webhooks may live: what nearly all may (graph.md 3.3). */
const carefulMs = 4_230 * 60_000
const clockDoubtMs = 60_000

/** What is kept of a webhook that another program made. */
export function foreignFacts(
  held: HeldSubscription,
  account: Asker,
  now: number,
): Omit<Webhook, 'id' | keyof typeof freshWebhook> & Partial<Webhook> {
  const row = parseResource(held.resource, namesOf(account))?.row ?? null
  const longestMs = row ? mostMs(row, held.includeResourceData) : carefulMs
  const { raw, id, resource, changeTypes, includeResourceData, encryptionCertificateId, expiresAt } = held
  const tls = raw['latestSupportedTlsVersion']
  return {
    accountId: account.id,
    keeper: 'another',
    graphId: id,
    row: row?.key ?? null,
    resource,
    changeTypes: [...changeTypes],
    lifeMs: longestMs - clockDoubtMs,
    resourceData: includeResourceData,
    certificateId: encryptionCertificateId,
    prefer: null,
    leastTls: typeof tls === 'string' ? tls : null,
    publicUrl: null,
    lifecycleUrl: null,
    names: {},
    expiresAt: expiresAt ?? now + longestMs,
  }
}
