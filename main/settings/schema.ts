import * as z from 'zod'
import { calledSchema } from '../../preload/contract/called.ts'
import { iconSchema, scopeSchema, targetSchema } from '../../preload/contract/discovery.ts'
import { rulesSchema, muteSchema } from '../../preload/contract/rule-schemas.ts'
import { defaultSettings, settingsSchema } from '../../preload/contract/settings.ts'
import { freshListener, listenerSchema, webhookSchema } from './webhook.ts'

const account = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  type: z.enum(['work', 'personal']),
  cloud: z.enum(['global', 'us-gov-l4', 'us-gov-l5', 'china']),
  tenantId: z.string(),
  graphId: z.nullable(z.string()),
  mail: z.nullable(z.string()).default(null),
  scopes: z.array(z.string()),
  awaited: z.array(z.string()),
  ended: z.nullable(
    z.enum([
      'ran-out',
      'password-changed',
      'confirm',
      'permissions-withdrawn',
      'not-allowed',
      'not-kept',
      'app-refused',
    ]),
  ),
})

const windowPlace = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int(),
  height: z.int(),
  isMaximized: z.boolean(),
})

/** `until` is a moment on the wall clock; null: until somebody resumes. */
const pause = z.object({ until: z.nullable(z.number()) })

const subscription = z.object({
  id: z.string(),
  accountId: z.string(),
  target: targetSchema,
  scope: scopeSchema,
  icon: iconSchema,
  name: calledSchema,
  place: calledSchema,
  webUrl: z.nullable(z.string()),
  pause: z.nullable(pause),
  /** It is gone, and the user knows. */
  goneSeen: z.optional(z.boolean()),
  rules: rulesSchema,
})

/** Everything in settings.json. Its `version` grows with each change of shape; `migrations.ts` leads there. */
export const storedSchema = z.object({
  version: z.literal(9),
  settings: z.object(settingsSchema.shape),
  clientId: z.nullable(z.string()),
  keepSignInsUnsealed: z.boolean(),
  /** Everything is paused. */
  pause: z.nullable(pause),
  /** Accounts of which everything is paused, by id. */
  pausedAccounts: z.record(z.string(), pause),
  accounts: z.array(account),
  /** Accounts that follow what their owners chose: whoever is not among them begins with the own OneDrive. */
  begunAccounts: z.array(z.string()).default([]),
  subscriptions: z.array(subscription),
  mutes: z.array(muteSchema),
  webhooks: z.array(webhookSchema).default([]),
  listener: listenerSchema.default(freshListener),
  /** Where the window was left. */
  window: z.nullable(windowPlace).default(null).catch(null),
})

/** What settings.json holds: choices, who is signed in, what is followed. Never a secret. */
export type Stored = Readonly<z.output<typeof storedSchema>>

/** A followed target as it is kept (design.md 1: subscription). */
export type Subscription = Readonly<Stored['subscriptions'][number]>

/** How long something is paused. */
export type Pause = Readonly<z.output<typeof pause>>

/** A fresh start. */
export const freshSettings: Stored = {
  version: 9,
  settings: defaultSettings,
  clientId: null,
  keepSignInsUnsealed: false,
  pause: null,
  pausedAccounts: {},
  accounts: [],
  begunAccounts: [],
  subscriptions: [],
  mutes: [],
  webhooks: [],
  listener: freshListener,
  window: null,
}
