import * as z from 'zod'
import type { PlainKey } from '../../preload/words/phrase.ts'
import { type Forwarding, forwardedKinds } from '../../preload/contract/forwarding.ts'
import { rulesSchema } from '../../preload/contract/rule-schemas.ts'
import { defaultRules } from '../../preload/contract/rules.ts'
import { changeTypes } from '../../preload/contract/webhook-catalogue.ts'

/** What a chat without a name is called by. */
const chatNames = [
  'catalogue.chat.one-on-one',
  'catalogue.chat.group',
  'catalogue.chat.meeting',
  'catalogue.chat.other',
] as const satisfies readonly PlainKey[]

/** What something is called that was chosen by name; what has none, by what it is. */
export const chosenNameSchema = z.union([z.string(), z.object({ key: z.enum(chatNames) })])
export type ChosenName = z.output<typeof chosenNameSchema>

const moment = z.nullable(z.number())

/** A webhook as settings keep it: public facts alone. Its address and clientState rest sealed (design.md 4). */
export const webhookSchema = z.object({
  /** Ours; it stays when the webhook is made anew. */
  id: z.string(),
  accountId: z.string(),
  /** `elsewhere`: made by another program or computer; shown, but not renewed here. */
  managedBy: z.enum(['drivebell', 'elsewhere']),
  /** Microsoft's; null while it is to be made. */
  graphId: z.nullable(z.string()),
  /** Those it had before: what was on its way then still comes under them. */
  pastGraphIds: z.array(z.string()),
  /** Microsoft was told the address and has not answered: the webhook may be there all the same. */
  isAsked: z.boolean(),
  row: z.nullable(z.string()),
  resource: z.string(),
  changeTypes: z.array(z.enum(changeTypes)),
  lifeMs: z.number(),
  resourceData: z.boolean(),
  certificateId: z.nullable(z.string()),
  /** The `Prefer` header it is made with. */
  prefer: z.nullable(z.string()),
  leastTls: z.nullable(z.string()),
  /** Below which addresses Microsoft calls: for changes, and about the webhook itself (null: it has none of these). */
  publicUrl: z.nullable(z.string()),
  lifecycleUrl: z.nullable(z.string()),
  /** What the ids in its resource are called, as far as somebody chose them by name. */
  names: z.record(z.string(), chosenNameSchema),
  /** What is told of what it brings. */
  rules: rulesSchema,
  createdAt: moment,
  renewedAt: moment,
  reauthorizedAt: moment,
  expiresAt: moment,
  renewsAt: moment,
  /** It is to be deleted then; until then that can be taken back. */
  deleteAt: moment,
  /** The one at Microsoft is to be deleted and made anew. */
  isReplaced: z.boolean(),
  lastLifecycle: z.nullable(
    z.object({ kind: z.enum(['reauthorized', 'removed', 'missed']), at: z.number() }),
  ),
})

/** A webhook that this app made, took over, or found (design.md 1: webhook). */
export type Webhook = Readonly<z.output<typeof webhookSchema>>

const freshForwarding: Forwarding = { isOn: false, port: null, path: '/', kind: 'verified' }
const forwardingSchema = z.object({
  isOn: z.boolean(),
  port: z.nullable(z.number()),
  path: z.string(),
  kind: z.enum(forwardedKinds),
})

const eventHubSchema = z.object({
  namespace: z.string(),
  name: z.string(),
  tenant: z.string(),
  consumerGroup: z.string(),
  overWebSocket: z.boolean(),
})

/** Where Microsoft's calls arrive, as settings keep it. */
export const listenerSchema = z.object({
  isOn: z.boolean(),
  /** Chosen once, for a tunnel leads there; null: not yet. */
  port: z.nullable(z.number()),
  publicUrl: z.nullable(z.string()),
  /** An Event Hub that can be delivered to; null: none was named. */
  eventHub: z.nullable(eventHubSchema).default(null),
  /** Microsoft delivers there, not to the public address. */
  isByHub: z.boolean().default(false),
  /** Where deliveries are handed on to on this computer. */
  forwarding: forwardingSchema.default(freshForwarding),
  /** When the webhooks were last compared with what Microsoft holds. */
  checkedAt: moment,
})

/** What settings keep of the listener. */
export type KeptListener = Readonly<z.output<typeof listenerSchema>>

/** Off until somebody wants it. */
export const freshListener: KeptListener = {
  isOn: false,
  port: null,
  publicUrl: null,
  eventHub: null,
  isByHub: false,
  forwarding: freshForwarding,
  checkedAt: null,
}

/** What every new webhook begins with. */
export const freshWebhook = {
  graphId: null,
  pastGraphIds: [],
  isAsked: false,
  createdAt: null,
  renewedAt: null,
  reauthorizedAt: null,
  expiresAt: null,
  renewsAt: null,
  deleteAt: null,
  isReplaced: false,
  lastLifecycle: null,
  rules: defaultRules,
} as const satisfies Partial<Webhook>
