import type { WebhooksView, WebhookView } from '../../../preload/contract/webhooks.ts'
import { refusedIn } from '../listener/deliveries.ts'
import type { CountKind, Counts } from '../listener/delivery-counts.ts'
import { nameOf } from '../model/webhook-name.ts'
import { dueOf } from '../lifecycle/schedule.ts'
import type { RenewalScheduler } from '../lifecycle/renewal-scheduler.ts'
import type { HubReceiver } from '../event-hubs/hub-receiver.ts'
import type { Forwarder } from '../forwarding/forwarder.ts'
import type { Receiver } from '../listener/receiver.ts'
import type { Registry } from '../model/registry.ts'
import { driveOf } from '../catalogue/form-options.ts'
import type { Webhook } from '../../settings/webhook.ts'
import type { WebhookDeps } from '../model/webhook-deps.ts'
import { catchUpView } from './catch-up-view.ts'
import { type StateFacts, stateOf } from './webhook-state.ts'
import { dayMs } from '../../kit/time.ts'

interface ViewsDeps extends Pick<
  WebhookDeps,
  'accounts' | 'subscriptions' | 'adminConsentUrl' | 'words' | 'clock'
> {
  readonly registry: Registry
  readonly scheduler: RenewalScheduler
  readonly receiver: Receiver
  readonly forwarder: Forwarder
  readonly eventHub: HubReceiver
}

interface Stats {
  readonly ever: Counts
  readonly week: Counts
  readonly last: { readonly at: number; readonly tookMs: number } | null
}

/** The page's rows and its listener. What was delivered is counted once for each delivery, not for each look. */
export class Views {
  readonly #deps: ViewsDeps
  #stats: { readonly revision: number; readonly day: number; readonly of: Map<string, Stats> } | null = null

  constructor(deps: ViewsDeps) {
    this.#deps = deps
  }

  all(checking: boolean, tunnels: WebhooksView['listener']['tunnels']): WebhooksView {
    const { registry, receiver, forwarder, eventHub } = this.#deps
    const { publicUrl, checkedAt } = registry.listener
    const { deliveries, control, reach, revision } = receiver
    const { slow, refused } = deliveries
    const test = publicUrl === null ? null : reach.testOf(publicUrl)
    const arrivedAt = publicUrl === null ? null : reach.arrivedAt(publicUrl)
    const leftBehind = registry.leftBehind.length
    return {
      listener: {
        state: control.state,
        publicUrl,
        test,
        arrivedAt,
        leftBehind,
        tunnels,
        refused,
        slow,
        forwarding: forwarder.view,
        eventHub: eventHub.view,
      },
      rows: registry.all.map((webhook) => this.#row(webhook, slow.state !== 'fast')),
      checkedAt,
      checking,
      deliveriesRevision: revision,
    }
  }

  /** Names of followed drives by their ids. */
  drives(accountId: string): ReadonlyMap<string, string> {
    const { subscriptions, words } = this.#deps
    const drives = subscriptions.followed.flatMap((each) => driveOf(each, accountId, words()))
    return new Map(drives.map(({ id, name }) => [id, name]))
  }

  #row(webhook: Webhook, isSlow: boolean): WebhookView {
    const { accounts, scheduler, registry, clock, adminConsentUrl } = this.#deps
    const { reach } = this.#deps.receiver
    const { id, accountId } = webhook
    const facts: StateFacts = {
      webhook,
      account: accounts.list().find((each) => each.id === accountId),
      failure: scheduler.failure(id),
      isAtWork: scheduler.isAtWork(id),
      isSlow,
      reach: reach.of(webhook.publicUrl ?? ''),
      publicUrl: registry.address,
      adminConsentUrl: (scopes) => adminConsentUrl(accountId, scopes),
      now: clock.now(),
    }
    return viewOf(facts, this.#statsOf(id), this.drives(accountId))
  }

  #statsOf(id: string): Stats {
    const { receiver, clock } = this.#deps
    const { revision, counts, store } = receiver
    const now = clock.now()
    const day = Math.floor(now / dayMs)
    if (this.#stats?.revision !== revision || this.#stats.day !== day)
      this.#stats = { revision, day, of: new Map() }
    const known = this.#stats.of.get(id)
    if (known) return known
    const page = store.page({ webhookId: id, verdict: null }, null, 10)
    const last =
      page.find(({ verdict, isReplay }) => !isReplay && verdict !== 'handshake' && verdict !== 'refused') ??
      null
    const stats = { ever: counts.of(id, 'ever'), week: counts.of(id, { weekBefore: now }), last }
    this.#stats.of.set(id, stats)
    return stats
  }
}

/** A row of the page. */
function viewOf(
  facts: StateFacts,
  { ever, week, last }: Stats,
  drives: ReadonlyMap<string, string>,
): WebhookView {
  const { webhook, account, failure } = facts
  const { id, graphId, accountId, row, resource, changeTypes, renewedAt, expiresAt } = webhook
  const { title, icon } = nameOf(webhook, account, drives)
  const due = dueOf(webhook, failure)
  return {
    id,
    graphId,
    accountId,
    row,
    title,
    resource,
    icon,
    state: stateOf(facts),
    createdAt: webhook.createdAt,
    renewedAt,
    expiresAt,
    renewsAt: due?.job === 'renew' ? due.at : null,
    lifetimeMs: renewedAt === null || expiresAt === null ? null : expiresAt - renewedAt,
    changeTypes,
    encrypted: webhook.resourceData,
    lastDeliveryAt: last?.at ?? null,
    lastAnswerMs: last?.tookMs ?? null,
    delivered: counted(ever, 'delivered'),
    failed: counted(ever, 'failed'),
    refused: refusedIn(ever).reduce((sum, { count }) => sum + count, 0),
    week: {
      delivered: counted(week, 'delivered'),
      failed: counted(week, 'failed'),
      refused: refusedIn(week),
    },
    lastLifecycle: webhook.lastLifecycle,
    rules: webhook.rules,
    catchUp: catchUpView(webhook, account, facts.adminConsentUrl),
  }
}

const counted = (counts: Counts, kind: CountKind): number => counts.get(kind) ?? 0
