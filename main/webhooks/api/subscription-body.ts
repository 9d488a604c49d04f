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
