import { calledText } from '../preload/contract/called.ts'
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
import { DriveSync } from './drive/drive-sync.ts'
import type { Gap } from './drive/sync-state.ts'
import { fetchEndpoint } from './graph/endpoint.ts'
import { graphError } from './graph/graph-error.ts'
import { NetworkWatch } from './graph/network-watch.ts'
import type { Outgoing } from './graph/outgoing.ts'
import type { Database } from './history/database.ts'
import { History } from './history/history.ts'
import type { Clock } from './kit/clock.ts'
import { CheckedClock } from './kit/checked-clock.ts'
import { Lifetime } from './kit/lifetime.ts'
import type { Log } from './kit/log.ts'
import { fail } from './kit/result.ts'
import { Coalesced } from './kit/run-again.ts'
import { secondMs } from './kit/time.ts'
import { LiveLink } from './link/live-link.ts'
import { Crowd } from './link/crowd.ts'
import type { Connect } from './link/socket.ts'
import type { Notifier } from './notices/notice.ts'
import { ruleContext } from './rules/rule-context.ts'
import { mayTellAt, type RuleContext } from './rules/judge.ts'
import { Mutes } from './rules/mutes.ts'
import { NoticeQueue, type NoticeQueueDeps } from './notices/notice-queue.ts'
import type { Stored, Subscription } from './settings/schema.ts'
import { FollowedDrive } from './subscriptions/followed-drive.ts'
import { CatchUp } from './notices/catch-up.ts'
import { Picker } from './discovery/picker.ts'
import type { Waking } from './subscriptions/attention.ts'
import { Subscriptions } from './subscriptions/subscriptions.ts'
import { driveIdOf, endpointPath, feedOf } from './discovery/targets.ts'
import type { Reachability } from './webhooks/model/reachability.ts'
import type { Sealed } from './webhooks/model/secrets.ts'
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
  readonly outgoing: Outgoing
  readonly connect: Connect
  /** Whether a proxy stands before an origin. */
  readonly isProxied: (origin: string) => Promise<boolean>
  readonly hasNetwork: () => boolean
  readonly clock: Clock
  readonly random: () => number
  readonly log: Log
  readonly version: string
}

/** All of Drivebell that needs no desktop: follows drives, keeps what changed, and tells it. */
export class Engine implements AsyncDisposable {
  readonly history: History
  readonly subscriptions: Subscriptions
  readonly mutes: Mutes
  readonly #deps: EngineDeps
  readonly #life: Lifetime
  readonly #crowd: Crowd
  readonly #graphs: Graphs
  readonly #activities: Activities
  readonly picker: Picker
  readonly webhooks: Webhooks
  readonly #noticeQueue: NoticeQueue
  readonly #digest: CatchUp
  /** The wall clock, checked against Microsoft's. */
  readonly checkedClock: CheckedClock
  readonly #watch: NetworkWatch
  readonly #waking: Coalesced
  #slept = false

