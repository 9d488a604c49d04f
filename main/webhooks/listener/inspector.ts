import type {
  copyForms,
  DeliveredNotification,
  Delivery,
  DeliveryFilter,
  DeliveryLine,
  DeliveryPage,
} from '../../../preload/contract/deliveries.ts'
import type { Forwarded } from '../../../preload/contract/forwarding.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { bodyOf } from './delivery-body.ts'
import type { Entry } from './delivery-content.ts'
import { asCurl, asHttp, asTest } from './delivery-copies.ts'
import { seriesText } from './delivery-series.ts'
import type { LoopbackAddress } from '../model/addresses.ts'
import { decrypt } from '../encryption/decrypt.ts'
import type { DeliveryStore, KeptDelivery } from './delivery-store.ts'
import { outcomeOf } from './delivery-facts.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import type { Words } from '../../../preload/words/words.ts'

/** What may be shown and kept of a header; of all others only that it was there (they may name people or open doors). */
const shownHeaders = new Set([
  'accept',
  'content-length',
  'content-type',
  'date',
  'host',
  'request-id',
  'client-request-id',
  'user-agent',
])

/** Headers with their secrets left out. */
export function hidden(headers: Readonly<Record<string, string>>): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, shownHeaders.has(name) ? value : null]),
  )
}

interface InspectorDeps {
  readonly store: DeliveryStore
  readonly titleOf: (webhookId: string) => Message
  readonly words: () => Words
  readonly keyOf: (webhookId: string) => (certificateId: string) => string | null
  /** Calls to addresses that nobody has. */
  readonly strangers: () => readonly DeliveryLine[]
  /** Where deliveries are handed on to; null: nowhere yet. */
  readonly forwardsTo: () => LoopbackAddress | null
  readonly forwarded: (deliveryId: string) => Forwarded | null
}

const perPage = 50
/** Where servers in development listen as a rule. */
const usualAddress: LoopbackAddress = 'http://localhost:3000/'
const gone: Message = { key: 'delivery.gone' }

/** Shows what was delivered, with every check and without any secret. */
export class Inspector {
  readonly #deps: InspectorDeps

  constructor(deps: InspectorDeps) {
    this.#deps = deps
  }

  page(filter: DeliveryFilter, before: string | null): DeliveryPage {
    const { store, strangers } = this.#deps
    const found = store.page(filter, before, perPage + 1)
    const kept = found.slice(0, perPage).map((each) => this.#line(each))
    const isAll = filter.webhookId === null && (filter.verdict === null || filter.verdict === 'refused')
    const others = isAll ? strangers() : []
    const [from, until] = [found.length > perPage ? (kept.at(-1)?.at ?? 0) : 0, this.#until(before)]
    const between = others.filter(({ at }) => at >= from && at < until)
    const lines = [...kept, ...between].toSorted((a, b) => b.at - a.at)
    const next = found.length > perPage ? (found[perPage - 1]?.id ?? null) : null
    return { lines, next, matches: store.matches(filter) + others.length }
  }

  find(id: string): Result<Delivery, Message> {
    const delivery = this.#deps.store.find(id)
    if (!delivery) return this.#stranger(id)
    const { content, bytes, checks, headers } = delivery
    return ok({
      line: this.#line(delivery),
      bytes,
      entries: content?.entries.length ?? 0,
      checks,
      notifications: content?.entries.map(notificationOf) ?? [],
      raw: content && JSON.stringify(bodyOf(content), null, 2),
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      data: dataIn(delivery),
      canReplay: content !== null && delivery.verdict !== 'refused',
      forwarded: this.#deps.forwarded(id),
    })
  }

  /** What it says of each resource, decrypted on demand; never clientStates or tokens. */
  data(id: string): Result<string, Message> {
    const delivery = this.#deps.store.find(id)
    if (!delivery?.content) return fail(gone)
    const keyOf = this.#deps.keyOf(delivery.webhookId)
    const all = delivery.content.entries.map(({ encrypted, resourceData }) => {
      if (encrypted === null) return resourceData
      const opened = decrypt(encrypted, keyOf)
      return opened.ok ? opened.value : { notOpened: opened.error }
    })
    return ok(JSON.stringify(all.length === 1 ? all[0] : all, null, 2))
  }

  /** A text that posts the same, or what it holds; secrets are left for whoever uses it to fill in. */
  copy(id: string, as: (typeof copyForms)[number]): Result<string, Message> {
    const delivery = this.#deps.store.find(id)
    if (!delivery?.content) return fail(gone)
    const body = JSON.stringify(bodyOf(delivery.content), null, 2)
    const { titleOf, words, forwardsTo } = this.#deps
    switch (as) {
      case 'json':
        return ok(body)
      case 'curl':
        return ok(asCurl(body, forwardsTo() ?? usualAddress))
      case 'http':
        return ok(asHttp(body, forwardsTo() ?? usualAddress))
      case 'test': {
        const title = [titleOf(delivery.webhookId), this.#line(delivery).what].map(words().say).join(': ')
        return ok(asTest(title, body, delivery.status))
      }
    }
  }

  /** What matches and holds a body, oldest first, as a series that can be saved. */
  series(filter: DeliveryFilter): string {
    const kept = this.#deps.store.page(filter, null, Number.MAX_SAFE_INTEGER)
    return seriesText(kept.toReversed().flatMap(({ at, content }) => (content ? [{ at, content }] : [])))
  }

  #line({
    id,
    at,
    webhookId,
    verdict,
    refusal,
    status,
    tookMs,
    content,
    isReplay,
  }: KeptDelivery): DeliveryLine {
    const event =
      content?.entries.find(({ lifecycleEvent }) => lifecycleEvent !== null)?.lifecycleEvent ?? null
    const title = this.#deps.titleOf(webhookId)
    const known = verdict ?? 'accepted'
    const judged: Message =
      verdict === null ? { key: 'delivery.checking' } : outcomeOf(verdict, refusal, event)
    const what: Message = isReplay ? { key: 'delivery.replayed', values: { what: judged } } : judged
    return { id, at, webhookId, title, verdict: known, what, status, answeredInMs: tookMs }
  }

  #stranger(id: string): Result<Delivery, Message> {
    const line = this.#deps.strangers().find((each) => each.id === id)
    if (!line) return fail(gone)
    return ok({
      line,
      bytes: 0,
      entries: 0,
      checks: [],
      notifications: [],
      raw: null,
      headers: [],
      data: 'none',
      canReplay: false,
      forwarded: null,
    })
  }

  #until(before: string | null): number {
    return (before !== null && this.#deps.store.find(before)?.at) || Number.MAX_SAFE_INTEGER
  }
}

const notificationOf = ({
  changeType,
  lifecycleEvent,
  resource,
  subscriptionId,
  tenantId,
}: Entry): DeliveredNotification => ({ changeType, lifecycleEvent, resource, subscriptionId, tenantId })

function dataIn({ content }: KeptDelivery): Delivery['data'] {
  if (content?.entries.some(({ encrypted }) => encrypted !== null)) return 'encrypted'
  return content?.entries.some(({ resourceData }) => resourceData !== null) ? 'plain' : 'none'
}
