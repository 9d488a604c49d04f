import { createHash } from 'node:crypto'
import type { Account } from '../../accounts/account.ts'
import type { Graph } from '../../graph/graph.ts'
import { fields, idIn, text } from '../../graph/untyped.ts'
import type { Clock } from '../../kit/clock.ts'
import { itemOf, linkOf } from './changed-item.ts'
import { itemIn, somethingChanged, whatHappened } from './what-happened.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import { lifecycleName, lifecycleStep, type LifecycleStep } from '../lifecycle/schedule.ts'
import { namesOf } from '../catalogue/row-permission.ts'
import { knownOf, namesFor, nameOf } from '../model/webhook-name.ts'
import type { VerifiedEvent } from '../listener/delivery-verifier.ts'
import type { BroughtChange, BroughtChanges } from '../../history/brought-changes.ts'
import type { Registry } from '../model/registry.ts'
import { missedIn } from './missed.ts'
import { type Watched, watchedBy } from './watched.ts'
import type { Webhook } from '../../settings/webhook.ts'
import { minuteMs, hourMs } from '../../kit/time.ts'

interface DispatcherDeps {
  readonly registry: Registry
  readonly account: (id: string) => Account | undefined
  readonly graph: (accountId: string) => Graph
  /** Something changed there: whether it is followed, and so read by its sync (design.md 2: hint). */
  readonly hint: (watched: Watched, accountId: string) => boolean
  readonly drives: (accountId: string) => ReadonlyMap<string, string>
  readonly kept: BroughtChanges
  /** Something was kept that may be told. */
  readonly stored: () => void
  /** Reads what a webhook missed; false: that cannot be. */
  readonly catchUp: (webhook: Webhook) => boolean
  readonly step: (id: string, step: LifecycleStep) => void
  readonly clock: Clock
}

/** A drive that nobody follows says only that something changed: once within this is enough. */
const driveRestMs = minuteMs
const unprovenRestMs = 15 * minuteMs

/** What is done about what Microsoft said and was believed. */
export class Dispatcher {
  readonly #deps: DispatcherDeps
  /** When a webhook's drive was last read for a delivery that proves nothing. */
  readonly #readAt = new Map<string, number>()
  /** When it was last said of a drive that something changed in it. */
  readonly #saidAt = new Map<string, number>()

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

  /** Nobody was told for a while: it is read; where it cannot be, a person is told that something may be missing. */
  missed(webhook: Webhook): void {
    const { hint, catchUp } = this.#deps
    const watched = this.#watched(webhook)
    if (watched && hint(watched, webhook.accountId)) return
    if (!catchUp(webhook)) this.gap(webhook)
  }

  /** What was found out of what a webhook missed. `since`: since when some of it may be known. */
  found(webhook: Webhook, items: readonly unknown[], from: number, since: number): void {
    const { kept, clock } = this.#deps
    const missed = { cause: 'away', from } as const
    if (webhook.row === 'drive' || webhook.row === 'list') {
      const key = `found-${from}`
      const at = clock.now()
      if (items.length > 0)
        this.#keep(webhook, { ...nameless, ...this.#somethingIn(webhook, key), at, missed })
      return
    }
    for (const each of missedIn(items, from)) {
      const { id, changeType, item, at, key } = each
      const kind = kindOf(changeType)
      if (!webhook.changeTypes.includes(changeType) || kept.hadSince(webhook.id, id, kind, since)) continue
      const what = whatHappened({ row: webhook.row, place: this.#place(webhook), changeType, data: item })
      const brought = { what, key, isGap: false }
      const webUrl = linkOf(item)
      this.#keep(webhook, {
        ...itemIn(item),
        kind,
        itemId: id,
        at: at ?? clock.now(),
        webUrl,
        missed,
        brought,
      })
    }
  }

  /** It cannot be found out what a webhook missed: that is said. */
  gap(webhook: Webhook): void {
    const now = this.#deps.clock.now()
    const place = this.#place(webhook)
    this.#keep(webhook, {
      ...nameless,
      kind: 'edited',
      itemId: 'missed',
      at: now,
      brought: {
        what: { key: 'webhook-notice.missed', values: { place } },
        key: `missed-${Math.floor(now / hourMs)}`,
        isGap: true,
      },
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
    const { graph, clock } = this.#deps
    const { accountId, row } = webhook
    if (row === 'drive' || row === 'list') return this.#somethingChanged(webhook, event)
    const { resource, changeType, at } = event
    const data = await itemOf(graph(accountId), clock, { row, resource, changeType, data: event.data })
    const what = whatHappened({ row, place: this.#place(webhook), changeType, data })
    this.#keep(webhook, {
      ...itemIn(data),
      kind: kindOf(changeType),
      itemId: idIn(data.id) ?? resource ?? webhook.resource,
      at,
      webUrl: linkOf(data),
      missed: null,
      brought: { what, key: keyOf(event), isGap: false },
    })
  }

  /** A drive or a list: followed, it is read; else all that is known is that something changed there. */
  #somethingChanged(webhook: Webhook, event: Extract<VerifiedEvent, { kind: 'change' }>): void {
    const { hint, clock } = this.#deps
    const watched = this.#watched(webhook)
    if (watched && hint(watched, webhook.accountId)) return
    const now = clock.now()
    if (now - (this.#saidAt.get(webhook.id) ?? -Infinity) < driveRestMs) return
    this.#saidAt.set(webhook.id, now)
    this.#keep(webhook, { ...nameless, ...this.#somethingIn(webhook, keyOf(event)), at: event.at })
  }

  /** That something changed in a drive or a list. */
  #somethingIn(webhook: Webhook, key: string): Pick<BroughtChange, 'kind' | 'itemId' | 'brought'> {
    const { drives, account } = this.#deps
    const place = this.#place(webhook)
    const known = knownOf(webhook, account(webhook.accountId))
    const what: Message = known
      ? somethingChanged(known, place, namesFor(webhook, drives(webhook.accountId)))
      : { key: 'webhook-notice.changed', values: { place } }
    return { kind: 'edited', itemId: webhook.resource, brought: { what, key, isGap: false } }
  }

  #keep(webhook: Webhook, found: Omit<BroughtChange, 'subscriptionId' | 'accountId' | 'driveName'>): void {
    const { kept, stored } = this.#deps
    const { id: subscriptionId, accountId } = webhook
    const driveName = { kind: 'webhook', about: this.#place(webhook) } as const
    if (kept.add({ ...found, subscriptionId, accountId, driveName })) stored()
  }

  #watched(webhook: Webhook): Watched | null {
    const account = this.#deps.account(webhook.accountId)
    const known = knownOf(webhook, account)
    return known && watchedBy(known, webhook.resource, account ? namesOf(account) : [])
  }

  #place(webhook: Webhook): Message {
    const { account, drives } = this.#deps
    return nameOf(webhook, account(webhook.accountId), drives(webhook.accountId)).place
  }
}

const nameless = { name: null, who: null, webUrl: null, missed: null } as const

/** As the history counts it. */
const kindOf = (changeType: string | null): BroughtChange['kind'] =>
  changeType === 'created' ? 'added' : changeType === 'deleted' ? 'deleted' : 'edited'

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
