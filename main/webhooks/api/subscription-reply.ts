import * as z from 'zod'
import { type ChangeType, changeTypes } from '../../../preload/contract/webhook-catalogue.ts'
import type { WebhookProperty } from '../../../preload/contract/webhooks.ts'
import { isError } from '../../graph/answer.ts'
import { fields, instant } from '../../graph/untyped.ts'

/** A webhook as Microsoft holds it. What it says beside the id is optional, for lists leave some of it out. */
export interface HeldSubscription {
  readonly id: string
  readonly resource: string
  readonly changeTypes: readonly ChangeType[]
  readonly notificationUrl: string | null
  readonly lifecycleNotificationUrl: string | null
  /** Null when it does not say, or not when. */
  readonly expiresAt: number | null
  /** Which program made it. */
  readonly applicationId: string | null
  readonly creatorId: string | null
  readonly includeResourceData: boolean
  readonly encryptionCertificateId: string | null
  /** Everything as it came. Holds secrets: for {@link propertiesOf} alone. */
  readonly raw: Readonly<Record<string, unknown>>
}

const text = z.string().nullish().catch(null)

/** A `subscription` (protocol.md 3.1); properties nobody knows yet are kept for showing. */
export const subscriptionSchema = z
  .looseObject({
    id: z.string().min(1),
    resource: z.string().catch(''),
    changeType: z.string().catch(''),
    notificationUrl: text,
    lifecycleNotificationUrl: text,
    expirationDateTime: z.unknown().optional(),
    applicationId: text,
    creatorId: text,
    includeResourceData: z.boolean().nullish().catch(null),
    encryptionCertificateId: text,
  })
  .transform((raw): HeldSubscription => ({
    id: raw.id,
    resource: raw.resource,
    changeTypes: changeTypesIn(raw.changeType),
    notificationUrl: raw.notificationUrl ?? null,
    lifecycleNotificationUrl: raw.lifecycleNotificationUrl ?? null,
    expiresAt: instant(raw.expirationDateTime),
    applicationId: raw.applicationId ?? null,
    creatorId: raw.creatorId ?? null,
    includeResourceData: raw.includeResourceData ?? false,
    encryptionCertificateId: raw.encryptionCertificateId ?? null,
    raw,
  }))

/**
 * A page of the list; what is no subscription in it is left out. One with an error in it is no page: whatever is missing
 * from it would be taken for deleted.
 */
export const subscriptionPageSchema = z.object({
  error: z
    .unknown()
    .optional()
    .refine((error) => !isError(error)),
  value: z
    .array(z.unknown())
    .refine((all) => !all.some((one) => isError(fields(one)?.error)))
    .transform((all) => all.flatMap((one) => subscriptionSchema.safeParse(one).data ?? [])),
  '@odata.nextLink': z.string().nullish().catch(null),
})

function changeTypesIn(list: string): readonly ChangeType[] {
  const words = new Set(list.split(',').map((word) => word.trim().toLowerCase()))
  return changeTypes.filter((type) => words.has(type))
}

const secret = /^clientState$|secret|^encryptionCertificate$/i

/** Every property by name, as Microsoft returned it; secrets and the queries of addresses are not shown. */
export function propertiesOf({ raw }: HeldSubscription): readonly WebhookProperty[] {
  return Object.entries(raw)
    .filter(([name]) => !name.startsWith('@odata.'))
    .map(([name, value]) => {
      if (value === null || value === undefined) return { name, value: null, hidden: false }
      if (secret.test(name)) return { name, value: null, hidden: true }
      return { name, value: shown(name, value), hidden: false }
    })
}

function shown(name: string, value: unknown): string {
  const words = typeof value === 'string' ? value : JSON.stringify(value)
  return /url$/i.test(name) ? shownAddress(words) : words
}

/** An address without its query, and with the unguessable end of its path shortened. */
export function shownAddress(address: string): string {
  const [path = ''] = address.split(/[?#]/)
  const begin = path.lastIndexOf('/') + 1
  const end = path.slice(begin)
  return end.length < 12 ? path : `${path.slice(0, begin)}${end.slice(0, 4)}…${end.slice(-4)}`
}
