import type { HeldSubscription } from '../api/subscription-reply.ts'
import { secretOf } from '../model/addresses.ts'
import type { Secrets } from '../model/secrets.ts'
import type { Webhook } from '../../settings/webhook.ts'

/**
 * Which of these, still to be made, is there already under the address that Microsoft was told: the answer to making it
 * was lost. Null: none of them.
 */
export function wantedAs(
  { notificationUrl }: Pick<HeldSubscription, 'notificationUrl'>,
  among: readonly Webhook[],
  secrets: Pick<Secrets, 'ownerOf'>,
): string | null {
  const secret = secretOf(notificationUrl)
  const wanted = among.filter(({ graphId }) => graphId === null).map(({ id }) => id)
  const owner = secret === null ? null : secrets.ownerOf(secret, wanted)
  return owner !== null && wanted.includes(owner) ? owner : null
}
