import type { ChangeType } from '../../../preload/contract/webhook-catalogue.ts'
import { minuteMs } from '../../kit/time.ts'

/** What is sent to make a webhook (protocol.md 3.1). */
export interface SubscriptionBody {
  readonly changeType: string
  readonly resource: string
  readonly notificationUrl: string
  readonly lifecycleNotificationUrl?: string
  readonly expirationDateTime: string
  readonly clientState: string
  readonly includeResourceData?: true
  readonly encryptionCertificate?: string
  readonly encryptionCertificateId?: string
  readonly latestSupportedTlsVersion?: string
}

/** What is ordered of Microsoft, whoever looks at it. */
export interface Order {
  readonly changeTypes: readonly ChangeType[]
  readonly resource: string
  readonly lifeMs: number
  readonly resourceData: boolean
  readonly leastTls: string | null
}

/** Where Microsoft is to call, and what it says and encrypts with there. */
export interface CalledAt {
  readonly address: string
  /** For messages about the webhook itself. */
  readonly lifecycleAddress: string | null
  readonly clientState: string
  /** The public part in base64, and our label; null: none was made yet. */
  readonly certificate: { readonly publicPart: string; readonly id: string } | null
}

/** Our clock may be ahead of Microsoft's: a life to the last second would then be too long. */
export const clockDoubtMs = minuteMs

/** The body of an order: what the form shows is what is sent. */
export function subscriptionBody(order: Order, at: CalledAt, now: number): SubscriptionBody {
  return {
    changeType: order.changeTypes.join(','),
    resource: order.resource,
    notificationUrl: at.address,
    ...(at.lifecycleAddress !== null && { lifecycleNotificationUrl: at.lifecycleAddress }),
    expirationDateTime: new Date(now + order.lifeMs).toISOString(),
    clientState: at.clientState,
    ...(order.resourceData && {
      includeResourceData: true,
      encryptionCertificate: at.certificate?.publicPart ?? '',
      encryptionCertificateId: at.certificate?.id ?? '',
    }),
    ...(order.leastTls && { latestSupportedTlsVersion: order.leastTls }),
  }
}
