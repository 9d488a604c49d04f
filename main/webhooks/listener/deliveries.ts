import type { ListenerView, SlowMeter } from '../../../preload/contract/webhooks.ts'
import type { DeliveryLine, RefusalKind } from '../../../preload/contract/deliveries.ts'
import type { Clock } from '../../kit/clock.ts'
import { Listeners } from '../../kit/listeners.ts'
import { contentOf } from './delivery-content.ts'
import { type Counts, type DeliveryCounts, nobody } from './delivery-counts.ts'
import type { DeliveryStore, NewDelivery } from './delivery-store.ts'
import { outcomeOf } from './delivery-facts.ts'
import { hidden } from './inspector.ts'
import type { DeliveryVerifier } from './delivery-verifier.ts'
import type { Answered, Call, Inbox, Inboxes, Kept } from './listener.ts'
import { minuteMs } from '../../kit/time.ts'

/** An address Microsoft was told, and what it says when it calls there. */
export interface Address {
  readonly webhookId: string
  /** Null: made elsewhere, its secret is not known here. */
  readonly clientState: string | null
  /** A validation came there. */
  readonly asked?: (query: URLSearchParams) => void
}

interface DeliveriesDeps {
  readonly store: DeliveryStore
  readonly counts: DeliveryCounts
  readonly verifier: DeliveryVerifier
  /** Whose address it is. */
  readonly address: (path: string) => Address | null
  /** One was kept, and nobody looked at it yet. */
  readonly arrived: (deliveryId: string, body: Buffer) => void
  readonly clock: Clock
}

const writeCountsMs = 10_000
/** Calls to addresses that nobody has, kept in memory for the inspector: they come in floods. */
const mostStrangers = 50

type Stranger = Pick<DeliveryLine, 'id' | 'at' | 'status'> & {
  readonly outcome: RefusalKind
  readonly tookMs: number
}

/** What arrives at the listener: kept, counted, timed, and given to the verifier. */
export class Deliveries implements Inboxes, Disposable {
  /** Something is different from what the page shows. */
  readonly changed = new Listeners<void>()
  readonly #deps: DeliveriesDeps
  #answers: readonly Answer[] = []
  readonly #settled: Disposable
  #strangers: readonly Stranger[] = []
  #lastStranger = 0
  #writing: Disposable | null = null

  constructor(deps: DeliveriesDeps) {
    this.#deps = deps
    this.#settled = deps.verifier.settled.add(({ webhookId, refusal, isReplay }) => {
      if (isReplay) this.changed.emit()
      else this.#count(webhookId, refusal ?? 'delivered')
    })
  }

  find(path: string): Inbox | null {
    const address = this.#deps.address(path)
    if (!address) return null
    const { webhookId, asked } = address
    return { id: webhookId, ...(asked && { asked }), keep: (call) => this.#keep(call, address) }
  }

  /** The listener answered a call. */
  answered(answer: Answered): void {
    const { at, inboxId, deliveryId, outcome, status, tookMs, bytes, headers } = answer
    const { store, verifier } = this.#deps
    if (inboxId === null) return this.#stranger(answer)
    if (outcome === 'kept' || outcome === 'not-stored')
      this.#answers = [...this.#answers, { at, tookMs }].slice(-mostAnswers)
    if (deliveryId !== null) {
      store.answered(deliveryId, status, tookMs)
      void verifier.look()
      return
    }
    const line = { at, webhookId: inboxId, status, tookMs, bytes, headers: hidden(headers) }
    const rest = { content: null, isReplay: false }
    if (outcome === 'handshake' || outcome === 'not-stored')
      store.add({ ...line, ...rest, verdict: outcome, refusal: null })
    else if (outcome !== 'kept') store.add({ ...line, ...rest, verdict: 'refused', refusal: outcome })
    if (outcome !== 'handshake' && outcome !== 'kept')
      this.#count(inboxId, outcome === 'not-stored' ? 'failed' : outcome)
    this.changed.emit()
  }

  get slow(): SlowMeter {
    return slowMeter(this.#answers, this.#deps.clock.now())
  }

  /** What was refused in the last seven days. */
  get refused(): ListenerView['refused'] {
    const byKind = refusedIn(this.#deps.counts.of(null, { weekBefore: this.#deps.clock.now() }))
    return { thisWeek: byKind.reduce((sum, { count }) => sum + count, 0), byKind }
  }

  /** Calls to addresses that nobody has, newest first. */
  get strangers(): readonly DeliveryLine[] {
    return this.#strangers.map(({ id, at, status, outcome, tookMs }) => {
      const line = {
        id,
        at,
        status,
        what: outcomeOf('refused', outcome, null),
        webhookId: null,
        title: { key: 'delivery.unknown-address' },
        verdict: 'refused',
      } as const
      return { ...line, answeredInMs: tookMs }
    })
  }

  [Symbol.dispose](): void {
    this.#settled[Symbol.dispose]()
    this.#writing?.[Symbol.dispose]()
    this.#deps.counts.write()
  }

  #keep({ at, body, raw, headers }: Call, { webhookId, clientState }: Address): Kept {
    const content = contentOf(body, clientState)
    if (content === null) return { kind: 'malformed' }
    const delivery: NewDelivery = {
      at,
      webhookId,
      verdict: null,
      refusal: null,
      status: 0,
      tookMs: 0,
      bytes: raw.length,
      headers: hidden(headers),
      content,
      isReplay: false,
    }
    const deliveryId = this.#deps.store.add(delivery)
    if (deliveryId === null) return { kind: 'not-stored' }
    this.#deps.arrived(deliveryId, raw)
    return { kind: 'kept', deliveryId }
  }

  #stranger({ at, outcome, status, tookMs }: Answered): void {
    if (outcome === 'kept' || outcome === 'not-stored' || outcome === 'handshake') return
    const id = `stranger-${String(++this.#lastStranger)}`
    this.#strangers = [{ id, at, outcome, status, tookMs }, ...this.#strangers].slice(0, mostStrangers)
    this.#count(nobody, outcome)
  }

  #count(webhookId: string, kind: Parameters<DeliveryCounts['count']>[1]): void {
    const { counts, clock } = this.#deps
    counts.count(webhookId, kind, clock.now())
    this.#writing ??= clock.after(writeCountsMs, () => {
      this.#writing = null
      counts.write()
    })
    this.changed.emit()
  }
}

interface Answer {
  readonly at: number
  readonly tookMs: number
}

const judgedMs = 10 * minuteMs
const mostAnswers = 100
const lateMs = 3_000
const dropMs = 10_000

/** How quickly the listener answers, as Microsoft judges it by the last 10 minutes (protocol.md 3.9). */
export function slowMeter(answers: readonly Answer[], now: number): SlowMeter {
  const recent = answers.filter(({ at }) => now - at < judgedMs).slice(-mostAnswers)
  const over = (ms: number) => recent.filter(({ tookMs }) => tookMs > ms).length
  const [over3s, over10s] = [over(lateMs), over(dropMs)]
  const state = over10s > recent.length * 0.15 ? 'dropped' : over3s > recent.length * 0.1 ? 'late' : 'fast'
  return { answers: recent.length, over3s, over10s, state }
}

/** The refusals among counts, most first. */
export function refusedIn(counts: Counts): ListenerView['refused']['byKind'] {
  return [...counts]
    .flatMap(([kind, count]) => (kind === 'delivered' || kind === 'failed' ? [] : [{ kind, count }]))
    .toSorted((a, b) => b.count - a.count)
}
