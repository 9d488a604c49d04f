/** What Microsoft, or somebody else, delivered to the listener: the inspector's lines and checks. */
import type { Message } from '../words/phrase.ts'
import * as z from 'zod/mini'
import type { Forwarded } from './forwarding.ts'

/** Why a call to the listener was refused. */
export const refusalKinds = [
  'unknown-path',
  'wrong-method',
  'too-large',
  'too-slow',
  'too-many',
  'malformed',
  'unknown-subscription',
  'wrong-client-state',
  'bad-token',
  'unknown-key',
  'bad-signature',
  'not-encrypted',
] as const
export type RefusalKind = (typeof refusalKinds)[number]

/** What became of a call. `not-stored`: answered with a failure, so that Microsoft calls again. */
export const verdicts = ['accepted', 'repeat', 'lifecycle', 'handshake', 'refused', 'not-stored'] as const
export type Verdict = (typeof verdicts)[number]

/** Which of the last 200 are wanted; null means any. */
export const deliveryFilterSchema = z.strictObject({
  webhookId: z.nullable(z.string().check(z.maxLength(100))),
  verdict: z.nullable(z.enum(verdicts)),
})
export type DeliveryFilter = z.output<typeof deliveryFilterSchema>

/** One call to the listener. */
export interface DeliveryLine {
  readonly id: string
  readonly at: number
  readonly webhookId: string | null
  /** The webhook's title, or "Unknown address". */
  readonly title: Message
  readonly verdict: Verdict
  /** Like "Accepted" or "Rejected: clientState doesn’t match". */
  readonly what: Message
  readonly status: number
  readonly answeredInMs: number
}

/** A page of them, newest first. */
export interface DeliveryPage {
  readonly lines: readonly DeliveryLine[]
  /** Hand back to read on; null at the end. */
  readonly next: string | null
  readonly matches: number
}

export const deliveryChecks = [
  'path',
  'subscription-id',
  'client-state',
  'validation-token',
  'repeat',
  'data-signature',
] as const

/** One check of a delivery, in the order they were made. */
export interface DeliveryCheck {
  readonly key: (typeof deliveryChecks)[number]
  /** `skipped`: an earlier one failed. Checks that do not apply are left out. */
  readonly kind: 'passed' | 'failed' | 'skipped'
  readonly found: Message | null
}

/** The facts of a notification, in Microsoft's own terms; null: it has none. */
export interface DeliveredNotification {
  readonly changeType: string | null
  readonly lifecycleEvent: string | null
  readonly resource: string | null
  readonly subscriptionId: string
  readonly tenantId: string | null
}

/** One delivery, whole but for its secrets. */
export interface Delivery {
  readonly line: DeliveryLine
  readonly bytes: number
  /** How many notifications it holds. */
  readonly entries: number
  readonly checks: readonly DeliveryCheck[]
  /** What each notification in it says of itself. */
  readonly notifications: readonly DeliveredNotification[]
  /** The same as JSON, without secrets; null: nothing of it was kept. */
  readonly raw: string | null
  /** Null: hidden. */
  readonly headers: readonly { readonly name: string; readonly value: string | null }[]
  /** What `deliveryData` would show. */
  readonly data: 'none' | 'plain' | 'encrypted'
  readonly canReplay: boolean
  /** Whether it was handed on to a program on this computer; null: it was not to be. */
  readonly forwarded: Forwarded | null
}

/** As what a delivery can be copied. */
export const copyForms = ['curl', 'http', 'json', 'test'] as const
