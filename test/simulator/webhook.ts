import type { Drive } from './drive.ts'
import type { Persona } from './personas.ts'
import type { WebhookRow } from './webhook-catalogue.ts'

/** What a client asked for, as far as it stays with the webhook (protocol.md 3.1). */
export interface WebhookWish {
  readonly resource: string
  readonly changeType: string
  readonly notificationUrl: string
  readonly lifecycleNotificationUrl: string | null
  readonly clientState: string | null
  readonly includeResourceData: boolean | null
  readonly encryptionCertificate: string | null
  readonly encryptionCertificateId: string | null
  readonly latestSupportedTlsVersion: string
  readonly notificationQueryOptions: string | null
  readonly notificationUrlAppId: string | null
}

/** The drive or list behind a webhook, and the folder in it. */
export interface WebhookPlace {
  readonly drive: Drive
  readonly folderId: string
}

/** One webhook subscription. */
export interface Webhook {
  readonly id: string
  readonly wish: WebhookWish
  readonly row: WebhookRow
  /** The canonical paths of what it listens to, in lower case. */
  readonly watched: ReadonlySet<string>
  readonly place: WebhookPlace | null
  /** Also rings when permissions change (`prefer: includesecuritywebhooks`, protocol.md 3.7). */
  readonly security: boolean
  readonly persona: Persona
  readonly tenantId: string
  readonly applicationId: string
  readonly creatorId: string
  readonly expiresAt: number
  /** Until when the token behind it is good. */
  readonly authorisedUntil: number
}

/** A moment as Graph writes it: no fraction when there is none. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}

/** A webhook as Graph shows it; the list keeps the clientState to itself (protocol.md 3.2). */
export function webhookView(webhook: Webhook, listed: boolean): Record<string, unknown> {
  const { id, wish, applicationId, creatorId, expiresAt } = webhook
  return {
    id,
    ...wish,
    ...(listed && { clientState: null }),
    applicationId,
    creatorId,
    expirationDateTime: isoTime(expiresAt),
    encryptionCertificate: null,
  }
}
