import type { Forwarded, Forwarding, ForwardingView, Replayed } from '../../../preload/contract/forwarding.ts'
import type { Verdict } from '../../../preload/contract/deliveries.ts'
import type { Outcome, Refused } from '../../../preload/contract/outcome.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import type { Clock } from '../../kit/clock.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { RunAgain } from '../../kit/run-again.ts'
import { hourMs, minuteMs, secondMs } from '../../kit/time.ts'
import { bodyOf, openedBody } from '../listener/delivery-body.ts'
import { seriesIn } from '../listener/delivery-series.ts'
import type { DeliveryOutcome, DeliveryStore, KeptDelivery } from '../listener/delivery-store.ts'
import { type LoopbackAddress, loopbackAddress } from '../model/addresses.ts'
import type { Registry } from '../model/registry.ts'
import type { Secrets } from '../model/secrets.ts'
import type { ForwardStore, KeptForward } from './forward-store.ts'
import type { LoopbackAnswer, LoopbackPost } from './loopback.ts'

interface ForwarderDeps {
  readonly registry: Registry
  readonly store: DeliveryStore
  readonly forwards: ForwardStore
  readonly secrets: Pick<Secrets, 'of' | 'privateKey'>
  /** The listener's own port, which nothing is handed on to; null: it is not open. */
  readonly ownPort: () => number | null
  readonly post: LoopbackPost
  readonly clock: Clock
  readonly changed: () => void
}

/** After each try that failed; then it is over. */
const waitsMs = [2 * secondMs, 10 * secondMs, minuteMs, 5 * minuteMs, hourMs]
/** Bodies as they came, held until they are handed on; what is older is put together again from what is kept. */
const mostHeld = 50

/** Hands deliveries on to a program on this computer, one after the other, and knows what became of each. */
export class Forwarder implements Disposable {
  readonly #deps: ForwarderDeps
  readonly #sending = new RunAgain(() => this.#run())
  readonly #bodies = new Map<string, Buffer>()
  #timer: Disposable | null = null
  #isEnded = false

  constructor(deps: ForwarderDeps) {
    this.#deps = deps
  }

  /** Goes on with what waited when the app ended. */
  start(): void {
    void this.#sending.request()
  }

  /** The address as people read it; null: there is none yet. */
  get address(): LoopbackAddress | null {
    const { port, path } = this.#chosen
    return port === null ? null : loopbackAddress(port, path)
  }

  /** Takes effect at once; what waits is given up where nothing is to be handed on any more. */
  set(chosen: Forwarding): Outcome {
    const { registry, forwards, clock, changed, ownPort } = this.#deps
    const { port, isOn } = chosen
    const path = chosen.path.trim() || '/'
    if (port === null && isOn) return { ok: false, why: { key: 'forwarding.refused.no-port' } }
    if (port !== null && port === (ownPort() ?? registry.listener.port))
      return { ok: false, why: { key: 'forwarding.refused.own-port' } }
    if (loopbackAddress(port ?? 1, path) === null)
      return { ok: false, why: { key: 'forwarding.refused.path' } }
    registry.choose({ forwarding: { ...chosen, path } })
    if (!isOn) {
      for (const each of forwards.waiting())
        forwards.keep(
          { ...each, forwarded: { kind: 'failed', why: { key: 'forwarding.why.off' } } },
          clock.now(),
        )
      this.#bodies.clear()
    }
    changed()
    void this.#sending.request()
    return { ok: true }
  }

  /** A delivery came; nobody looked at it yet. `body` null: there is none but what is kept, as from an Event Hub. */
  arrived(deliveryId: string, body: Buffer | null): void {
    const { isOn, kind } = this.#chosen
    if (!isOn || kind !== 'raw') return
    if (body !== null) this.#bodies.set(deliveryId, body)
    const [oldest] = this.#bodies.keys()
    if (this.#bodies.size > mostHeld && oldest !== undefined) this.#bodies.delete(oldest)
    this.#begin(deliveryId)
  }

  /** A delivery was looked at. */
  settled({ id, verdict }: KeptDelivery & DeliveryOutcome): void {
    const { isOn, kind } = this.#chosen
    if (isOn && kind === 'verified' && isBelieved(verdict)) this.#begin(id)
  }

  /** Hands one on now, whatever became of it before. */
  async now(deliveryId: string): Promise<Outcome> {
    const { store, forwards, clock, changed } = this.#deps
    const delivery = store.find(deliveryId)
    if (!delivery?.content) return { ok: false, why: { key: 'delivery.gone' } }
    const sent = await this.#send(delivery)
    forwards.keep(
      { deliveryId, attempts: 1, forwarded: sent.ok ? done(sent.value) : failed(sent.error) },
      clock.now(),
    )
    this.#bodies.delete(deliveryId)
    changed()
    return sent.ok ? { ok: true } : { ok: false, why: sent.error }
  }

  /** Hands the bodies of a saved series on, each when the one before was answered. */
  async replay(text: string): Promise<Replayed | Refused> {
    const bodies = seriesIn(text)
    if (bodies === null) return { ok: false, why: { key: 'forwarding.refused.no-series' } }
    if (this.address === null) return { ok: false, why: { key: 'forwarding.refused.no-port' } }
    let failures = 0
    for (const body of bodies) {
      const sent = this.#isEnded ? fail<Message>({ key: 'forwarding.why.off' }) : await this.#post(body, {})
      if (!sent.ok && bodies.length === 1) return { ok: false, why: sent.error }
      if (!sent.ok) failures++
    }
    return { ok: true, sent: bodies.length, failed: failures }
  }

  of(deliveryId: string): Forwarded | null {
    return this.#deps.forwards.find(deliveryId)?.forwarded ?? null
  }

  get view(): ForwardingView {
    const { forwards } = this.#deps
    return {
      ...this.#chosen,
      waiting: forwards.count('waiting'),
      done: forwards.count('done'),
      failed: forwards.count('failed'),
      last: forwards.last()?.forwarded ?? null,
    }
  }

  [Symbol.dispose](): void {
    this.#isEnded = true
    this.#timer?.[Symbol.dispose]()
  }

  get #chosen(): Forwarding {
    return this.#deps.registry.listener.forwarding
  }

