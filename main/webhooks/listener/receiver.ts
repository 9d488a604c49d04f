import type { Message } from '../../../preload/words/phrase.ts'
import type { Words } from '../../../preload/words/words.ts'
import type { Forwarded } from '../../../preload/contract/forwarding.ts'
import type { Cloud } from '../../accounts/clouds.ts'
import type { Fetch } from '../../graph/call.ts'
import type { Database } from '../../history/database.ts'
import type { Clock } from '../../kit/clock.ts'
import { Lifetime } from '../../kit/lifetime.ts'
import type { Log } from '../../kit/log.ts'
import { fail } from '../../kit/result.ts'
import { isEventHub, type LoopbackAddress, secretIn } from '../model/addresses.ts'
import { ListenerControl } from './listener-control.ts'
import { type Address, Deliveries } from './deliveries.ts'
import { DeliveryCounts } from './delivery-counts.ts'
import { type DeliveryOutcome, DeliveryStore, type KeptDelivery } from './delivery-store.ts'
import type { Expected } from './entry-checks.ts'
import { Inspector } from './inspector.ts'
import { type VerifiedEvent, DeliveryVerifier } from './delivery-verifier.ts'
import { Listener } from './listener.ts'
import type { Reachability } from '../model/reachability.ts'
import type { Reach } from './reach.ts'
import { ReachWatch } from './reach-watch.ts'
import { selfTest } from './self-test.ts'
import { ValidationTokens } from '../encryption/validation-tokens.ts'
import type { Secrets } from '../model/secrets.ts'
import type { Registry } from '../model/registry.ts'

export interface ReceiverDeps {
  readonly registry: Registry
  readonly secrets: Secrets
  readonly database: Database
  readonly titleOf: (webhookId: string) => Message
  readonly words: () => Words
  /** The cloud of an account. */
  readonly cloud: (accountId: string) => Cloud
  readonly clientId: () => string | null
  /** The organization of an account; null for a personal one. */
  readonly tenantOf: (accountId: string) => string | null
  readonly verified: (event: VerifiedEvent) => void
  /** Hands deliveries on to a program on this computer. */
  readonly forwarder: ForwarderAccess
  readonly eventHub: () => { reach(address: string): Reach }
  readonly reachability: Reachability
  readonly fetch: Fetch
  readonly clock: Clock
  readonly log: Log
  /** The listener opened. */
  readonly listening: () => void
  readonly changed: () => void
}

/** What the receiver asks of who hands deliveries on. */
type ForwarderAccess = () => {
  readonly address: LoopbackAddress | null
  arrived(deliveryId: string, body: Buffer): void
  settled(settled: KeptDelivery & DeliveryOutcome): void
  of(deliveryId: string): Forwarded | null
}

const testId = 'self-test'

/** Everything between Microsoft's call and what is believed of it, put together. */
export class Receiver implements AsyncDisposable {
  readonly counts: DeliveryCounts
  readonly store: DeliveryStore
  readonly deliveries: Deliveries
  readonly inspector: Inspector
  readonly control: ListenerControl
  readonly reach: ReachWatch
  readonly #verifier: DeliveryVerifier
  readonly #deps: ReceiverDeps
  readonly #life: Lifetime
  readonly #tokens = new Map<string, ValidationTokens>()
  /** Addresses that a self-test waits at. */
  readonly #tests = new Map<string, (query: URLSearchParams) => void>()
  #revision = 0

