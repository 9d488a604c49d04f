import { createHash } from 'node:crypto'
import type { Account } from '../../accounts/account.ts'
import type { Graph } from '../../graph/graph.ts'
import { fields, text } from '../../graph/untyped.ts'
import type { Clock } from '../../kit/clock.ts'
import { itemOf, linkOf } from './changed-item.ts'
import { somethingChanged, whatHappened } from './what-happened.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import { lifecycleName, lifecycleStep, type LifecycleStep } from '../lifecycle/schedule.ts'
import { namesOf } from '../catalogue/row-permission.ts'
import { knownOf, namesFor, nameOf } from '../model/webhook-name.ts'
import type { VerifiedEvent } from '../listener/delivery-verifier.ts'
import type { ResourceNotices } from './resource-notices.ts'
import type { Registry } from '../model/registry.ts'
import { type Watched, watchedBy } from './watched.ts'
import type { Webhook } from '../../settings/webhook.ts'
import { minuteMs, hourMs } from '../../kit/time.ts'

interface DispatcherDeps {
  readonly registry: Registry
  readonly account: (id: string) => Account | undefined
  /** With more than one account, a notice says whose it is. */
  readonly label: (accountId: string) => string
  readonly graph: (accountId: string) => Graph
  /** Something changed there: whether it is followed, and so read by its sync (design.md 2: hint). */
  readonly hint: (watched: Watched, accountId: string) => boolean
  readonly drives: (accountId: string) => ReadonlyMap<string, string>
  readonly notices: ResourceNotices
  readonly step: (id: string, step: LifecycleStep) => void
  readonly clock: Clock
}

const burstRestMs = 5_000
const driveRestMs = minuteMs
const unprovenRestMs = 15 * minuteMs

/** What is done about what Microsoft said and was believed. */
export class Dispatcher {
  readonly #deps: DispatcherDeps
  /** When a webhook's drive was last read for a delivery that proves nothing. */
  readonly #readAt = new Map<string, number>()

  constructor(deps: DispatcherDeps) {
    this.#deps = deps
  }

  dispatch(event: VerifiedEvent): void {
    const { registry, clock, step } = this.#deps
    const webhook = registry.find(event.webhookId)
    if (!webhook || webhook.deleteAt !== null) return
    if (event.kind === 'change') return void this.#changed(webhook, event)
    if (event.kind === 'unproven') return this.#unproven(webhook)
    const kind = lifecycleName(event.lifecycleEvent)
    if (kind === null) return
    const next = lifecycleStep(event.lifecycleEvent, event.graphId, webhook, clock.now())
    registry.change(webhook.id, { lastLifecycle: { kind, at: event.at } })
    if (next === 'catch-up') this.missed(webhook)
    else step(webhook.id, next)
  }

  /** Nobody was told for a while: drives are read; of other things a person is told that something may be missing. */
  missed(webhook: Webhook): void {
    const { hint, notices, label, clock } = this.#deps
    const watched = this.#watched(webhook)
    if (watched && hint(watched, webhook.accountId)) return
    const { place } = this.#name(webhook)
    notices.tell({
      webhookId: webhook.id,
      key: `${webhook.id}-missed-${Math.floor(clock.now() / hourMs)}`,
      place,
      what: { key: 'webhook-notice.missed', values: { place } },
      account: label(webhook.accountId),
      url: null,
      restMs: burstRestMs,
    })
  }

  /** One read for all of them within a while, however many come. */
  #unproven(webhook: Webhook): void {
    const now = this.#deps.clock.now()
    const watched = this.#watched(webhook)
    if (!watched || now - (this.#readAt.get(webhook.id) ?? -Infinity) < unprovenRestMs) return
    this.#readAt.set(webhook.id, now)
    this.#deps.hint(watched, webhook.accountId)
  }

  async #changed(webhook: Webhook, event: Extract<VerifiedEvent, { kind: 'change' }>): Promise<void> {
    const { hint, notices, label, graph, clock } = this.#deps
    const { id: webhookId, accountId, row } = webhook
    const { place } = this.#name(webhook)
    const plain = { webhookId, place, account: label(accountId) }
    if (row === 'drive' || row === 'list') {
      const watched = this.#watched(webhook)
      if (watched && hint(watched, accountId)) return
      const known = knownOf(webhook, this.#deps.account(accountId))
      const names = namesFor(webhook, this.#deps.drives(accountId))
      const what: Message = known
        ? somethingChanged(known, place, names)
        : { key: 'webhook-notice.changed', values: { place } }
      return notices.tell({ ...plain, key: keyOf(event), what, url: null, restMs: driveRestMs })
    }
    const { resource, changeType } = event
    const item = await itemOf(graph(accountId), clock, { row, resource, changeType, data: event.data })
    const what = whatHappened({ row, place, changeType, data: item })
    notices.tell({ ...plain, key: keyOf(event), what, url: linkOf(item), restMs: burstRestMs })
  }

  #watched(webhook: Webhook): Watched | null {
    const account = this.#deps.account(webhook.accountId)
    const known = knownOf(webhook, account)
    return known && watchedBy(known, webhook.resource, account ? namesOf(account) : [])
  }

  #name(webhook: Webhook): { readonly place: Message } {
    const { account, drives } = this.#deps
    return nameOf(webhook, account(webhook.accountId), drives(webhook.accountId))
  }
}

/** The same for the same event when Microsoft repeats it; without a version of the item, each call is an event of its own. */
function keyOf({
  webhookId,
  id,
  changeType,
  resource,
  data,
}: Extract<VerifiedEvent, { kind: 'change' }>): string {
  const version = text(fields(data)?.['@odata.etag'])
  const isOnce = changeType === 'created' || changeType === 'deleted'
  const event = version !== null || isOnce ? JSON.stringify([changeType, resource, version]) : id
  return createHash('sha256').update(`${webhookId} ${event}`).digest('base64url').slice(0, 22)
}