  #begin(deliveryId: string): void {
    const { forwards, clock, changed } = this.#deps
    const now = clock.now()
    forwards.keep({ deliveryId, attempts: 0, forwarded: { kind: 'waiting', triesAt: now, why: null } }, now)
    changed()
    void this.#sending.request()
  }

  async #run(): Promise<void> {
    const { forwards, clock, changed } = this.#deps
    this.#timer?.[Symbol.dispose]()
    this.#timer = null
    for (let next = this.#due(); next !== null && !this.#isEnded; next = this.#due()) {
      await this.#try(next)
      changed()
    }
    const waiting = forwards.waiting().map(({ forwarded }) => triesAt(forwarded))
    if (this.#isEnded || waiting.length === 0) return
    this.#timer = clock.at(Math.min(...waiting), () => void this.#sending.request())
  }

  #due(): KeptForward | null {
    const now = this.#deps.clock.now()
    return this.#deps.forwards.waiting().find(({ forwarded }) => triesAt(forwarded) <= now) ?? null
  }

  async #try(kept: KeptForward): Promise<void> {
    const { store, forwards, clock } = this.#deps
    const { deliveryId, attempts } = kept
    const delivery = store.find(deliveryId)
    const sent = delivery ? await this.#send(delivery) : fail<Message>({ key: 'delivery.gone' })
    // what was given up meanwhile stays so
    if (this.#isEnded || forwards.find(deliveryId)?.forwarded.kind !== 'waiting') return
    const waitMs = waitsMs[attempts]
    const forwarded: Forwarded = sent.ok
      ? done(sent.value)
      : waitMs === undefined
        ? failed(sent.error)
        : { kind: 'waiting', triesAt: clock.now() + waitMs, why: sent.error }
    if (forwarded.kind !== 'waiting') this.#bodies.delete(deliveryId)
    forwards.keep({ deliveryId, attempts: attempts + 1, forwarded }, clock.now())
  }

  async #send({ id, webhookId, verdict, content }: KeptDelivery): Promise<Result<LoopbackAnswer, Message>> {
    if (!content) return fail({ key: 'delivery.gone' })
    const { secrets } = this.#deps
    if (this.#chosen.kind === 'verified' && isBelieved(verdict))
      return this.#post(JSON.stringify(openedBody(content, (key) => secrets.privateKey(key))), {
        'drivebell-verified': 'true',
      })
    const again = () => JSON.stringify(bodyOf(content, secrets.of(webhookId)?.clientState))
    return this.#post(this.#bodies.get(id) ?? again(), {})
  }

  async #post(
    body: string | Buffer,
    headers: Readonly<Record<string, string>>,
  ): Promise<Result<LoopbackAnswer, Message>> {
    const { port } = this.#chosen
    const { address } = this
    if (port === null || address === null) return fail({ key: 'forwarding.refused.no-port' })
    const { pathname, search } = new URL(address)
    const answer = await this.#deps.post({ port, path: pathname + search }, body, headers)
    if (!answer.ok) return answer
    const { status } = answer.value
    return status >= 200 && status < 300
      ? ok(answer.value)
      : fail({ key: 'forwarding.why.answered', values: { status: String(status) } })
  }
}

const isBelieved = (verdict: Verdict | null): boolean => verdict === 'accepted' || verdict === 'lifecycle'
const done = ({ status, tookMs }: LoopbackAnswer): Forwarded => ({ kind: 'done', status, tookMs })
const failed = (why: Message): Forwarded => ({ kind: 'failed', why })
const triesAt = (forwarded: Forwarded): number =>
  forwarded.kind === 'waiting' ? forwarded.triesAt : Infinity
