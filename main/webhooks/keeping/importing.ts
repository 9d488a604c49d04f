import { fail, ok, type Result } from '../../kit/result.ts'
import type { WebhookRefused } from '../../../preload/contract/webhook-commands.ts'
import { secretOf } from '../model/addresses.ts'
import { getSubscription } from '../api/subscription-calls.ts'
import type { HeldSubscription } from '../api/subscription-reply.ts'
import { foreignFacts } from './foreign.ts'
import { entered, type KeepingParts } from '../lifecycle/create-at-microsoft.ts'
import { refusedFor, refusedWith } from '../lifecycle/refused.ts'
import type { WebhookParts } from '../model/webhook-deps.ts'

interface Imported {
  readonly id: string
  readonly held: HeldSubscription
}

/** What Microsoft holds under an id comes into the list, unless it is there already. */
export async function imported(
  keeping: KeepingParts & Pick<WebhookParts, 'people'>,
  accountId: string,
  graphId: string,
): Promise<Result<Imported, WebhookRefused>> {
  const { people, registry, secrets, graph, clock } = keeping
  const account = people.list().find(({ id }) => id === accountId)
  if (!account) return fail(refusedWith('That account is not signed in any more.'))
  const held = await getSubscription(graph(accountId), graphId.trim())
  if (!held.ok) return fail(refusedFor(held.error, null))
  const known = registry.held(accountId, held.value.id)
  if (known) return ok({ id: known.id, held: held.value })
  const secret = secretOf(held.value.notificationUrl)
  const ids = registry.all.map(({ id }) => id)
  const owner = secret === null ? null : secrets.ownerOf(secret, ids)
  if (owner !== null && registry.find(owner)?.graphId === null) {
    entered(keeping, owner, held.value)
    return ok({ id: owner, held: held.value })
  }
  return ok({ id: registry.add(foreignFacts(held.value, account, clock.now())).id, held: held.value })
}
