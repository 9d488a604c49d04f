import { type ChangeType, changeTypes } from '../../../preload/contract/webhook-catalogue.ts'
import type { DraftRefusal, WebhookDraft } from '../../../preload/contract/webhook-form.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import type { CalledAt, Order, SubscriptionBody } from '../api/subscription-body.ts'
import type { Row } from './catalogue-row.ts'

/** The form, with what the app adds to it before it can be sent. */
export interface Draft extends WebhookDraft {
  /** Null: the listener has no public address. */
  readonly notificationUrl: string | null
  readonly lifecycleNotificationUrl: string | null
  readonly clientState: string
  /** In simulation plain http, and this computer, will do. */
  readonly isSimulated: boolean
  /** The public part in base64, and our label; null: none was made yet. */
  readonly certificate: { readonly publicPart: string; readonly id: string } | null
}

/** A draft that was looked at. With refusals, body and headers are for showing alone. */
export interface CheckedRequest {
  /** Null: nothing the catalogue knows. */
  readonly row: Row | null
  readonly refusals: readonly DraftRefusal[]
  /** Why Microsoft may refuse it; nothing of it stands in the way. */
  readonly warnings: readonly Message[]
  /** Null: nothing was chosen that could be written. */
  readonly order: Order | null
  /** The order as it would be sent. */
  readonly body: SubscriptionBody | null
  readonly headers: Readonly<Record<string, string>>
  /** What has to be asked for first. */
  readonly scopes: readonly string[]
}

/** Where Microsoft is to call for it. */
export const calledAt = (draft: Draft): CalledAt => ({
  address: draft.notificationUrl ?? '',
  lifecycleAddress: draft.lifecycleNotificationUrl,
  clientState: draft.clientState,
  certificate: draft.certificate,
})

/** Each once, in the catalogue's order. */
export function inOrder(chosen: readonly ChangeType[]): readonly ChangeType[] {
  return changeTypes.filter((type) => chosen.includes(type))
}

const preferences = {
  'security-events': 'includesecuritywebhooks',
  'unknown-enum-members': 'include-unknown-enum-members',
} as const

/** What is sent beside the body. */
export function headersOf({ extras }: WebhookDraft): Readonly<Record<string, string>> {
  const preferred = extras.flatMap((extra) => (extra === 'user-properties' ? [] : [preferences[extra]]))
  return preferred.length === 0 ? {} : { Prefer: preferred.join(', ') }
}
