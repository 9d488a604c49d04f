import type { Account } from '../../accounts/account.ts'
import type { Graph } from '../../graph/graph.ts'
import type { GraphError } from '../../graph/graph-error.ts'
import type { Clock } from '../../kit/clock.ts'
import { dayMs, hourMs, minuteMs } from '../../kit/time.ts'
import type { Webhook } from '../../settings/webhook.ts'
import { missingFor } from '../catalogue/row-permission.ts'
import { knownOf } from '../model/webhook-name.ts'
import type { Registry } from '../model/registry.ts'
import { deltaOf, type DeltaSource } from './delta-sources.ts'
import type { DeltaLinks } from './delta-links.ts'
import { readDelta } from './read-delta.ts'

interface CatchUpDeps {
  readonly registry: Registry
  readonly account: (id: string) => Account | undefined
  readonly graph: (accountId: string) => Graph
  readonly links: DeltaLinks
  /** Something shows that calls arrive for it. */
  readonly isHeard: (webhook: Webhook) => boolean
  /** It was away for longer than Microsoft repeats its calls. */
  readonly missed: (webhook: Webhook) => void
  /** What was found out; `from`: since when nobody was told; `since`: since when some of it may be known. */
  readonly found: (webhook: Webhook, items: readonly unknown[], from: number, since: number) => void
  /** It cannot be found out what was missed. */
  readonly gap: (webhook: Webhook) => void
  readonly clock: Clock
}

/** Microsoft repeats a call for so long (protocol.md 3.9). */
const repeatedMs = 4 * hourMs
/** It is written down this often that a webhook is heard. */
const writtenMs = 15 * minuteMs
/** A link is used this often, so that it stays good and brings little. */
const refreshedMs = dayMs

/** After an absence longer than Microsoft repeats its calls, finds out by delta what was missed, where that can be. */
export class WebhookCatchUp implements Disposable {
  readonly #deps: CatchUpDeps
  readonly #reading = new Set<string>()
  /** Those to be read again, for the network or Microsoft had trouble. */
  readonly #waiting = new Set<string>()
  readonly #heard = new Map<string, number>()
  /** When the links of each are to be brought up to date. */
  readonly #refreshAt = new Map<string, number>()
  readonly #end = new AbortController()
  #timer: Disposable | null = null

  constructor(deps: CatchUpDeps) {
    this.#deps = deps
  }

  /** Looks who was away, and notes who is not. */
  look(): void {
    const { registry, isHeard } = this.#deps
    if (this.#end.signal.aborted) return
    this.#timer ??= this.#deps.clock.after(writtenMs, () => {
      this.#timer = null
      this.look()
    })
    for (const webhook of registry.all) if (isOurs(webhook) && isHeard(webhook)) this.#lookAt(webhook)
  }

  /** Reads what a webhook missed; false: that cannot be. */
  read(webhook: Webhook): boolean {
    const source = this.#readable(webhook)
    const links = this.#deps.links.of(webhook.id)
    if (source === null || links.size === 0) return false
    void this.#read(webhook, source, { from: this.#heardUntil(webhook) ?? this.#deps.clock.now() })
    return true
  }

  /** Nothing of a deleted webhook stays. */
  forget(id: string): void {
    this.#heard.delete(id)
    this.#waiting.delete(id)
    this.#refreshAt.delete(id)
    this.#deps.links.forget(id)
  }

  [Symbol.dispose](): void {
    this.#end.abort()
    this.#timer?.[Symbol.dispose]()
  }

  #lookAt(webhook: Webhook): void {
    const { clock, missed } = this.#deps
    const { id } = webhook
    if (this.#reading.has(id)) return
    const now = clock.now()
    const until = this.#heardUntil(webhook)
    const isAway = until !== null && now - until > repeatedMs
    if (isAway || this.#waiting.has(id)) missed(webhook)
    if (!this.#reading.has(id) && !this.#waiting.has(id) && (until === null || now - until > writtenMs))
      this.#note(id, now)
    const isStale = now >= this.#refreshesAt(id) && !this.#reading.has(id) && !this.#waiting.has(id)
    const source = isStale ? this.#readable(webhook) : null
    if (isStale) this.#refreshAt.set(id, now + refreshedMs)
    if (source) void this.#read(webhook, source, null)
  }

  #refreshesAt(id: string): number {
    const known = this.#refreshAt.get(id)
    if (known !== undefined) return known
    const read = [...this.#deps.links.of(id).values()].map(({ readAt }) => readAt)
    const at = read.length === 0 ? 0 : Math.min(...read) + refreshedMs
    this.#refreshAt.set(id, at)
    return at
  }

  #heardUntil({ id }: Webhook): number | null {
    const known = this.#heard.get(id) ?? this.#deps.links.heardUntil(id)
    if (known !== null) this.#heard.set(id, known)
    return known
  }

  #note(id: string, now: number): void {
    this.#heard.set(id, now)
    this.#deps.links.heard(id, now)
  }

  /** Where it can be read with what is allowed. */
  #readable(webhook: Webhook): DeltaSource | null {
    const account = this.#deps.account(webhook.accountId)
    const known = knownOf(webhook, account)
    if (!account || !known || missingFor(known.row, account).length > 0) return null
    return deltaOf(known, webhook, account.type === 'work', this.#deps.clock.now())
  }

  /** `absence` null: what came was delivered; only the links are brought up to date. */
  async #read(
    webhook: Webhook,
    source: DeltaSource,
    absence: { readonly from: number } | null,
  ): Promise<void> {
    const { graph, links, found, gap, clock } = this.#deps
    const { id, accountId } = webhook
    if (this.#reading.has(id)) return
    this.#reading.add(id)
    const read = await readDelta(graph(accountId), source, links.of(id), clock.now(), this.#end.signal)
    this.#reading.delete(id)
    if (this.#end.signal.aborted || !this.#deps.registry.find(id)) return
    if (read.ok) {
      links.put(id, read.value.links)
      this.#refreshAt.set(id, clock.now() + refreshedMs)
      if (absence)
        for (const { items, since } of read.value.parts)
          found(webhook, items, absence.from, since ?? absence.from)
    } else if (absence && isPassing(read.error)) {
      this.#waiting.add(id)
      return
    } else if (isPassing(read.error)) this.#refreshAt.set(id, clock.now() + writtenMs)
    else {
      links.put(id, new Map())
      if (absence) gap(webhook)
    }
    if (absence) this.#note(id, clock.now())
    this.#waiting.delete(id)
  }
}

const isOurs = ({ managedBy, graphId, deleteAt }: Webhook): boolean =>
  managedBy === 'drivebell' && graphId !== null && deleteAt === null

const isPassing = ({ kind }: GraphError): boolean =>
  ['offline', 'timeout', 'throttled', 'server', 'signed-out'].includes(kind)