  constructor(deps: EngineDeps) {
    const { accounts, settings, database, notifier, words, cloud, clientId } = deps
    const { sealed, reachability, outgoing, clock, random, log, version } = deps
    const { fetch } = outgoing
    this.#deps = deps
    this.#crowd = new Crowd(deps)
    this.#life = new Lifetime((error) => log.error('closing failed', { why: String(error) }))
    const checkedClock = new CheckedClock(clock)
    this.checkedClock = checkedClock
    this.#graphs = new Graphs({
      accounts,
      cloud,
      fetch,
      dated: (time) => checkedClock.heard(time),
      clock,
      random,
      log,
      version,
    })
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
    this.mutes = new Mutes({
      kept: { read: () => settings.value.mutes, write: (mutes) => settings.update({ mutes }) },
      clock,
    })
    this.subscriptions = new Subscriptions({
      kept: { read: () => settings.value, write: (change) => settings.update(change) },
      graph: (accountId) => this.#graphs.of(accountId),
      words,
      follow: (subscription, before, changed) => this.#follow(subscription, before, changed),
      forget: (id, options) => {
        this.mutes.forget(id)
        return this.history.forget(id, options)
      },
      clock,
      random,
    })
    const consentUrl = (accountId: string, scopes: readonly string[]) =>
      adminConsentUrl(accounts, accountId, scopes)
    this.picker = new Picker({
      account: (id) => accountOf(accounts, id),
      graph: (accountId) => this.#graphs.of(accountId),
      follower: (identity) => this.subscriptions.follower(identity),
      words,
      adminConsentUrl: consentUrl,
    })
    this.webhooks = new Webhooks({
      accounts,
      kept: { read: () => settings.value, write: (change) => settings.update(change) },
      sealed,
      database,
      graph: (accountId) => this.#graphs.of(accountId),
      cloud,
      clientId,
      adminConsentUrl: consentUrl,
      subscriptions: this.subscriptions,
      notifier,
      words,
      mayTell: () => mayTellAt(this.rules()),
      reachability,
      fetch,
      clock: checkedClock, // what is agreed with Microsoft ends by Microsoft's clock
      random,
      log,
    })
    this.#activities = new Activities({
      graph: (id) => this.#graphs.of(id),
      database,
      learned: (ids) => this.#noticeQueue.learned(ids),
      log,
    })
    this.#digest = new CatchUp({
      isCatchingUp: () => this.subscriptions.isCatchingUp,
      tell: () => void this.#noticeQueue.tell(),
      clock,
    })
    this.#watch = new NetworkWatch({
      clock,
      isDoubtful: () => outgoing.isHanging || this.subscriptions.isInDoubt || this.webhooks.isOffline,
      isWaiting: () => outgoing.isWaiting,
      hasNetwork: deps.hasNetwork,
      answers: (signal) => this.#graphs.answers(outgoing.plain, signal),
      back: () => this.wake('network'),
    })
    this.#waking = new Coalesced({ clock, restMs: secondMs, run: () => this.#wakeNow() })
  }

  /** After sleep, or when the network is another one; called in quick succession, it is once more. */
  wake(why: Waking): void {
    if (why === 'slept') this.#slept = true
    this.#waking.request()
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
    this.#life.use(this.#watch)
    this.#life.use(this.#waking)
    this.#life.use(this.#deps.outgoing.asked.add(() => this.#watch.mind()))
    this.#life.use(this.subscriptions.onChange(() => this.#watch.mind()))
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

  #wakeNow(): void {
    this.#graphs.wake()
    this.#deps.outgoing.giveUp()
    this.subscriptions.wake(this.#slept ? 'slept' : 'network')
    this.#slept = false
    this.webhooks.wake()
  }

  #follow(subscription: Subscription, before: Gap, changed: () => void): FollowedDrive {
    const { accounts, database, words, hasNetwork, clock, random, log } = this.#deps
    const { id, accountId, name, target, place: at } = subscription
    const graph = this.#graphs.of(accountId)
    const cloud = this.#graphs.cloudOf(accountId)
    const feed = feedOf(target)
    if (!feed) throw new Error('followed before its drive is known')
    const rules = { pushHosts: cloud.pushHosts, alsoOrigin: cloud.simulator, clock }
    const path = endpointPath(target)
    const noPush = fail(graphError({ kind: 'not-supported' }))
    const endpoint = () => (path === null ? Promise.resolve(noPush) : fetchEndpoint(graph, path, rules))
    const stored = () => this.#digest.stored()
    const place = { accountId, subscriptionId: id }
    const driveId = accountOf(accounts, accountId)?.type === 'work' ? driveIdOf(target) : null
    const scope = () => this.subscriptions.find(id)?.scope ?? subscription.scope
    return new FollowedDrive({
      link: ({ heard, changed: linkChanged }) =>
        new LiveLink({
          endpoint,
          connect: this.#crowd.seat(),
          clock,
          random,
          log,
          heard,
          changed: linkChanged,
        }),
      sync: (stateChanged) =>
        new DriveSync({
          subscriptionId: id,
          accountId,
          feed,
          scope,
          driveName: name,
          graph,
          database,
          clock,
          log,
          stored,
          askWho: driveId === null ? null : (set) => void this.#activities.ask({ ...set, ...place, driveId }),
          changed: stateChanged,
        }),
      signedOut: () => accountOf(accounts, accountId)?.state.kind === 'signed-out',
      onlyFolder: target.kind === 'shared-folder' ? calledText(at, words()) : null,
      hasNetwork,
      before,
      lastChangeAt: this.history.latest(1, id)[0]?.at ?? null,
      clock,
      changed,
    })
  }
}
