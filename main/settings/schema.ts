import * as z from 'zod'

const account = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  type: z.enum(['work', 'personal']),
  tenantId: z.string(),
  graphId: z.nullable(z.string()),
  scopes: z.array(z.string()),
})

const subscription = z.object({
  id: z.string(),
  accountId: z.string(),
  target: z.object({ kind: z.literal('own-drive'), driveId: z.nullable(z.string()) }),
  name: z.string(),
  place: z.string(),
  webUrl: z.nullable(z.string()),
  paused: z.boolean(),
})

/** Everything in settings.json. Its `version` grows with each change of shape. */
export const storedSchema = z.object({
  version: z.literal(1),
  settings: z.object({
    showNotices: z.boolean(),
    tellOwnChanges: z.boolean(),
    launchAtLogin: z.boolean(),
    theme: z.enum(['system', 'light', 'dark']),
  }),
  clientId: z.nullable(z.string()),
  keepSignInsUnsealed: z.boolean(),
  pausedEverything: z.boolean(),
  accounts: z.array(account),
  subscriptions: z.array(subscription),
})

/** What settings.json holds: choices, who is signed in, what is followed. Never a secret. */
export type Stored = Readonly<z.output<typeof storedSchema>>

/** A followed target as it is kept (design.md 1: subscription). */
export type Subscription = Readonly<Stored['subscriptions'][number]>

/** A fresh start. */
export const freshSettings: Stored = {
  version: 1,
  settings: { showNotices: true, tellOwnChanges: false, launchAtLogin: false, theme: 'system' },
  clientId: null,
  keepSignInsUnsealed: false,
  pausedEverything: false,
  accounts: [],
  subscriptions: [],
}
