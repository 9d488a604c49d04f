/** An Azure Event Hub that Microsoft delivers to, in place of a public address (protocol.md 3.16). */
import type { Message } from '../words/phrase.ts'
import * as z from 'zod/mini'

/** Which hub, and as whom it is read. */
export const eventHubSchema = z.strictObject({
  /** Like `contoso.servicebus.windows.net`. */
  namespace: z.string().check(z.maxLength(260)),
  name: z.string().check(z.maxLength(260)),
  /** A domain of the directory that holds the hub. */
  tenant: z.string().check(z.maxLength(260)),
  consumerGroup: z.string().check(z.maxLength(100)),
  /** By WebSockets, where a network lets nothing else out. */
  overWebSocket: z.boolean(),
})
export type EventHub = z.output<typeof eventHubSchema>

/** What a person chose, and how reading it goes. */
export interface EventHubView {
  /** Microsoft delivers there, and it is read. */
  readonly isOn: boolean
  /** Null: none was named yet. */
  readonly hub: EventHub | null
  /** There is a connection string to read with. */
  readonly hasKey: boolean
  readonly state:
    | { readonly kind: 'off' }
    | { readonly kind: 'connecting' }
    | { readonly kind: 'reading' }
    | { readonly kind: 'failed'; readonly why: Message }
}
