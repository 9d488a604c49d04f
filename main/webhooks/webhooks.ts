import type { Message } from '../../preload/words/phrase.ts'
import type { WebhookOutcome } from '../../preload/contract/webhook-commands.ts'
import type { Rules } from '../../preload/contract/rules.ts'
import type { WebhooksView } from '../../preload/contract/webhooks.ts'
import { BroughtChanges } from '../history/brought-changes.ts'
import { WebhookCatchUp } from './catch-up/catch-up.ts'
import { DeltaLinks } from './catch-up/delta-links.ts'
import { Listeners } from '../kit/listeners.ts'
import { Lifetime } from '../kit/lifetime.ts'
import { AllowedWatch } from './lifecycle/account-watch.ts'
import { webhookScopes } from './catalogue/row-permission.ts'
import { Reconciler } from './lifecycle/reconciler.ts'
import { WebhookCreation } from './lifecycle/creation.ts'
import { WebhookForm } from './lifecycle/form.ts'
import { askDetails } from './page/details.ts'
import { Dispatcher } from './notices/dispatcher.ts'
import { HubCheckpoints } from './event-hubs/hub-checkpoints.ts'
import { HubReceiver } from './event-hubs/hub-receiver.ts'
import { Forwarder } from './forwarding/forwarder.ts'
import { ForwardStore } from './forwarding/forward-store.ts'
import { postToLoopback } from './forwarding/loopback.ts'
import { RenewalScheduler } from './lifecycle/renewal-scheduler.ts'
import type { OperationDeps } from './lifecycle/create-at-microsoft.ts'
import { ListenerChoices } from './listener/listener-choices.ts'
import { nameOf } from './model/webhook-name.ts'
import type { LifecycleStep } from './lifecycle/schedule.ts'
import { WebhookCommands } from './lifecycle/webhook-commands.ts'
import { Receiver } from './listener/receiver.ts'
import { Secrets } from './model/secrets.ts'
import { Registry } from './model/registry.ts'
import { isAbout } from './notices/watched.ts'
import { Views } from './page/views.ts'
import type { WebhookDeps } from './model/webhook-deps.ts'

/** Every webhook of every account: made, kept alive, listened to, and shown (design.md 2: a webhook). */
export class Webhooks implements AsyncDisposable {
  readonly webhookCommands: WebhookCommands
  readonly receiver: Receiver
  readonly forwarder: Forwarder
  readonly eventHub: HubReceiver
  readonly choices: ListenerChoices
  readonly form: WebhookForm
  readonly #deps: WebhookDeps
  readonly #life: Lifetime
  readonly #changed = new Listeners<void>()
  readonly #registry: Registry
  readonly #scheduler: RenewalScheduler
  readonly #reconciler: Reconciler
  readonly #catchUp: WebhookCatchUp
  readonly #views: Views
  readonly #end = new AbortController()
  readonly #allowed: AllowedWatch

