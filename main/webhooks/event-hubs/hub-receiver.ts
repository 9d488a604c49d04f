import type { EventHub, EventHubView } from '../../../preload/contract/event-hub.ts'
import type { Outcome } from '../../../preload/contract/outcome.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import { RunAgain } from '../../kit/run-again.ts'
import { withoutEnd } from '../../kit/text.ts'
import { minuteMs, secondMs } from '../../kit/time.ts'
import type { DeliveryStore } from '../listener/delivery-store.ts'
import type { Reach } from '../listener/reach.ts'
import { eventHubAddress } from '../model/addresses.ts'
import type { Registry } from '../model/registry.ts'
import type { Secrets } from '../model/secrets.ts'
import type { HubCheckpoints } from './hub-checkpoints.ts'
import { deliveriesIn } from './hub-deliveries.ts'
import type { HubEvent, HubReading, ReadHub } from '../model/read-hub.ts'

interface HubReceiverDeps {
  readonly registry: Registry
  readonly secrets: Secrets
  readonly store: DeliveryStore
  readonly checkpoints: HubCheckpoints
  /** Loads what reads a hub; asked for when one is read, and not before. */
  readonly reader: () => Promise<ReadHub>
  /** Something was kept, and waits to be looked at. */
  readonly kept: (deliveryIds: readonly string[]) => void
  readonly clock: Clock
  readonly log: Log
  readonly changed: () => void
}

interface Open {
  readonly key: string
  readonly reading: HubReading
}

const checkMs = minuteMs
const firstWaitMs = 10 * secondMs
const mostWaitMs = 5 * minuteMs

/** Reads the Event Hub that Microsoft delivers to, and keeps how far; opened again whenever it ends. */
export class HubReceiver implements AsyncDisposable {
  readonly #deps: HubReceiverDeps
  readonly #arranging = new RunAgain(() => this.#arrange())
  #state: EventHubView['state'] = { kind: 'off' }
  #open: Open | null = null
  #again: Disposable | null = null
  #waitMs = firstWaitMs
  #isEnded = false

  constructor(deps: HubReceiverDeps) {
    this.#deps = deps
  }

  /** Resolves when the hub is read as it was last wanted, or cannot be. */
  arrange(): Promise<void> {
    return this.#arranging.request()
  }

  /** Reads it for a webhook that is to be made; null: it is read, else why not. */
  async open(): Promise<Message | null> {
    await this.arrange()
    return this.#state.kind === 'failed' ? this.#state.why : null
  }

  /** Takes effect at once. */
  async set(isOn: boolean, chosen: EventHub, connectionString: string | null): Promise<Outcome> {
    const { registry, secrets } = this.#deps
    const eventHub = trimmed(chosen)
    const key = connectionString?.trim() ?? ''
    if (isOn && !isWhole(eventHub)) return { ok: false, why: { key: 'event-hub.incomplete' } }
    if (isOn && key === '' && secrets.hubKey === null) return { ok: false, why: { key: 'event-hub.no-key' } }
    if (key !== '' && !secrets.isOpen) return { ok: false, why: { key: 'webhook.not-sent.locked' } }
    if (key !== '') await secrets.keepHubKey(key)
    registry.choose({ eventHub, isByHub: isOn })
    await this.#close()
    await this.arrange()
    return isOn && this.#state.kind === 'failed' ? { ok: false, why: this.#state.why } : { ok: true }
  }

