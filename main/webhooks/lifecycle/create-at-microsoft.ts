import type { Graph } from '../../graph/graph.ts'
import type { Clock } from '../../kit/clock.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { addressOf } from '../model/addresses.ts'
import {
  createSubscription,
  deleteSubscription,
  getSubscription,
  listSubscriptions,
} from '../api/subscription-calls.ts'
import type { SubscriptionError, SubscriptionResult } from '../api/subscription-error.ts'
import type { HeldSubscription } from '../api/subscription-reply.ts'
import { clockDoubtMs, subscriptionBody } from '../api/subscription-body.ts'
import { wantedAs } from './adoption.ts'
import { renewalAt } from './schedule.ts'
import type { Secrets, WebhookSecrets } from '../model/secrets.ts'
import type { Registry } from '../model/registry.ts'
import type { Webhook } from '../../settings/webhook.ts'

/** What webhooks are made and kept with. */
export interface OperationDeps {
  readonly registry: Registry
  readonly secrets: Secrets
  readonly graph: (accountId: string) => Graph
  readonly clock: Clock
  readonly random: () => number
  /** Microsoft called an address of ours and got its answer. */
  readonly validated: (publicUrl: string) => void
}

/**
 * Makes a webhook at Microsoft. What was asked for and never answered is looked for first, by its address; and nothing
 * that Microsoft is told is lost in a crash, for it is kept before.
 */
export async function make(deps: OperationDeps, webhook: Webhook): Promise<SubscriptionResult> {
  const { registry, secrets, graph } = deps
  const { id, accountId } = webhook
  const publicUrl = webhook.publicUrl ?? registry.address
  if (publicUrl === null) return fail(noAddress)
  const known = secrets.of(id)
  if (webhook.isAsked && known !== null) {
    const held = await listSubscriptions(graph(accountId))
    if (!held.ok) return held
    const ours = held.value.find((each) => wantedAs(each, [webhook], secrets) !== null)
    if (ours) return entered(deps, id, ours)
  }
  const secret = known?.clientState ? known : await secrets.make(id)
  const made = await ask(deps, webhook, publicUrl, secret)
  if (made.ok) return entered(deps, id, made.value)
  if (made.error.kind !== 'exists' || made.error.id === null) return made
  return existing(deps, webhook, { publicUrl, secret, graphId: made.error.id, error: made.error })
}

/** What Microsoft holds of a webhook is written down; from here on it is renewed. */
export function entered(deps: OperationDeps, id: string, held: HeldSubscription): Result<void, never> {
  const { registry, clock, random } = deps
  const webhook = registry.find(id)
  const now = clock.now()
  const expiresAt = held.expiresAt ?? now + (webhook?.lifeMs ?? 0)
  registry.change(id, {
    graphId: held.id,
    isAsked: false,
    isReplaced: false,
    createdAt: webhook?.createdAt ?? now,
    renewedAt: now,
    expiresAt,
    renewsAt: renewalAt(now, expiresAt, random()),
  })
  return ok(undefined)
}

/** Certificates that Microsoft may be encrypting for. */
export function certificatesInUse({ all }: Registry): ReadonlySet<string> {
  return new Set(all.flatMap(({ certificateId }) => certificateId ?? []))
}

async function ask(
  deps: OperationDeps,
  webhook: Webhook,
  publicUrl: string,
  secret: WebhookSecrets,
): Promise<SubscriptionResult<HeldSubscription>> {
  const { registry, secrets, graph, clock } = deps
  const { id, accountId, prefer } = webhook
  const certificate = webhook.resourceData ? await secrets.certificate(certificatesInUse(registry)) : null
  registry.change(id, {
    isAsked: true,
    publicUrl,
    lifecycleUrl: publicUrl,
    certificateId: certificate?.id ?? null,
  })
  const made = await withinLife(deps, webhook, (order) => {
    const address = addressOf(publicUrl, secret.secret)
    const clientState = secret.clientState ?? ''
    const body = subscriptionBody(
      order,
      { address, lifecycleAddress: address, clientState, certificate },
      clock.now(),
    )
    return createSubscription(graph(accountId), body, prefer === null ? {} : { Prefer: prefer })
  })
  if (made.ok) deps.validated(publicUrl)
  else if (!isUnclear(made.error)) registry.change(id, { isAsked: false })
  return made
}

/** Does it; where Microsoft says how long a webhook may live, that is learned and it is tried once more. */
export async function withinLife<T>(
  { registry }: OperationDeps,
  webhook: Webhook,
  work: (webhook: Webhook) => Promise<SubscriptionResult<T>>,
): Promise<SubscriptionResult<T>> {
  const done = await work(webhook)
  if (done.ok || done.error.kind !== 'too-long') return done
  const lifeMs = Math.min(webhook.lifeMs, done.error.mostMs - clockDoubtMs)
  registry.change(webhook.id, { lifeMs })
  return work({ ...webhook, lifeMs })
}

/** Whether Microsoft may have done it all the same. */
export const isUnclear = ({ kind }: SubscriptionError): boolean => kind === 'passing' || kind === 'offline'

/** There is one already: ours, whose answer was lost; one that leads here and nobody knows; or somebody else's. */
async function existing(
  deps: OperationDeps,
  webhook: Webhook,
  found: {
    readonly publicUrl: string
    readonly secret: WebhookSecrets
    readonly graphId: string
    readonly error: SubscriptionError
  },
): Promise<SubscriptionResult> {
  const { registry, secrets, graph } = deps
  const { id, accountId } = webhook
  const held = await getSubscription(graph(accountId), found.graphId)
  if (!held.ok) return fail(held.error.kind === 'gone' ? found.error : held.error)
  if (wantedAs(held.value, [webhook], secrets) !== null) return entered(deps, id, held.value)
  const isKnown = registry.all.some(
    (each) => each.graphId === found.graphId && each.managedBy === 'drivebell',
  )
  const leadsHere = held.value.notificationUrl?.startsWith(`${found.publicUrl}/h/`) ?? false
  if (isKnown || !leadsHere) return fail(found.error)
  const deleted = await deleteSubscription(graph(accountId), found.graphId)
  if (!deleted.ok) return deleted
  const made = await ask(deps, webhook, found.publicUrl, found.secret)
  return made.ok ? entered(deps, id, made.value) : made
}

const noAddress: SubscriptionError = {
  kind: 'unreachable',
  code: null,
  requestId: null,
  message: null,
}
