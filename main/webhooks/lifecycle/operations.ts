import { ok } from '../../kit/result.ts'
import { addressOf } from '../model/addresses.ts'
import {
  changeSubscription,
  deleteSubscription,
  reauthorizeSubscription,
  type SubscriptionChange,
} from '../api/subscription-calls.ts'
import type { SubscriptionResult } from '../api/subscription-error.ts'
import { certificatesInUse, entered, type OperationDeps, withinLife } from './create-at-microsoft.ts'
import type { Webhook } from '../../settings/webhook.ts'

/** Renews a webhook, which reauthorizes it too; with a new certificate when it is time for one (protocol.md 3.2). */
export async function renew(deps: OperationDeps, webhook: Webhook): Promise<SubscriptionResult> {
  const { registry, graph } = deps
  const { id, accountId, graphId } = webhook
  if (graphId === null) return ok(undefined)
  const { certificateId, ...certificate } = await certificateFor(deps, webhook)
  const renewed = await withinLife(deps, webhook, (order) =>
    changeSubscription(graph(accountId), graphId, {
      expirationDateTime: nextEnd(deps, order),
      ...certificate,
    }),
  )
  if (!renewed.ok) return renewed
  if (certificateId !== null) registry.change(id, { certificateId })
  return entered(deps, id, renewed.value)
}

/** Has Microsoft call a new address of ours, with another certificate where the data is encrypted; renews as well. */
export async function move(
  deps: OperationDeps,
  webhook: Webhook,
  publicUrl: string,
): Promise<SubscriptionResult> {
  const { registry, secrets, graph } = deps
  const { id, accountId, graphId } = webhook
  const secret = secrets.of(id) ?? (await secrets.make(id, null))
  if (graphId === null) {
    registry.change(id, { publicUrl })
    return ok(undefined)
  }
  const { certificateId, ...certificate } = await certificateFor(deps, webhook)
  const moved = await withinLife(deps, webhook, (order) =>
    changeSubscription(graph(accountId), graphId, {
      notificationUrl: addressOf(publicUrl, secret.secret),
      expirationDateTime: nextEnd(deps, order),
      ...certificate,
    }),
  )
  if (!moved.ok) return moved
  deps.validated(publicUrl)
  registry.change(id, { publicUrl, ...(certificateId !== null && { certificateId }) })
  return entered(deps, id, moved.value)
}

/** Renews what Microsoft knows of the sign-in behind it. */
export async function reauthorize(
  { registry, graph, clock }: OperationDeps,
  webhook: Webhook,
): Promise<SubscriptionResult> {
  const { id, accountId, graphId } = webhook
  if (graphId === null) return ok(undefined)
  const done = await reauthorizeSubscription(graph(accountId), graphId)
  if (done.ok) registry.change(id, { reauthorizedAt: clock.now() })
  return done
}

/** Deletes it at Microsoft; what is kept of it here is not touched. */
export async function deleteThere(
  { graph }: OperationDeps,
  { accountId, graphId }: Webhook,
): Promise<SubscriptionResult> {
  return graphId === null ? ok(undefined) : deleteSubscription(graph(accountId), graphId)
}

/** It is not there any more, and is wanted: it is to be made. */
export function toBeMade({ registry }: OperationDeps, { id, graphId, pastGraphIds }: Webhook): void {
  const past = graphId === null ? pastGraphIds : [graphId, ...pastGraphIds].slice(0, 3)
  registry.change(id, {
    graphId: null,
    pastGraphIds: past,
    isReplaced: false,
    expiresAt: null,
    renewsAt: null,
    reauthorizedAt: null,
  })
}

function nextEnd({ clock }: OperationDeps, { lifeMs }: Webhook): string {
  return new Date(clock.now() + lifeMs).toISOString()
}

async function certificateFor(
  { secrets, registry }: OperationDeps,
  { resourceData, certificateId }: Webhook,
): Promise<SubscriptionChange & { readonly certificateId: string | null }> {
  if (!resourceData) return { certificateId: null }
  const { id, publicPart } = await secrets.certificate(certificatesInUse(registry))
  if (id === certificateId) return { certificateId }
  return { certificateId: id, encryptionCertificate: publicPart, encryptionCertificateId: id }
}
