import type { CheckedRequest, SubscriptionBody } from './request-check.ts'
import { shownAddress } from '../api/subscription-reply.ts'

/** A request as people may see it: the lines, then JSON, with what is secret hidden. */
export function shownRequest({ body, headers }: Pick<CheckedRequest, 'body' | 'headers'>): string {
  const lines = [
    'POST /v1.0/subscriptions',
    'Content-Type: application/json',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  return body ? [...lines, '', JSON.stringify(withoutSecrets(body), null, 2)].join('\n') : lines.join('\n')
}

function withoutSecrets(body: SubscriptionBody): SubscriptionBody {
  return {
    ...body,
    notificationUrl: shownAddress(body.notificationUrl),
    ...(body.lifecycleNotificationUrl && {
      lifecycleNotificationUrl: shownAddress(body.lifecycleNotificationUrl),
    }),
    clientState: 'hidden',
    ...(body.encryptionCertificate && {
      encryptionCertificate: `${body.encryptionCertificate.slice(0, 12)}…`,
    }),
    ...(body.webPushEncryptionSecret && { webPushEncryptionSecret: 'hidden' }),
  }
}
