import type { Words } from '../preload/words/words.ts'
import type { Cloud, CloudName } from './accounts/clouds.ts'
import { Graphs } from './accounts/graphs.ts'
import {
  accountOf,
  adminConsentUrl,
  introduce,
  onSignedInAgain,
  ownDomains,
  ownNames,
  type AccountsView,
} from './accounts/accounts-view.ts'
import { Activities } from './drive/activity-lookup.ts'
import { DriveStores } from './drive/drive-store.ts'
import { driveFollower, endpointOf } from './drive-follower.ts'
import type { GraphError } from './graph/graph-error.ts'
import { fetchMe } from './graph/me.ts'
import type { Outgoing } from './graph/outgoing.ts'
import type { Database } from './history/database.ts'
import { History } from './history/history.ts'
import type { Clock } from './kit/clock.ts'
import { CheckedClock } from './kit/checked-clock.ts'
import { Lifetime } from './kit/lifetime.ts'
import type { Log } from './kit/log.ts'
import { Crowd } from './link/crowd.ts'
import type { Connect } from './link/socket.ts'
import type { LinkCause } from './link/trouble.ts'
import { tryPush } from './link/try-push.ts'
import type { Notifier } from './notices/notice.ts'
import { ruleContext } from './rules/rule-context.ts'
import type { RuleContext } from './rules/judge.ts'
import { Mutes } from './rules/mutes.ts'
import { NoticeQueue, type NoticeQueueDeps } from './notices/notice-queue.ts'
import type { Stored } from './settings/schema.ts'
import { CatchUp } from './notices/catch-up.ts'
import { type Allowed, Picker } from './discovery/picker.ts'
import type { WakeCause } from './subscriptions/attention.ts'
import { endpointPath } from './discovery/targets.ts'
import { Subscriptions } from './subscriptions/subscriptions.ts'
import type { Reachability } from './webhooks/model/reachability.ts'
import type { ReadHub } from './webhooks/model/read-hub.ts'
import type { Sealed } from './webhooks/model/secrets.ts'
import { Waking } from './waking.ts'
import { Webhooks } from './webhooks/webhooks.ts'

/** What is kept between two starts. */
export interface KeptSettings {
  readonly value: Stored
  update(change: Partial<Omit<Stored, 'version'>>): void
}

interface EngineDeps {
  readonly accounts: AccountsView
  readonly settings: KeptSettings
  readonly database: Database
  readonly notifier: Notifier
  readonly words: () => Words
  /** How the system took the latest notice. */
  readonly took: NoticeQueueDeps['took']
  readonly cloud: (name: CloudName) => Cloud
  readonly clientId: () => string | null
  /** Where the secrets of webhooks rest. */
  readonly sealed: Sealed
  readonly reachability: Reachability
  /** Loads what reads an Event Hub. */
  readonly hubReader: () => Promise<ReadHub>
  readonly outgoing: Outgoing
  readonly connect: Connect
  /** Whether a proxy stands before an origin. */
  readonly isProxied: (origin: string) => Promise<boolean>
  readonly hasNetwork: () => boolean
  readonly clock: Clock
  readonly random: () => number
  readonly log: Log
  readonly version: string
  /** Whether an administrator lets it be followed; left out: everything is. */
  readonly allowed?: Allowed
}

/** All of Drivebell that needs no desktop: follows drives, keeps what changed, and tells it. */
export class Engine implements AsyncDisposable {
  readonly history: History
  readonly subscriptions: Subscriptions
  readonly mutes: Mutes
  readonly #deps: EngineDeps
  readonly #life: Lifetime
  readonly #graphs: Graphs
  readonly picker: Picker
  readonly webhooks: Webhooks
  readonly #noticeQueue: NoticeQueue
  readonly #digest: CatchUp
  /** The wall clock, checked against Microsoft's. */
  readonly checkedClock: CheckedClock
  readonly #waking: Waking

