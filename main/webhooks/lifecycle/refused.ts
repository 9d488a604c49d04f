import { asIs } from '../../../preload/words/phrase.ts'
import type { WebhookRefused } from '../../../preload/contract/webhook-commands.ts'
import type { SubscriptionError } from '../api/subscription-error.ts'
import { refusalSentence } from './refusal-words.ts'
import { findRow } from '../catalogue/catalogue.ts'
import type { Webhook } from '../../settings/webhook.ts'

/** A refusal of our own. */
export const refusedWith = (sentence: string): WebhookRefused => ({
  ok: false,
  why: asIs(sentence),
  code: null,
  requestId: null,
})

export const unknownWebhook = refusedWith('That webhook is not there any more.')

/** Microsoft's refusal to do something with a webhook. */
export function refusedFor(
  error: SubscriptionError,
  webhook: Pick<Webhook, 'row' | 'publicUrl'> | null,
): WebhookRefused {
  const row = webhook?.row ? findRow(webhook.row) : null
  const sentence = refusalSentence(error, { row, publicUrl: webhook?.publicUrl ?? null, doing: 'change' })
  return { ok: false, why: asIs(sentence), code: error.code, requestId: error.requestId }
}