  constructor(deps: WebhookDeps) {
    this.#deps = deps
    const { accounts, subscriptions, graph, clientId, adminConsentUrl, database, words, stored } = deps
    const { reachability, fetch, clock, random, log } = deps
    this.#life = new Lifetime((error) => log.error('closing webhooks failed', { why: String(error) }))
    const changed = () => {
      this.#catchUp.look()
      this.#changed.emit()
    }
    const registry = new Registry(deps.kept)
    const secrets = new Secrets({ sealed: deps.sealed, clock })
    const operation: OperationDeps = {
      registry,
      secrets,
      graph,
      clock,
      random,
      validated: (publicUrl) => this.receiver.reach.validated(publicUrl),
    }
    const account = (id: string) => accounts.list().find((each) => each.id === id)
    this.#registry = registry
    const dispatcher = new Dispatcher({
      registry,
      account,
      graph,
      hint: (watched, accountId) =>
        subscriptions.hinted((each) => isAbout(watched, accountId, each.target, each.accountId)),
      drives: (id) => this.#drives(id),
      kept: new BroughtChanges(database),
      stored,
      catchUp: (webhook) => this.#catchUp.read(webhook),
      step: (id, step) => void this.#step(id, step),
      clock,
    })
    this.#catchUp = new WebhookCatchUp({
      registry,
      account,
      graph,
      links: new DeltaLinks(database),
      isHeard: ({ publicUrl }) => publicUrl !== null && this.receiver.reach.of(publicUrl).kind === 'proven',
      missed: (webhook) => dispatcher.missed(webhook),
      found: (webhook, items, from, since) => dispatcher.found(webhook, items, from, since),
      gap: (webhook) => dispatcher.gap(webhook),
      clock,
    })
    const receiver = new Receiver({
      registry,
      secrets,
      database,
      titleOf: (id) => this.#titleOf(id),
      words,
      cloud: (accountId) => deps.cloud(account(accountId)?.cloud ?? 'global'),
      clientId,
      tenantOf: (accountId) => {
        const known = account(accountId)
        return known?.type === 'work' ? known.tenantId : null
      },
      verified: (event) => dispatcher.dispatch(event),
      forwarder: () => this.forwarder,
      eventHub: () => this.eventHub,
      reachability,
      fetch,
      listening: () => this.#scheduler.tryAgain((_, { error }) => error.kind === 'unreachable'),
      changed,
      clock,
      log,
    })
    this.eventHub = new HubReceiver({
      registry,
      secrets,
      store: receiver.store,
      checkpoints: new HubCheckpoints(database),
      reader: deps.hubReader,
      kept: (ids) => {
        for (const id of ids) this.forwarder.arrived(id, null)
        void receiver.look()
      },
      clock,
      log,
      changed,
    })
    const scheduler = new RenewalScheduler({
      operation,
      isDead: (publicUrl) => receiver.reach.isDead(publicUrl),
      missed: (webhook) => dispatcher.missed(webhook),
      forgotten: (id) => this.#forgotten(id, secrets),
      settled: () => void receiver.look(),
      changed,
      log,
    })
    this.receiver = receiver
    this.forwarder = new Forwarder({
      registry,
      store: receiver.store,
      forwards: new ForwardStore(database),
      secrets,
      ownPort: () => receiver.control.port,
      post: postToLoopback,
      clock,
      changed: () => receiver.deliveries.changed.emit(),
    })
    this.#scheduler = scheduler
    this.#allowed = new AllowedWatch({ accounts, registry, scheduler })
    this.#reconciler = new Reconciler({ accounts, operation, scheduler, changed })
    const listener = new ListenerChoices({
      cloud: deps.cloud,
      registry,
      receiver,
      eventHub: () => this.eventHub,
    })
    this.choices = listener
    const creation = new WebhookCreation({
      accounts,
      adminConsentUrl,
      registry,
      secrets,
      scheduler,
      listener,
      clock,
    })
    this.form = new WebhookForm({ accounts, graph, adminConsentUrl, subscriptions, words, creation })
    this.webhookCommands = new WebhookCommands({ accounts, operation, scheduler, listener })
    this.#views = new Views({
      accounts,
      subscriptions,
      adminConsentUrl,
      words: deps.words,
      registry,
      scheduler,
      receiver,
      forwarder: this.forwarder,
      eventHub: this.eventHub,
      clock,
    })
  }

  /** Does what is late, and goes on listening. */
  start(): void {
    const { accounts, sealed } = this.#deps
    this.#life.use(this.receiver)
    this.#life.use(this.forwarder).start()
    this.#life.use(this.eventHub)
    this.#life.use(this.form)
    this.#life.use(this.#scheduler)
    this.#life.use(this.#reconciler)
    this.#life.use(this.#catchUp)
    this.#life.use(this.#registry.changed.add(() => this.#changed.emit()))
    const look = () => {
      this.#allowed.look()
      this.#changed.emit()
    }
    this.#life.use(accounts.onChange(look))
    this.#life.use(
      sealed.onChange(() => {
        this.#keep()
        void this.eventHub.arrange()
      }),
    )
    look()
    void this.receiver.start().then(() => this.#keep())
    void this.eventHub.arrange()
    this.#reconciler.start()
  }

  onChange(listener: () => void): Disposable {
    return this.#changed.add(listener)
  }

  /** After sleep or a lost network. */
  wake(): void {
    this.#scheduler.tryAgain()
    void this.receiver.control.arrange()
    void this.eventHub.arrange()
    this.receiver.reach.doubt()
    this.#reconciler.wake()
  }

  /** Something waits for the network. */
  get isOffline(): boolean {
    return this.#registry.all.some(({ id }) => this.#scheduler.failure(id)?.error.kind === 'offline')
  }

  view(): WebhooksView {
    return this.#views.all(this.#reconciler.isAtWork, this.choices.tunnels)
  }

  /** All permissions that webhooks ask for. */
  readonly scopes = webhookScopes

  /** Asks Microsoft what it holds. */
  details(id: string): ReturnType<typeof askDetails> {
    const { graph, clientId } = this.#deps
    return askDetails(this.#registry.find(id), graph, clientId())
  }

  /** Compares the list with what Microsoft holds. */
  check(): Promise<WebhookOutcome> {
    return this.#reconciler.check()
  }

  /** An account is signed out for good: its webhooks go, at Microsoft too where that is still possible. */
  async leaveAccount(accountId: string, { keepHistory }: { keepHistory: boolean }): Promise<void> {
    const left = this.#registry.all.filter((each) => each.accountId === accountId)
    await this.webhookCommands.leaveAccount(accountId)
    if (!keepHistory) for (const { id } of left) this.#deps.forgotten(id, { keepChanges: false })
  }

  /** What is told of what a webhook brings; null: there is no such webhook. */
  rulesOf(id: string): Rules | null {
    return this.#registry.find(id)?.rules ?? null
  }

  /** Chooses what is told of what a webhook brings; false: there is no such webhook. */
  setRules(id: string, rules: Rules): boolean {
    if (!this.#registry.find(id)) return false
    this.#registry.change(id, { rules })
    return true
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#end.abort()
    await this.#life[Symbol.asyncDispose]()
  }

  /** Microsoft asks the listener before it makes a webhook: so not before that listens. */
  #keep(): void {
    const { kind } = this.receiver.control.state
    if (!this.#end.signal.aborted && kind !== 'starting') this.#scheduler.start()
  }

  async #step(id: string, step: LifecycleStep): Promise<void> {
    if (step === 'renew') await this.#scheduler.renew(id)
    if (step === 'renew-later') this.#scheduler.renewSoon(id)
    if (step === 'make-anew') await this.#scheduler.makeAnew(id)
  }

  #forgotten(id: string, secrets: Secrets): void {
    void secrets.forget(id)
    this.receiver.forget(id)
    this.#catchUp.forget(id)
    this.#deps.forgotten(id, { keepChanges: true })
  }

  #account(id: string) {
    return this.#deps.accounts.list().find((each) => each.id === id)
  }

  #titleOf(id: string): Message {
    const webhook = this.#registry.find(id)
    if (!webhook) return { key: 'catalogue.title.gone' }
    return nameOf(webhook, this.#account(webhook.accountId), this.#drives(webhook.accountId)).title
  }

  /** Names of followed drives by their ids. */
  #drives(accountId: string): ReadonlyMap<string, string> {
    return this.#views.drives(accountId)
  }
}
