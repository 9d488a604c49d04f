import type { Hearing, SubscriptionView } from '../../preload/state.ts'
import type { Scope, Target } from '../../preload/discovery.ts'
import type { Rules } from '../../preload/rules.ts'
import type { Gap } from '../drive/sync-state.ts'
import { fetchOwnDrive } from '../graph/discovery.ts'
import type { Graph } from '../graph/graph.ts'
import { resolve } from '../graph/resolve.ts'
import type { Clock } from '../kit/clock.ts'
import { Listeners } from '../kit/listeners.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { rulesInWords } from '../notices/rule-words.ts'
import type { Pause, Subscription } from '../settings/schema.ts'
import { Finding } from './finding.ts'
import { Followed, type Kept } from './followed.ts'
import { Leaving } from './leaving.ts'
import type { Pausable, PauseLength } from './pauses.ts'
import { Pausing } from './pausing.ts'
import { refusalSentence } from './refusals.ts'
import { Running, type Run } from './running.ts'
import { identityOf } from './targets.ts'

interface Parts {
  readonly kept: Kept
  readonly graph: (accountId: string) => Graph
  readonly follow: (subscription: Subscription, before: Gap, changed: () => void) => Run
  readonly forget: (subscriptionId: string, options: { keepChanges: boolean }) => Promise<void>
  readonly clock: Clock
  readonly random: () => number
}

/** Everything followed: who is at work, who is paused, who was just taken away. */
export class Subscriptions implements Disposable {
  readonly #parts: Parts
  readonly #followed: Followed
  readonly #pausing: Pausing
  readonly #running: Running
  readonly #leaving: Leaving
  readonly #changed = new Listeners<void>()
  readonly #end = new AbortController()

  constructor(parts: Parts) {
    this.#parts = parts
    const { kept, clock, random, forget } = parts
    this.#followed = new Followed(kept)
    this.#pausing = new Pausing({ kept, clock, changed: () => this.#arrange() })
    this.#running = new Running({ run: (subscription) => this.#begin(subscription), clock, random })
    this.#leaving = new Leaving({ clock, forget: (id) => void forget(id, { keepChanges: false }) })
  }

  start(): void {
    this.#arrange()
  }

  onChange(listener: () => void): Disposable {
    return this.#changed.add(listener)
  }

  /** Is everything paused, and until when? */
  get everythingPaused(): Pause | null {
    return this.#pausing.everything
  }

