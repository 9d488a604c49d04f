import type { Message } from '../../preload/words/phrase.ts'
import type { DriveStatus, SubscriptionView } from '../../preload/contract/state.ts'
import type { Scope, Target } from '../../preload/contract/discovery.ts'
import type { Rules } from '../../preload/contract/rules.ts'
import type { Words } from '../../preload/words/words.ts'
import type { Gap } from '../drive/sync-state.ts'
import type { Graph } from '../graph/graph.ts'
import type { Clock } from '../kit/clock.ts'
import { Listeners } from '../kit/listeners.ts'
import type { Result } from '../kit/result.ts'
import type { Pause, Stored, Subscription } from '../settings/schema.ts'
import type { TravelPlan } from '../settings/travel-plan.ts'
import { SubscriptionList, type KeptSubscriptions, subscriptionView } from './subscription-list.ts'
import { Follow } from './follow.ts'
import { Unfollow } from './unfollow.ts'
import type { WakeCause } from './attention.ts'
import type { Pausable, PauseLength } from './pauses.ts'
import { PauseSwitch } from './pause-switch.ts'
import type { Connection } from './connection.ts'
import { type Run, Runner } from './runner.ts'
import { startFollowing } from './start-following.ts'
import type { Allowed } from '../discovery/picker.ts'

interface SubscriptionsDeps {
  readonly kept: KeptSubscriptions & BegunKept
  readonly graph: (accountId: string) => Graph
  readonly words: () => Words
  readonly follow: (subscription: Subscription, before: Gap, changed: () => void) => Run
  readonly forget: (subscriptionId: string, options: { keepChanges: boolean }) => Promise<void>
  /** Whether an administrator lets it be followed. */
  readonly allowed: Allowed
  readonly clock: Clock
  readonly random: () => number
}

interface SomeAccount {
  readonly id: string
  readonly state: { readonly kind: 'signed-in' | 'signed-out' }
}

/** Where it is kept who has begun to follow. */
interface BegunKept {
  read(): Pick<Stored, 'begunAccounts'>
  write(change: Pick<Stored, 'begunAccounts'>): void
}

const managed: Message = { key: 'cause.managed' }

/** Everything followed: who is at work, who is paused, who was just taken away. */
export class Subscriptions implements Disposable {
  readonly #kept: BegunKept
  readonly #followed: SubscriptionList
  readonly #pauseSwitch: PauseSwitch
  readonly #running: Runner
  readonly #unfollow: Unfollow
  readonly #follow: Follow
  readonly #changed = new Listeners<void>()
  readonly #allowed: Allowed
  readonly #begunAt: number