  constructor(deps: ReceiverDeps) {
    const { registry, database, verified, listening, changed, clock, log } = deps
    this.#deps = deps
    this.#life = new Lifetime((error) => log.error('closing failed', { why: String(error) }))
    this.counts = new DeliveryCounts(database)
    this.store = new DeliveryStore(database)
    this.#verifier = this.#life.use(
      new DeliveryVerifier({
        store: this.store,
        expected: (id) => this.#expected(id),
        tokens: (id, tokens, tenants) => this.#check(id, tokens, tenants),
        verified,
        clock,
        log,
      }),
    )
    const { counts, store } = this
    const address = (path: string) => this.#address(path)
    this.deliveries = this.#life.use(
      new Deliveries({
        store,
        counts,
        verifier: this.#verifier,
        address,
        arrived: (id, body) => deps.forwarder().arrived(id, body),
        clock,
      }),
    )
    const listener = new Listener({ inboxes: this.deliveries, clock, log })
    this.control = this.#life.use(
      new ListenerControl({
        listener,
        registry,
        listening: () => {
          this.reach.doubt()
          listening()
        },
        changed,
        clock,
        log,
      }),
    )
    const { reachability, fetch } = deps
    const expect = (path: string, asked: (query: URLSearchParams) => void) => this.#expect(path, asked)
    this.reach = this.#life.use(
      new ReachWatch({
        registry,
        state: () => this.control.state,
        ofHub: (address) => deps.eventHub().reach(address),
        test: (publicUrl, port, shown) =>
          selfTest({ publicUrl, port, expect, reachability, fetch, clock, changed: shown }),
        clock,
        changed,
      }),
    )
    this.#life.use(registry.changed.add(() => this.reach.look()))
    this.inspector = new Inspector({
      store: this.store,
      titleOf: deps.titleOf,
      words: deps.words,
      keyOf: () => (certificateId) => deps.secrets.privateKey(certificateId),
      strangers: () => this.deliveries.strangers,
      forwardsTo: () => deps.forwarder().address,
      forwarded: (id) => deps.forwarder().of(id),
    })
    this.#life.use(
      listener.answered.add((answer) => {
        const { inboxId, outcome, at } = answer
        if (inboxId === testId) return
        if (inboxId !== null && (outcome === 'kept' || outcome === 'handshake'))
          this.reach.arrived(inboxId, at)
        this.deliveries.answered(answer)
      }),
    )
    this.#life.use(this.deliveries.changed.add(() => (this.#revision++, changed())))
    this.#life.use(this.#verifier.settled.add((settled) => deps.forwarder().settled(settled)))
  }

  /** Opens the listener where it is wanted, and checks what an earlier run left unchecked. */
  async start(): Promise<void> {
    void this.#verifier.look()
    await this.control.arrange()
  }

  /** Looks again at what waited for Microsoft's answer. */
  look(): Promise<void> {
    return this.#verifier.look()
  }

  /** Grows with each delivery. */
  get revision(): number {
    return this.#revision
  }

  /** Does the handshake through the public address; its steps are seen with the listener. Null: it goes; else why not. */
  test(): Message | null {
    const { publicUrl } = this.#deps.registry.listener
    if (publicUrl === null) return { key: 'draft.address.missing' }
    if (this.control.port === null) return { key: 'listener.test-off' }
    void this.reach.test(publicUrl)
    return null
  }

  /** Takes a delivery in once more, as if it came now. */
  replay(deliveryId: string): Message | null {
    const found = this.store.find(deliveryId)
    if (!found?.content || found.verdict === 'refused') return { key: 'delivery.no-replay' }
    const { id: _, checks: __, ...delivery } = found
    const at = this.#deps.clock.now()
    if (this.store.add({ ...delivery, at, verdict: null, refusal: null, isReplay: true }) === null)
      return { key: 'delivery.disk' }
    void this.#verifier.look()
    return null
  }

  /** Nothing of a deleted webhook stays. */
  forget(webhookId: string): void {
    this.store.forget(webhookId)
    this.counts.forget(webhookId)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#life[Symbol.asyncDispose]()
  }

  #address(path: string): Address | null {
    const { registry, secrets } = this.#deps
    const secret = secretIn(path)
    if (secret === null) return null
    const asked = this.#tests.get(secret)
    if (asked) return { webhookId: testId, clientState: null, asked }
    const ids = registry.all.filter(({ managedBy }) => managedBy === 'drivebell').map(({ id }) => id)
    const webhookId = secrets.ownerOf(secret, ids)
    if (webhookId === null) return null
    const clientState = secrets.of(webhookId)?.clientState ?? null
    return { webhookId, clientState }
  }

  #expected(webhookId: string): Expected | 'not-yet' | null {
    const { registry, secrets, titleOf } = this.#deps
    const webhook = registry.find(webhookId)
    const secret = secrets.of(webhookId)
    if (!webhook || !secret) return null
    const { graphId, pastGraphIds, resourceData, row } = webhook
    if (graphId === null) return 'not-yet'
    return {
      title: titleOf(webhookId),
      graphIds: new Set([graphId, ...pastGraphIds].map((id) => id.toLowerCase())),
      encrypted: resourceData,
      isOfFiles: row === 'drive' || row === 'list',
      hasClientState: secret.clientState !== null,
      hasTokens: !isEventHub(webhook.publicUrl ?? ''),
      keyOf: (certificateId) => secrets.privateKey(certificateId),
    }
  }

  async #check(webhookId: string, tokens: readonly string[], tenantIds: ReadonlySet<string>) {
    const { registry, cloud: cloudOf, clientId, fetch, clock, log } = this.#deps
    const webhook = registry.find(webhookId)
    if (!webhook) return fail('wrong-audience' as const)
    const cloud = cloudOf(webhook.accountId)
    const known = this.#tokens.get(cloud.name)
    const checker = known ?? new ValidationTokens({ cloud, clientId, fetch, clock, log })
    this.#tokens.set(cloud.name, checker)
    return checker.check(tokens, tenantIds, this.#deps.tenantOf(webhook.accountId))
  }

  #expect(path: string, arrived: (query: URLSearchParams) => void): Disposable {
    const secret = secretIn(path) ?? path
    this.#tests.set(secret, arrived)
    return { [Symbol.dispose]: () => void this.#tests.delete(secret) }
  }
}
