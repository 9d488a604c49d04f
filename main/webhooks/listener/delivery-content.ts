import { createHash, timingSafeEqual } from 'node:crypto'
import * as z from 'zod/mini'
import { instant } from '../../graph/untyped.ts'
import type { EncryptedContent } from '../encryption/decrypt.ts'

/** A notification as it may be kept: what its clientState says, but never the clientState (protocol.md 3.10). */
export interface Entry {
  /** For telling repeats; often missing. */
  readonly id: string | null
  readonly subscriptionId: string
  readonly expiresAt: number | null
  readonly clientState: 'equal' | 'different' | 'missing'
  readonly changeType: string | null
  readonly lifecycleEvent: string | null
  readonly resource: string | null
  readonly resourceData: Readonly<Record<string, unknown>> | null
  readonly encrypted: EncryptedContent | null
  readonly tenantId: string | null
}

/** A whole delivery: several notifications, and what proves the sender where there is resource data. */
export interface Content {
  readonly entries: readonly Entry[]
  /** Null: the delivery has none. */
  readonly tokens: readonly string[] | null
}

const text = z.optional(z.nullable(z.string()))
const entrySchema = z.object({
  id: text,
  subscriptionId: z.string().check(z.minLength(1), z.maxLength(200)),
  subscriptionExpirationDateTime: text,
  clientState: text,
  changeType: text,
  lifecycleEvent: text,
  resource: text,
  resourceData: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  encryptedContent: z.optional(
    z.nullable(
      z.object({
        data: z.string(),
        dataKey: z.string(),
        dataSignature: z.string(),
        encryptionCertificateId: z.string(),
      }),
    ),
  ),
  tenantId: text,
})
const collection = z.object({
  value: z.array(z.unknown()).check(z.maxLength(10_000)),
  validationTokens: z.optional(z.nullable(z.array(z.string()))),
})

/** Reads the body of a delivery; null when it is none. Entries that are no notifications are left out, unless all are. */
export function contentOf(body: unknown, clientState: string | null): Content | null {
  const found = collection.safeParse(body)
  if (!found.success) return null
  const { value, validationTokens = null } = found.data
  const entries = value.flatMap((each) => {
    const entry = entrySchema.safeParse(each)
    return entry.success ? [entryOf(entry.data, clientState)] : []
  })
  return entries.length === 0 && value.length > 0 ? null : { entries, tokens: validationTokens }
}

function entryOf(raw: z.output<typeof entrySchema>, secret: string | null): Entry {
  return {
    id: raw.id ?? null,
    subscriptionId: raw.subscriptionId.toLowerCase(),
    expiresAt: instant(raw.subscriptionExpirationDateTime),
    clientState: compared(raw.clientState ?? null, secret),
    changeType: raw.changeType ?? null,
    lifecycleEvent: raw.lifecycleEvent ?? null,
    resource: raw.resource ?? null,
    resourceData: raw.resourceData ?? null,
    encrypted: raw.encryptedContent ?? null,
    tenantId: raw.tenantId ?? null,
  }
}

/** In constant time, whatever the lengths. Without a secret to compare with, nothing differs. */
function compared(given: string | null, secret: string | null): Entry['clientState'] {
  if (given === null) return 'missing'
  if (secret === null) return 'equal'
  const digest = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(given), digest(secret)) ? 'equal' : 'different'
}