  constructor(deps: EngineDeps) {
    const { accounts, settings, database, notifier, words, cloud, clientId } = deps
    const { sealed, reachability, hubReader, outgoing, connect, isProxied, hasNetwork } = deps
    const { clock, random, log, version } = deps
    const { allowed = () => true } = deps
    const { fetch } = outgoing
    this.#deps = deps
    this.#life = new Lifetime((error) => log.error('closing failed', { why: String(error) }))
    const checkedClock = new CheckedClock(clock)
    this.checkedClock = checkedClock
    const graphs = new Graphs({
      accounts,
      cloud,
      fetch,
      dated: (time) => checkedClock.heard(time),
      clock,
      random,
      log,
      version,
    })
    this.#graphs = graphs
    const graph = (accountId: string) => graphs.of(accountId)
    const stores = new DriveStores(database)
    this.history = new History({ database, clock, words })
    this.#noticeQueue = new NoticeQueue({
      history: this.history,
      notifier,
      words,
      rules: () => this.rules(),
      accounts: () => accounts.list(),
      took: deps.took,
      clock,
      log,
    })
    this.#digest = new CatchUp({
      isCatchingUp: () => this.subscriptions.isCatchingUp,
      tell: () => void this.#noticeQueue.tell(),
      clock,
    })
    this.mutes = new Mutes({
      kept: { read: () => settings.value.mutes, write: (mutes) => settings.update({ mutes }) },
      clock,
    })
    this.subscriptions = new Subscriptions({
      kept: { read: () => settings.value, write: (change) => settings.update(change) },
      graph,
      words,
      follow: driveFollower({
        accounts,
        graphs,
        crowd: new Crowd({ connect, isProxied }),
        stores,
        history: this.history,
        activities: new Activities({
          graph,
          database,
          learned: (ids) => this.#noticeQueue.learned(ids),
          log,
        }),
        scopeOf: ({ id, scope }) => this.subscriptions.find(id)?.scope ?? scope,
        stored: () => this.#digest.stored(),
        hasNetwork,
        words,
        clock,
        random,
        log,
      }),
      forget: (id, options) => {
        this.mutes.forget(id)
        stores.forget(id)
        return this.history.forget(id, options)
      },
      allowed,
      clock,
      random,
    })
    const consentUrl = (accountId: string, scopes: readonly string[]) =>
      adminConsentUrl(accounts, accountId, scopes)
    this.picker = new Picker({
      account: (id) => accountOf(accounts, id),
      graph,
      follower: (identity) => this.subscriptions.follower(identity),
      allowed,
      words,
      adminConsentUrl: consentUrl,
    })
    this.webhooks = new Webhooks({
      accounts,
      kept: { read: () => settings.value, write: (change) => settings.update(change) },
      sealed,
      database,
      graph,
      cloud,
      clientId,
      adminConsentUrl: consentUrl,
      subscriptions: this.subscriptions,
      words,
      stored: () => this.#digest.stored(),
      forgotten: (id, { keepChanges }) => {
        this.mutes.forget(id)
        if (!keepChanges) void this.history.forget(id, { keepChanges })
      },
      reachability,
      hubReader,
      fetch,
      clock: checkedClock, // what is agreed with Microsoft ends by Microsoft's clock
      random,
      log,
    })
    const { subscriptions, webhooks } = this
    this.#waking = new Waking({ outgoing, graphs, subscriptions, webhooks, hasNetwork, clock })
  }

  /** After sleep, or when the network is another one; called in quick succession, it is once more. */
  wake(why: WakeCause): void {
    this.#waking.wake(why)
  }

  /** Asks Microsoft who an account is; null: it knows. */
  async ask(accountId: string): Promise<GraphError | null> {
    const answer = await fetchMe(this.#graphs.of(accountId))
    return answer.ok ? null : answer.error
  }

  /** Tries a live connection as the drives have theirs; null: it works. `untried`: nothing that is followed has one. */
  async tryPush(): Promise<LinkCause | null | 'untried'> {
    const { accounts, clock } = this.#deps
    const isIn = (id: string) => accountOf(accounts, id)?.state.kind === 'signed-in'
    const followed = this.subscriptions.followed.find(
      ({ accountId, target }) => isIn(accountId) && endpointPath(target) !== null,
    )
    if (!followed) return 'untried'
    const { connect } = this.#deps
    return await tryPush({ endpoint: () => endpointOf(followed, this.#graphs, clock), connect, clock })
  }

  /** What decides at this moment. */
  rules(): RuleContext {
    const { accounts, settings, words, clock } = this.#deps
    return ruleContext(settings.value, {
      at: clock.now(),
      words: words(),
      ownNames: (id) => ownNames(accounts, id),
      ownDomains: (id) => ownDomains(accounts, id),
    })
  }

  /** Tells what an earlier run left untold, and goes on following. */
  start(): void {
    const { accounts, clock } = this.#deps
    this.#life.use(this.#noticeQueue)
    this.#life.use(this.#digest)
    this.#life.use(this.subscriptions)
    this.#life.use(this.mutes)
    this.#life.use(this.subscriptions.onChange(() => this.#digest.look()))
    this.#life.use(this.#waking).start()
    this.#life.use(introduce(accounts, (id) => this.#graphs.of(id), clock))
    this.#life.use(onSignedInAgain(accounts, (id) => this.subscriptions.accountReady(id)))
    this.subscriptions.start()
    const begin = () => this.subscriptions.begin(accounts.list())
    this.#life.use(accounts.onChange(begin))
    begin()
    this.#life.use(this.webhooks).start()
    void this.#noticeQueue.tell()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#life[Symbol.asyncDispose]()
  }
}
