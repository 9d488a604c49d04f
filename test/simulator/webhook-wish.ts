import { X509Certificate } from 'node:crypto'
import * as z from 'zod'
import { Refusal } from './graph-reply.ts'
import type { WebhookWish } from './webhook.ts'

const text = z.string().nullish()
const create = z.strictObject({
  '@odata.type': text,
  resource: z.string().min(1),
  changeType: z.string().min(1),
  notificationUrl: z.string().min(1),
  expirationDateTime: z.string(),
  lifecycleNotificationUrl: text,
  clientState: z.string().max(128).nullish(),
  includeResourceData: z.boolean().nullish(),
  encryptionCertificate: text,
  encryptionCertificateId: z.string().max(128).nullish(),
  latestSupportedTlsVersion: z.enum(['v1_0', 'v1_1', 'v1_2', 'v1_3']).nullish(),
  notificationQueryOptions: text,
  notificationUrlAppId: text,
  notificationContentType: text,
})
const change = z.strictObject({
  '@odata.type': text,
  expirationDateTime: z.string().optional(),
  notificationUrl: z.string().min(1).optional(),
  encryptionCertificate: z.string().optional(),
  encryptionCertificateId: z.string().max(128).optional(),
})

/** What a PATCH asks for; only this can be changed (protocol.md 3.2). */
export type WebhookChange = z.infer<typeof change>

/** Reads the body of a POST: 400 for what no webhook can have, Web Push among it (protocol.md 3.1). */
export function wishIn(body: unknown): { wish: WebhookWish; expiresAt: number } {
  const asked = read(create, body)
  const wish = {
    resource: asked.resource,
    changeType: asked.changeType,
    notificationUrl: needUrl(asked.notificationUrl, 'notificationUrl'),
    lifecycleNotificationUrl: asked.lifecycleNotificationUrl
      ? needUrl(asked.lifecycleNotificationUrl, 'lifecycleNotificationUrl')
      : null,
    clientState: asked.clientState ?? null,
    includeResourceData: asked.includeResourceData ?? null,
    encryptionCertificate: asked.encryptionCertificate ?? null,
    encryptionCertificateId: asked.encryptionCertificateId ?? null,
    latestSupportedTlsVersion: asked.latestSupportedTlsVersion ?? 'v1_2',
    notificationQueryOptions: asked.notificationQueryOptions ?? null,
    notificationUrlAppId: asked.notificationUrlAppId ?? null,
  }
  return { wish, expiresAt: timeIn(asked.expirationDateTime) }
}

/** Reads the body of a PATCH. */
export function changeIn(body: unknown): WebhookChange {
  const asked = read(change, body)
  if (asked.notificationUrl !== undefined) needUrl(asked.notificationUrl, 'notificationUrl')
  if (asked.encryptionCertificate !== undefined) needCertificate(asked.encryptionCertificate)
  return asked
}

/** A moment with a zone. */
export function timeIn(iso: string): number {
  const time = /(Z|[+-]\d\d:\d\d)$/i.test(iso) ? Date.parse(iso) : NaN
  if (Number.isNaN(time))
    throw bad(`Cannot convert the literal '${iso}' to the expected type 'Edm.DateTimeOffset'.`)
  return time
}

/** A public X.509 with an RSA key of 2048 to 4096 bits (protocol.md 3.1). */
export function needCertificate(base64: string): void {
  const bits = keyBits(base64)
  if (bits === null || bits < 2048 || bits > 4096)
    throw bad(
      "The 'encryptionCertificate' must be a base64 X.509 certificate with an RSA key of 2048 to 4096 bits.",
    )
}

/** The refusal of a form that cannot be fulfilled. */
export function bad(message: string, code = 'InvalidRequest'): Refusal {
  return new Refusal(400, code, message)
}

function keyBits(base64: string): number | null {
  try {
    const { publicKey } = new X509Certificate(Buffer.from(base64, 'base64'))
    return publicKey.asymmetricKeyType === 'rsa'
      ? (publicKey.asymmetricKeyDetails?.modulusLength ?? null)
      : null
  } catch {
    return null
  }
}

function read<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw bad(`${issue?.path.join('.') ?? 'The body'}: ${issue?.message ?? 'is not valid'}`)
}

/** `https:`, or in simulation also `http:` on loopback. */
function needUrl(text: string, name: string): string {
  // an Event Hub, or the secret of a vault that holds its connection string (protocol.md 3.16)
  if (/^EventHub:https:\/\/[\w.-]+\/(?:eventhubname|secrets)\/[\w-]+\?tenantId=[\w.-]+$/.test(text))
    return text
  const url = URL.canParse(text) ? new URL(text) : null
  const loopback = url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url?.protocol === 'https:' || loopback) return text
  throw bad(`The '${name}' property must be an https URL.`)
}
