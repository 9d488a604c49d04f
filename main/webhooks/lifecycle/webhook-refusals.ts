import type { Message } from '../../../preload/words/phrase.ts'
import type { WebhookRefused } from '../../../preload/contract/webhook-commands.ts'
import type { FromMicrosoft } from '../../../preload/contract/webhooks.ts'
import type { SubscriptionError } from '../api/subscription-error.ts'
import { findRow } from '../catalogue/catalogue.ts'
import type { Row } from '../catalogue/catalogue-row.ts'
import type { Webhook } from '../../settings/webhook.ts'

/** What a refusal is about, to name it. */
interface About {
  /** Null: a resource the catalogue does not know. */
  readonly row: Row | null
  readonly publicUrl: string | null
  /** Making one, or something else done to one. */
  readonly doing: 'create' | 'change'
}

/** Why Microsoft did not do it (interface.md 5: 24–26). */
export function refusalBy(error: SubscriptionError, { row, publicUrl, doing }: About): Message {
  switch (error.kind) {
    case 'unreachable':
      return publicUrl === null
        ? { key: `webhook.refused.unreachable-listener.${doing}` }
        : { key: `webhook.refused.unreachable.${doing}`, values: { url: publicUrl } }
    case 'quota': {
      const whose = row === null ? 'account' : row.quota === 'outlook' ? 'mailbox' : 'kind'
      return error.most === null
        ? { key: `webhook.refused.quota.${whose}` }
        : { key: `webhook.refused.quota-of.${whose}`, values: { most: error.most } }
    }
    case 'gone':
    case 'forbidden':
    case 'signed-out':
    case 'offline':
    case 'refused':
      return { key: `webhook.refused.${error.kind}.${doing}` }
    case 'too-long':
      return { key: `webhook.refused.refused.${doing}` }
    case 'exists':
    case 'throttled':
    case 'passing':
      return { key: `webhook.refused.${error.kind}` }
  }
}

/** Microsoft said nothing. */
export const nothingSaid: FromMicrosoft = { code: null, requestId: null, message: null }

/** What Microsoft said itself. */
export const saidBy = ({ code, requestId, message }: SubscriptionError): FromMicrosoft => ({
  code,
  requestId,
  message,
})

/** A refusal of our own. */
export const refusedWith = (why: Message): WebhookRefused => ({ ok: false, why, ...nothingSaid })

export const unknownWebhook = refusedWith({ key: 'webhook.not-sent.gone' })

/** Microsoft's refusal to do something with a webhook. */
export function refusedFor(
  error: SubscriptionError,
  webhook: Pick<Webhook, 'row' | 'publicUrl'> | null,
): WebhookRefused {
  const row = webhook?.row ? findRow(webhook.row) : null
  const why = refusalBy(error, { row, publicUrl: webhook?.publicUrl ?? null, doing: 'change' })
  return { ok: false, why, ...saidBy(error) }
}