  constructor(deps: SubscriptionsDeps) {
    const { kept, graph, words, follow, forget, allowed, clock, random } = deps
    this.#kept = kept
    this.#allowed = allowed
    this.#begunAt = clock.now()
    this.#followed = new SubscriptionList(kept)
    this.#pauseSwitch = new PauseSwitch({ kept, clock, changed: () => this.#arrange() })
    const run = startFollowing({
      graph,
      follow,
      before: (id) => (this.#pauseSwitch.was(id) ? 'paused' : 'away'),
      found: (id, drive) => {
        this.#running.stop(id)
        this.#follow.found(id, drive)
      },
      changed: (id) => this.#heardOf(id),
      clock,
      random,
    })
    this.#running = new Runner({ run, clock, random })
    const followed = this.#followed
    const changed = () => this.#arrange()
    this.#follow = new Follow({ followed, graph, words, allowed, changed })
    this.#unfollow = new Unfollow({ followed, forget, clock, changed })
  }

  start(): void {
    this.#arrange()
  }

  onChange(listener: () => void): Disposable {
    return this.#changed.add(listener)
  }

  /** Is everything paused, and until when? */
  get everythingPaused(): Pause | null {
    return this.#pauseSwitch.everything
  }

  /** Follows an account's own OneDrive, unless it is followed already. */
  followOwnDrive(accountId: string): void {
    this.#follow.followOwnDrive(accountId)
  }

  /** Follows a target by what Microsoft calls it; its id, or why not. */
  follow(accountId: string, target: Target, scope: Scope): Promise<Result<string, Message>> {
    return this.#follow.follow(accountId, target, scope)
  }

  /** Takes over drives from another computer, and what rules and folders they have there. */
  bring({ fresh, changed }: Pick<TravelPlan, 'fresh' | 'changed'>): void {
    for (const { account: _, rules, ...facts } of fresh) {
      const { id } = this.#followed.add(facts)
      this.#followed.change(id, { rules })
    }
    for (const { id, drive } of changed) this.#followed.change(id, { rules: drive.rules, scope: drive.scope })
    this.#arrange()
  }

  /** What follows the same target already. */
  like(target: Target, accountId: string): Subscription | undefined {
    return this.#followed.like(target, accountId)
  }

  /** What follows the same thing already, by whatever account. */
  follower(identity: string): string | null {
    return this.#followed.same(identity)?.id ?? null
  }

  /** The user has seen that a drive is gone. */
  sawGone(id: string): boolean {
    const subscription = this.find(id)
    if (!subscription) return false
    if (subscription.goneSeen || this.#status(subscription).kind !== 'gone') return true
    return this.#change(id, { goneSeen: true })
  }

  /** Drives that are gone, as the user knows. */
  get goneSeen(): ReadonlySet<string> {
    return new Set(this.#followed.all.filter(({ goneSeen }) => goneSeen).map(({ id }) => id))
  }

  /** Counts from the next look on; old changes stay. */
  setScope(id: string, scope: Scope): boolean {
    return this.#change(id, { scope })
  }

  /** In force at once, for what comes from now on. */
  setRules(id: string, rules: Rules): boolean {
    return this.#change(id, { rules })
  }

  /** Whoever is signed in for the first time, however that came about, follows the own OneDrive at once. */
  begin(accounts: readonly SomeAccount[]): void {
    const { begunAccounts: known } = this.#kept.read()
    const isNew = ({ id, state }: SomeAccount) => state.kind === 'signed-in' && !known.includes(id)
    const fresh = accounts.filter(isNew).map(({ id }) => id)
    const begunAccounts = [...known.filter((id) => accounts.some((each) => each.id === id)), ...fresh]
    for (const id of fresh)
      if (!this.#followed.all.some(({ accountId }) => accountId === id)) this.followOwnDrive(id)
    if (fresh.length > 0 || begunAccounts.length < known.length) this.#kept.write({ begunAccounts })
  }

  /** Takes effect at once; {@link followAgain} brings it back for some seconds. */
  unfollow(id: string): boolean {
    return this.#unfollow.unfollow(id)
  }

  followAgain(id: string): boolean {
    return this.#unfollow.followAgain(id)
  }

  /** An account is signed out for good: its drives go with it; what changed in them stays in the history, if wanted. */
  unfollowAccount(accountId: string, options: { keepHistory: boolean }): void {
    this.#pauseSwitch.forget(accountId)
    this.#unfollow.unfollowAccount(accountId, options)
  }

  pause(what: Pausable, length: PauseLength = null): boolean {
    return this.#pauseSwitch.pause(what, length)
  }

  /** Paused drives catch up, with one digest at most. */
  resume(what: Pausable): boolean {
    return this.#pauseSwitch.resume(what)
  }

  /** After sleep, or when the network is another one. */
  wake(why: WakeCause): void {
    this.#arrange()
    this.#running.wake(why)
  }

  askNow(): void {
    for (const { id } of this.#followed.all) this.tryAgain(id)
  }

  /** The user wants to know of one, at once. */
  tryAgain(id: string): boolean {
    this.#running.get(id)?.askNow()
    return this.find(id) !== undefined
  }

  /** A webhook says that something changed in what this is true of; whether any of it is followed, paused or not. */
  hinted(isAbout: (subscription: Subscription) => boolean): boolean {
    const about = this.#followed.all.filter(isAbout)
    for (const { id } of about) this.#running.get(id)?.hinted()
    return about.length > 0
  }

  /** What is followed, as it is kept. */
  get followed(): readonly Subscription[] {
    return this.#followed.all
  }

  /** An account signed in again: its drives need not wait any longer. */
  accountReady(accountId: string): void {
    const waiting = this.#followed.all.filter((each) => each.accountId === accountId)
    for (const { id } of waiting) this.tryAgain(id)
  }

  /** It may be the network that keeps something from being heard. */
  get isInDoubt(): boolean {
    return this.#running.isInDoubt
  }

  /** Something is being read that happened while nobody listened. */
  get isCatchingUp(): boolean {
    return this.#running.isCatchingUp
  }

  views(unseen: ReadonlyMap<string, number>, words: Words): SubscriptionView[] {
    return this.#followed.all.map((subscription) => {
      const { id } = subscription
      const status = this.#status(subscription)
      const learning = this.#running.get(id)?.learning ?? null
      return subscriptionView(subscription, { status, learning, unseen: unseen.get(id) ?? 0 }, words)
    })
  }

  /** How those at work are connected, by their ids. */
  get connections(): ReadonlyMap<string, Connection> {
    return this.#running.connections
  }

  /** How many drives an account follows. */
  countOf(accountId: string): number {
    return this.#followed.all.filter((each) => each.accountId === accountId).length
  }

  find(id: string): Subscription | undefined {
    return this.#followed.find(id)
  }

  [Symbol.dispose](): void {
    this.#follow[Symbol.dispose]()
    this.#pauseSwitch[Symbol.dispose]()
    this.#running[Symbol.dispose]()
    this.#unfollow[Symbol.dispose]()
  }

  #change(id: string, facts: Partial<Subscription>): boolean {
    if (!this.find(id)) return false
    this.#followed.change(id, facts)
    this.#changed.emit()
    return true
  }

  /** A drive that came back and goes once more is news again. */
  #heardOf(id: string): void {
    const known = this.find(id)
    const isBack = known?.goneSeen && this.#status(known).kind === 'live'
    if (isBack) this.#followed.change(id, { goneSeen: false })
    this.#changed.emit()
  }

  #status(subscription: Subscription): DriveStatus {
    if (!this.#mayFollow(subscription)) return { kind: 'no-access', since: this.#begunAt, cause: managed }
    const pause = this.#pauseSwitch.of(subscription)
    if (pause) return { kind: 'paused', until: pause.until }
    return this.#running.get(subscription.id)?.status ?? { kind: 'catching-up', since: null }
  }

  /** An own OneDrive is allowed until it is known where it opens. */
  #mayFollow({ target, webUrl }: Subscription): boolean {
    const isUnknown = target.kind === 'own-drive' && target.driveId === null
    return isUnknown || this.#allowed(target, webUrl)
  }

  /** Whatever is followed and not paused is at work, and nothing else; pauses end by themselves. */
  #arrange(): void {
    const isAtWork = (each: Subscription) => this.#mayFollow(each) && this.#pauseSwitch.of(each) === null
    this.#running.keep(this.#followed.all.filter(isAtWork))
    this.#pauseSwitch.mind()
    this.#changed.emit()
  }
}
