import { createHash } from 'node:crypto'
import { fields, type Fields, text } from '../../graph/untyped.ts'
import { contentOf } from '../listener/delivery-content.ts'
import type { NewDelivery } from '../listener/delivery-store.ts'
import type { Secrets } from '../model/secrets.ts'
import type { Webhook } from '../../settings/webhook.ts'
import type { HubEvent } from '../model/read-hub.ts'

/**
 * The notifications of an event by webhook, as deliveries. A hub may hold those of many computers, and what says that the
 * way works (protocol.md 3.16): these are nobody's, and left alone.
 */
export function deliveriesIn(
  { partition, sequenceNumber, body }: HubEvent,
  ours: readonly Webhook[],
  secrets: Pick<Secrets, 'of'>,
  now: number,
): readonly NewDelivery[] {
  const value = fields(body)?.value
  const entries = (Array.isArray(value) ? value : []).flatMap((each: unknown): Fields[] => {
    const entry = fields(each)
    return entry ? [entry] : []
  })
  const byWebhook = Map.groupBy(entries, (entry) => ownerOf(entry, ours, secrets))
  return [...byWebhook].flatMap(([webhookId, own]): NewDelivery[] => {
    const content =
      webhookId === null ? null : contentOf({ value: own }, secrets.of(webhookId)?.clientState ?? null)
    if (webhookId === null || content === null) return []
    const headers = { partition, 'sequence-number': String(sequenceNumber) }
    return [
      {
        at: now,
        webhookId,
        verdict: null,
        refusal: null,
        status: 200,
        tookMs: 0,
        bytes: Buffer.byteLength(JSON.stringify({ value: own })),
        headers,
        content,
        isReplay: false,
      },
    ]
  })
}

/** By the id that Microsoft gave it; before that is known, by the secret that it says. */
function ownerOf(entry: Fields, ours: readonly Webhook[], secrets: Pick<Secrets, 'of'>): string | null {
  const graphId = text(entry.subscriptionId)?.toLowerCase()
  const byId = ours.find(({ graphId: own, pastGraphIds }) =>
    [own, ...pastGraphIds].some((id) => id?.toLowerCase() === graphId),
  )
  const clientState = text(entry.clientState)
  if (byId || clientState === null) return byId?.id ?? null
  const digest = (value: string) => createHash('sha256').update(value).digest('hex')
  return ours.find(({ id }) => digest(secrets.of(id)?.clientState ?? '') === digest(clientState))?.id ?? null
}
