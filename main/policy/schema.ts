import * as z from 'zod'
import { settingsSchema } from '../../preload/contract/settings.ts'

/** An organization by its domain or id, as `main/accounts/account.ts` takes it. */
const tenant = z
  .string()
  .regex(/^(?:[0-9a-z-]+(?:\.[0-9a-z-]+)+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i)

const host = z
  .string()
  .max(253)
  .regex(/^\.?[0-9a-z-]+(?:\.[0-9a-z-]+)+$/i)

/** Kinds of what can be followed. */
const targetKinds = [
  'own-drive',
  'drive',
  'drive-list',
  'group-drive',
  'site-library',
  'site-list',
  'shared-folder',
] as const

/** Everything that a policy may set. Each is optional, and read by itself: what is wrong hides nothing else. */
export const policySchema = z.object({
  organization: z.string().min(1).max(100),
  clientId: z.guid(),
  tenant: tenant,
  cloud: z.enum(['global', 'us-gov-l4', 'us-gov-l5', 'china']),
  defaults: z.partialRecord(z.enum(Object.keys(settingsSchema.shape)), z.unknown()),
  locked: z.partialRecord(z.enum(Object.keys(settingsSchema.shape)), z.unknown()),
  allowedTargets: z.array(z.enum(targetKinds)).max(targetKinds.length),
  allowedHosts: z.array(host).max(200),
  updates: z.enum(['ask', 'off']),
})

export type PolicyKey = keyof z.output<typeof policySchema>
