import type { HeldSubscription } from '../api/subscription-reply.ts'
import { isEventHub, secretOf } from '../model/addresses.ts'
import type { Secrets } from '../model/secrets.ts'
import type { Webhook } from '../../settings/webhook.ts'

/**
 * Which of these, still to be made, is there already under the address that Microsoft was told: the answer to making it
 * was lost. Null: none of them.
 */
export function wantedAs(
  held: Pick<HeldSubscription, 'notificationUrl' | 'resource' | 'changeTypes'>,
  among: readonly Webhook[],
  secrets: Pick<Secrets, 'ownerOf'>,
): string | null {
  const { notificationUrl } = held
  const unmade = among.filter(({ graphId }) => graphId === null)
  if (notificationUrl !== null && isEventHub(notificationUrl))
    return unmade.find((each) => each.isAsked && isSameAt(notificationUrl, each, held))?.id ?? null
  const secret = secretOf(notificationUrl)
  const wanted = unmade.map(({ id }) => id)
  const owner = secret === null ? null : secrets.ownerOf(secret, wanted)
  return owner !== null && wanted.includes(owner) ? owner : null
}

/** A hub has one address for all of them: what it is about tells them apart, for Microsoft makes no two alike. */
function isSameAt(
  address: string,
  { publicUrl, resource, changeTypes }: Webhook,
  held: Pick<HeldSubscription, 'resource' | 'changeTypes'>,
): boolean {
  const plain = (path: string) => path.replace(/^\//, '').toLowerCase()
  const isSame = plain(resource) === plain(held.resource)
  return publicUrl === address && isSame && changeTypes.join() === held.changeTypes.join()
}
