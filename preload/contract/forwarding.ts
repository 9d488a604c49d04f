/** Deliveries that are handed on to a program on this computer. */
import type { Message } from '../words/phrase.ts'
import * as z from 'zod/mini'

/** `verified`: what was believed, decrypted. `raw`: every delivery as it came, before anything was checked. */
export const forwardedKinds = ['verified', 'raw'] as const

/** Where to: a port of this computer and no other, and a path. */
export const forwardingSchema = z.strictObject({
  isOn: z.boolean(),
  /** Null: not chosen yet. */
  port: z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(65_535))),
  path: z.string().check(z.maxLength(1000)),
  kind: z.enum(forwardedKinds),
})
export type Forwarding = z.output<typeof forwardingSchema>

/** What became of one delivery. */
export type Forwarded =
  /** `triesAt`: when it is tried again; `why` null: it was not tried yet. */
  | { readonly kind: 'waiting'; readonly triesAt: number; readonly why: Message | null }
  | { readonly kind: 'done'; readonly status: number; readonly tookMs: number }
  | { readonly kind: 'failed'; readonly why: Message }

/** What is chosen, and how it goes with the deliveries that are kept. */
export interface ForwardingView extends Forwarding {
  readonly waiting: number
  readonly done: number
  readonly failed: number
  readonly last: Forwarded | null
}

/** How a saved series went: how many were sent, and how many of them were not answered with 2xx. */
export interface Replayed {
  readonly ok: true
  readonly sent: number
  readonly failed: number
}
