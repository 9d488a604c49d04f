/** The commands of the Webhooks page and their answers; part of the one border (contract.ts). */
import type { Message } from '../words/phrase.ts'
import * as z from 'zod/mini'
import type { Outcome, Refused } from './outcome.ts'
import { copyForms, type Delivery, deliveryFilterSchema, type DeliveryPage } from './deliveries.ts'
import { eventHubSchema } from './event-hub.ts'
import { forwardingSchema, type Replayed } from './forwarding.ts'
import type { CatalogueRow } from './webhook-catalogue.ts'
import {
  type CheckedDraft,
  type DraftRefusal,
  fillSchema,
  type PlaceholderOptions,
  webhookDraftSchema,
} from './webhook-form.ts'
import type { FromMicrosoft, WebhookDetails } from './webhooks.ts'

const nothing = z.undefined()
const id = z.string().check(z.minLength(1), z.maxLength(200))
const webhook = z.strictObject({ webhookId: id })
const atMicrosoft = z.strictObject({ accountId: id, graphId: id })
const delivery = z.strictObject({ deliveryId: id })
const url = z.string().check(z.maxLength(2000))

export const webhookInputs = {
  /** What Microsoft can call about, as this account may have it. */
  webhookCatalogue: z.strictObject({ accountId: id }),
  fillPlaceholder: fillSchema,
  /** Looks at a draft; nothing is sent. */
  draftWebhook: webhookDraftSchema,
  createWebhook: webhookDraftSchema,
  /** Asks Microsoft what it holds. */
  webhook,
  renewWebhook: webhook,
  /** Has Microsoft call a new address; `publicUrl` null: below the listener's. */
  changeWebhookUrl: z.strictObject({ webhookId: id, publicUrl: z.nullable(url) }),
  /** Has Microsoft call below the listener's address whatever it calls below another. */
  moveWebhooks: nothing,
  reauthorizeWebhook: webhook,
  /** Deletes it after ten seconds; until then it can be undone. */
  deleteWebhook: webhook,
  undoDeleteWebhook: webhook,
  remakeWebhook: webhook,
  /** Renews and answers from now on what another program made. */
  takeOverWebhook: atMicrosoft,
  /** Shows in the list what Microsoft holds under an id. */
  importWebhook: atMicrosoft,
  /** Compares the list with what Microsoft holds. */
  checkWebhooks: nothing,
  setListener: z.strictObject({ on: z.boolean(), publicUrl: z.nullable(url) }),
  /** Its steps come with the state. */
  testListener: nothing,
  deliveries: z.strictObject({
    filter: deliveryFilterSchema,
    before: z.nullable(z.string().check(z.maxLength(100))),
  }),
  delivery,
  /** What it says, decrypted where that is needed. */
  deliveryData: delivery,
  /** Takes it in once more, as if it came now. */
  replayDelivery: delivery,
  /** Answers a text that posts it, or what it holds; the window puts it on the clipboard. */
  copyDelivery: z.strictObject({ deliveryId: id, as: z.enum(copyForms) }),
  setForwarding: forwardingSchema,
  /** `connectionString` null: as it is kept. */
  setEventHub: z.strictObject({
    isOn: z.boolean(),
    hub: eventHubSchema,
    connectionString: z.nullable(z.string().check(z.maxLength(4000))),
  }),
  /** Hands it on to the chosen port now, once. */
  forwardDelivery: delivery,
  /** Asks where to, and writes what matches as a series that can be replayed. */
  saveDeliveries: z.strictObject({ filter: deliveryFilterSchema }),
  /** Hands a saved series on to the chosen port, one after the other. */
  replaySeries: z.strictObject({ text: z.string().check(z.maxLength(50_000_000)) }),
} as const

/** Done, or why not, with what a support case needs to know of Microsoft's refusal. */
export type WebhookOutcome = { readonly ok: true } | WebhookRefused
export interface WebhookRefused extends Refused, FromMicrosoft {}

/** What came of making a webhook. */
export type WebhookCreated =
  | { readonly kind: 'created'; readonly webhookId: string }
  | { readonly kind: 'draft-refused'; readonly refusals: readonly DraftRefusal[] }
  /** There is one already: `webhookId` in the list, or null, and `graphId` can be taken over. */
  | {
      readonly kind: 'exists'
      readonly graphId: string
      readonly webhookId: string | null
      readonly why: Message
    }
  /** Microsoft could not reach the address: the listener wants a test. */
  | ({ readonly kind: 'unreachable'; readonly why: Message } & FromMicrosoft)
  | {
      readonly kind: 'needs-permission'
      readonly scopes: readonly string[]
      readonly why: Message
      readonly adminConsentUrl: string | null
    }
  | ({ readonly kind: 'refused'; readonly why: Message } & FromMicrosoft)

type Text = { readonly ok: true; readonly text: string } | Refused
/** It is in the list under this id, or why not. */
export type WebhookWithId = { readonly ok: true; readonly webhookId: string } | WebhookRefused

export interface WebhookOutputs {
  webhookCatalogue: readonly CatalogueRow[]
  fillPlaceholder: PlaceholderOptions
  draftWebhook: CheckedDraft
  createWebhook: WebhookCreated
  webhook: { readonly ok: true; readonly details: WebhookDetails } | WebhookRefused
  renewWebhook: WebhookOutcome
  changeWebhookUrl: WebhookOutcome
  moveWebhooks: WebhookOutcome
  reauthorizeWebhook: WebhookOutcome
  deleteWebhook: Outcome
  undoDeleteWebhook: Outcome
  remakeWebhook: WebhookOutcome
  takeOverWebhook: WebhookWithId
  importWebhook: WebhookWithId
  checkWebhooks: Outcome
  setListener: Outcome
  testListener: Outcome
  deliveries: DeliveryPage
  delivery: { readonly ok: true; readonly delivery: Delivery } | Refused
  deliveryData: Text
  replayDelivery: Outcome
  copyDelivery: Text
  setForwarding: Outcome
  setEventHub: Outcome
  forwardDelivery: Outcome
  /** `written`: to which file; null when nobody chose one. */
  saveDeliveries: { readonly ok: true; readonly written: string | null } | Refused
  replaySeries: Replayed | Refused
}