  /** Follows an account's own OneDrive, unless it is followed already. */
  followOwnDrive(accountId: string): void {
    const isOwn = (each: Subscription) => each.accountId === accountId && each.target.kind === 'own-drive'
    if (this.#followed.all.some(isOwn)) return
    const target: Target = { kind: 'own-drive', driveId: null }
    const words = { name: 'My files', place: 'My OneDrive', icon: 'own', webUrl: null } as const
    this.#followed.add({ ...words, accountId, target, scope: { kind: 'everything' } })
    this.#arrange()
  }

  /** Follows a target by what Microsoft calls it; its id, or a sentence that says why not. */
  async follow(accountId: string, target: Target, scope: Scope): Promise<Result<string, string>> {
    const asked = this.#followed.like(target, accountId)
    if (asked) return fail(alreadyFollowed(asked))
    const asking = { graph: this.#parts.graph(accountId), signal: this.#end.signal }
    const found = await resolve(asking, target)
    if (!found.ok) return fail(refusalSentence(found.error))
    const { choice, place, icon, webUrl } = found.value
    const known = this.#followed.like(choice.target, accountId)
    if (known) return fail(alreadyFollowed(known))
    const name = this.#followed.nameFor(found.value)
    const { id } = this.#followed.add({ accountId, target: choice.target, scope, name, place, icon, webUrl })
    this.#arrange()
    return ok(id)
  }

  /** What follows the same thing already, by whatever account. */
  follower(identity: string): string | null {
    return this.#followed.same(identity)?.id ?? null
  }

  /** The user has seen that a drive is gone. */
  sawGone(id: string): boolean {
    const subscription = this.find(id)
    if (!subscription) return false
    if (subscription.goneSeen || this.#hearing(subscription).kind !== 'gone') return true
    this.#followed.change(id, { goneSeen: true })
    this.#changed.emit()
    return true
  }

  /** Drives that are gone, as the user knows. */
  get goneSeen(): ReadonlySet<string> {
    return new Set(this.#followed.all.filter(({ goneSeen }) => goneSeen).map(({ id }) => id))
  }

  /** Counts from the next look on; old changes stay. */
  setScope(id: string, scope: Scope): boolean {
    if (!this.find(id)) return false
    this.#followed.change(id, { scope })
    this.#changed.emit()
    return true
  }

  /** In force at once, for what comes from now on. */
  setRules(id: string, rules: Rules): boolean {
    if (!this.find(id)) return false
    this.#followed.change(id, { rules })
    this.#changed.emit()
    return true
  }

  /** Whoever signs in and follows nothing yet follows the own OneDrive at once. */
  followSomething(accountId: string): void {
    if (!this.#followed.all.some((each) => each.accountId === accountId)) this.followOwnDrive(accountId)
  }

  /** Takes effect at once; {@link followAgain} brings it back for some seconds. */
  unfollow(id: string): boolean {
    const subscription = this.find(id)
    if (!subscription) return false
    this.#leaving.add(subscription)
    this.#keep(this.#followed.all.filter((each) => each.id !== id))
    return true
  }

  followAgain(id: string): boolean {
    const subscription = this.#leaving.takeBack(id)
    if (!subscription) return false
    if (this.#followed.like(subscription.target, subscription.accountId)) {
      void this.#parts.forget(id, { keepChanges: false }) // it was followed anew meanwhile
      return true
    }
    this.#keep([...this.#followed.all, subscription])
    return true
  }

  /** An account is signed out for good: its drives go with it; what changed in them stays in the history, if wanted. */
  unfollowAccount(accountId: string, { keepHistory }: { keepHistory: boolean }): void {
    const gone = this.#followed.all.filter((each) => each.accountId === accountId)
    this.#pausing.forget(accountId)
    this.#keep(this.#followed.all.filter((each) => each.accountId !== accountId))
    for (const { id } of gone) void this.#parts.forget(id, { keepChanges: keepHistory })
  }

  pause(what: Pausable, length: PauseLength = null): boolean {
    return this.#pausing.pause(what, length)
  }

  /** Paused drives catch up, with one digest at most. */
  resume(what: Pausable): boolean {
    return this.#pausing.resume(what)
  }

  /** After sleep or a lost network. */
  wake(): void {
    this.#arrange()
    for (const run of this.#running.all) run.wake()
  }

  askNow(): void {
    for (const run of this.#running.all) run.askNow()
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
    for (const { id } of this.#followed.all.filter((each) => each.accountId === accountId))
      this.#running.get(id)?.askNow()
  }

  get isOffline(): boolean {
    return this.#running.all.some(({ hearing }) => hearing.kind === 'offline')
  }

  /** Something is being read that happened while nobody listened. */
  get isCatchingUp(): boolean {
    return this.#running.all.some((run) => run.isCatchingUp)
  }

  views(unseen: ReadonlyMap<string, number>): SubscriptionView[] {
    return this.#followed.all.map((subscription) => {
      const { id, accountId, target, scope, icon, rules, name, place } = subscription
      const learning = this.#running.get(id)?.learning ?? null
      const hearing = this.#hearing(subscription)
      return {
        id,
        accountId,
        target,
        scope,
        icon,
        rules,
        rulesInWords: rulesInWords(rules),
        name,
        place,
        hearing,
        learning,
        unseen: unseen.get(id) ?? 0,
      }
    })
  }

  find(id: string): Subscription | undefined {
    return this.#followed.find(id)
  }

  [Symbol.dispose](): void {
    this.#end.abort()
    this.#pausing[Symbol.dispose]()
    this.#running[Symbol.dispose]()
    this.#leaving[Symbol.dispose]()
  }

  #hearing(subscription: Subscription): Hearing {
    const pause = this.#pausing.of(subscription)
    if (pause) return { kind: 'paused', until: pause.until }
    return this.#running.get(subscription.id)?.hearing ?? { kind: 'catching-up', since: null }
  }

  #keep(subscriptions: readonly Subscription[]): void {
    this.#followed.keep(subscriptions)
    this.#arrange()
  }

  /** Whatever is followed and not paused is at work, and nothing else; pauses end by themselves. */
  #arrange(): void {
    this.#running.keep(this.#followed.all.filter((each) => this.#pausing.of(each) === null))
    this.#pausing.mind()
    this.#changed.emit()
  }

  #begin(subscription: Subscription): Run {
    const { id, accountId, target } = subscription
    const { clock, random, graph, follow } = this.#parts
    const changed = () => {
      const known = this.find(id)
      // It came back: should it go once more, that is news.
      if (known?.goneSeen && this.#hearing(known).kind === 'live')
        this.#followed.change(id, { goneSeen: false })
      this.#changed.emit()
    }
    if (target.kind !== 'own-drive' || target.driveId !== null)
      return follow(subscription, this.#pausing.was(id) ? 'paused' : 'away', changed)
    const find = () => fetchOwnDrive(graph(accountId))
    return new Finding({ find, found: (drive) => this.#found(id, drive), clock, random, changed })
  }

  #found(id: string, drive: { id: string; webUrl: string | null }): void {
    this.#running.stop(id)
    const target: Target = { kind: 'own-drive', driveId: drive.id }
    if (this.#followed.same(identityOf(target, ''), id)) {
      return this.#keep(this.#followed.all.filter((each) => each.id !== id)) // followed before, by another way
    }
    this.#followed.change(id, { webUrl: drive.webUrl, target })
    this.#arrange()
  }
}

const alreadyFollowed = ({ name }: Subscription) => `You follow ${name} already.`