  get view(): EventHubView {
    const { registry, secrets } = this.#deps
    const { eventHub, isByHub } = registry.listener
    return { isOn: isByHub, hub: eventHub, hasKey: secrets.hubKey !== null, state: this.#state }
  }

  /** Whether what Microsoft puts there is read. */
  reach(address: string): Reach {
    if (address !== this.#deps.registry.address)
      return { kind: 'unreachable', why: { key: 'event-hub.not-read' } }
    if (this.#state.kind === 'failed') return { kind: 'unreachable', why: this.#state.why }
    const isRead = this.#state.kind === 'reading' && this.#deps.checkpoints.of(this.#key).size > 0
    return { kind: isRead ? 'proven' : 'unproven' }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isEnded = true
    this.#again?.[Symbol.dispose]()
    await this.arrange()
  }

  /** The hub and the group: what a place in it belongs to. */
  get #key(): string {
    const { eventHub } = this.#deps.registry.listener
    return eventHub ? `${eventHubAddress(eventHub)} ${eventHub.consumerGroup}` : ''
  }

  async #arrange(): Promise<void> {
    this.#again?.[Symbol.dispose]()
    this.#again = null
    const { registry, secrets } = this.#deps
    const { eventHub, isByHub } = registry.listener
    const connectionString = secrets.hubKey
    const isWanted = isByHub && eventHub !== null && !this.#isEnded
    if (isWanted && this.#open?.key === this.#key && this.#state.kind === 'reading')
      return this.#checkLater(this.#open.reading, (why) => this.#failed(why))
    await this.#close()
    if (!isWanted) return this.#enter({ kind: 'off' })
    if (connectionString === null) return this.#failed({ key: 'event-hub.no-key' })
    this.#enter({ kind: 'connecting' })
    await this.#begin(eventHub, connectionString)
  }

  async #begin({ name, consumerGroup, overWebSocket }: EventHub, connectionString: string): Promise<void> {
    const { reader, checkpoints } = this.#deps
    const key = this.#key
    const read = await reader()
    let isOver = false
    const failed = (why: Message) => {
      if (isOver || this.#isEnded) return
      isOver = true
      this.#failed(why)
    }
    const opened = await read({ name, consumerGroup, overWebSocket, connectionString }, checkpoints.of(key), {
      take: async (events) => !isOver && this.#take(key, events),
      failed,
    })
    if (!opened.ok) return failed(opened.error)
    this.#open = { key, reading: opened.value }
    if (isOver) return
    this.#enter({ kind: 'reading' })
    this.#checkLater(opened.value, failed)
  }

  /** A connection that ended without a word is noticed, and opened again. */
  #checkLater(reading: HubReading, failed: (why: Message) => void): void {
    this.#again = this.#deps.clock.after(checkMs, () => {
      void reading.check().then((why) => {
        if (this.#open?.reading !== reading) return
        if (why === null) this.#checkLater(reading, failed)
        else failed(why)
      })
    })
  }

  /** Each event and how far it is are kept as one: nothing is lost, and nothing comes twice. */
  #take(key: string, events: readonly HubEvent[]): boolean {
    const { registry, secrets, store, checkpoints, clock, kept, changed } = this.#deps
    this.#waitMs = firstWaitMs
    const known = new Map(checkpoints.of(key))
    for (const event of events) {
      const { partition, sequenceNumber } = event
      if (sequenceNumber <= (known.get(partition) ?? -1)) continue
      const now = clock.now()
      const ours = registry.all.filter(({ managedBy }) => managedBy === 'drivebell')
      const deliveries = deliveriesIn(event, ours, secrets, now)
      const ids = store.addAll(deliveries, () => checkpoints.put(key, partition, sequenceNumber, now))
      if (ids === null) return false
      known.set(partition, sequenceNumber)
      if (ids.length > 0) kept(ids)
    }
    changed()
    return true
  }

  #failed(why: Message): void {
    const { clock, log } = this.#deps
    log.warn('event hub not read', { why: why.key })
    this.#enter({ kind: 'failed', why })
    this.#again?.[Symbol.dispose]()
    this.#again = clock.after(this.#waitMs, () => void this.arrange())
    this.#waitMs = Math.min(mostWaitMs, this.#waitMs * 2)
  }

  async #close(): Promise<void> {
    const open = this.#open
    this.#open = null
    await open?.reading[Symbol.asyncDispose]()
  }

  #enter(state: EventHubView['state']): void {
    this.#state = state
    this.#deps.changed()
  }
}

const trimmed = (hub: EventHub): EventHub => ({
  ...hub,
  namespace: withoutEnd(hub.namespace.trim().replace(/^(?:sb|https):\/\//i, ''), '/'),
  name: hub.name.trim(),
  tenant: hub.tenant.trim(),
  consumerGroup: hub.consumerGroup.trim() || '$Default',
})

const isWhole = ({ namespace, name, tenant }: EventHub): boolean =>
  [namespace, name, tenant].every((part) => /^[\w.-]+$/.test(part))
