import { randomUUID } from 'node:crypto'
import type { Hearing, SubscriptionView } from '../../preload/contract.ts'
import type { Scope, Target } from '../../preload/discovery.ts'
import { fetchOwnDrive } from '../graph/discovery.ts'
import type { Graph } from '../graph/graph.ts'
import { resolve } from '../graph/resolve.ts'
import type { Clock } from '../kit/clock.ts'
import { Listeners } from '../kit/listeners.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import type { Pause, Subscription } from '../settings/schema.ts'
import { Finding } from './finding.ts'
import { Leaving } from './leaving.ts'
import {
  everythingPaused,
  nextEnd,
  paused,
  pauseFor,
  pauseOf,
  resumed,
  type Pausable,
  type PauseLength,
  type Pauses,
} from './pauses.ts'
import { refusalSentence } from './refusals.ts'
import { Running, type Run } from './running.ts'
import { identityOf } from './targets.ts'

/** Where the list of what is followed is kept. */
export interface Kept {
  read(): Pauses
  write(change: Partial<Pauses>): void
}

interface Parts {
  readonly kept: Kept
  readonly graph: (accountId: string) => Graph
  readonly follow: (subscription: Subscription, changed: () => void) => Run
  readonly forget: (subscriptionId: string, options: { keepChanges: boolean }) => Promise<void>
  readonly clock: Clock
  readonly random: () => number
}

/** Everything followed: who is at work, who is paused, who was just taken away. */
export class Subscriptions implements Disposable {
  readonly #parts: Parts
  readonly #running: Running
  readonly #leaving: Leaving
  readonly #changed = new Listeners<void>()
  readonly #end = new AbortController()
  #pauseEnd: Disposable | null = null

  constructor(parts: Parts) {
    this.#parts = parts
    const { clock, random, forget } = parts
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
    return everythingPaused(this.#parts.kept.read(), this.#parts.clock.now())
  }

  /** Follows an account's own OneDrive, unless it is followed already. */
  followOwnDrive(accountId: string): void {
    if (this.#all.some((each) => each.accountId === accountId && each.target.kind === 'own-drive')) return
    const target: Target = { kind: 'own-drive', driveId: null }
    const words = { name: 'My files', place: 'My OneDrive', icon: 'own', webUrl: null } as const
    this.#add({ ...words, accountId, target, scope: { kind: 'everything' } })
  }

  /** Follows a target by what Microsoft calls it; its id, or a sentence that says why not. */
  async follow(accountId: string, target: Target, scope: Scope): Promise<Result<string, string>> {
    const asked = this.#followed(target, accountId)
    if (asked) return fail(alreadyFollowed(asked))
    const asking = { graph: this.#parts.graph(accountId), signal: this.#end.signal }
    const found = await resolve(asking, target)
    if (!found.ok) return fail(refusalSentence(found.error))
    const { choice, name, place, icon, webUrl } = found.value
    const known = this.#followed(choice.target, accountId)
    if (known) return fail(alreadyFollowed(known))
    const isTaken = place !== '' && this.#all.some((each) => each.name === name && each.place !== place)
    const title = isTaken ? `${name} (${place})` : name
    return ok(this.#add({ accountId, target: choice.target, scope, name: title, place, icon, webUrl }))
  }

  /** What follows the same thing already, by whatever account. */
  follower(identity: string): string | null {
    return this.#all.find(({ target, accountId }) => identityOf(target, accountId) === identity)?.id ?? null
  }

  /** Counts from the next look on; old changes stay. */
  setScope(id: string, scope: Scope): boolean {
    if (!this.find(id)) return false
    this.#keep(this.#all.map((each) => (each.id === id ? { ...each, scope } : each)))
    return true
  }

  /** Whoever signs in and follows nothing yet follows the own OneDrive at once. */
  followSomething(accountId: string): void {
    if (!this.#all.some((each) => each.accountId === accountId)) this.followOwnDrive(accountId)
  }

  /** Takes effect at once; {@link followAgain} brings it back for some seconds. */
  unfollow(id: string): boolean {
    const subscription = this.find(id)
    if (!subscription) return false
    this.#leaving.add(subscription)
    this.#keep(this.#all.filter((each) => each.id !== id))
    return true
  }

  followAgain(id: string): boolean {
    const subscription = this.#leaving.takeBack(id)
    if (!subscription) return false
    if (this.#followed(subscription.target, subscription.accountId)) {
      void this.#parts.forget(id, { keepChanges: false }) // it was followed anew meanwhile
      return true
    }
    this.#keep([...this.#all, subscription])
    return true
  }

  /** An account is signed out for good: its drives go with it; what changed in them stays in the history, if wanted. */
  unfollowAccount(accountId: string, { keepHistory }: { keepHistory: boolean }): void {
    const gone = this.#all.filter((each) => each.accountId === accountId)
    const { [accountId]: _, ...pausedAccounts } = this.#parts.kept.read().pausedAccounts
    this.#parts.kept.write({ pausedAccounts })
    this.#keep(this.#all.filter((each) => each.accountId !== accountId))
    for (const { id } of gone) void this.#parts.forget(id, { keepChanges: keepHistory })
  }

  pause(what: Pausable, length: PauseLength = null): boolean {
    const pause = pauseFor(length, this.#parts.clock.now())
    return this.#setPauses(paused(this.#parts.kept.read(), what, pause))
  }

  /** Paused drives catch up, with one digest at most. */
  resume(what: Pausable): boolean {
    return this.#setPauses(resumed(this.#parts.kept.read(), what, this.#parts.clock.now()))
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

  /** An account signed in again: its drives need not wait any longer. */
  accountReady(accountId: string): void {
    for (const { id } of this.#all.filter((each) => each.accountId === accountId))
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
    return this.#all.map((subscription) => {
      const { id, accountId, target, scope, icon, name, place } = subscription
      const learning = this.#running.get(id)?.learning ?? null
      const hearing = this.#hearing(subscription)
      return {
        id,
        accountId,
        target,
        scope,
        icon,
        name,
        place,
        hearing,
        learning,
        unseen: unseen.get(id) ?? 0,
      }
    })
  }

  find(id: string): Subscription | undefined {
    return this.#all.find((each) => each.id === id)
  }

  [Symbol.dispose](): void {
    this.#end.abort()
    this.#pauseEnd?.[Symbol.dispose]()
    this.#running[Symbol.dispose]()
    this.#leaving[Symbol.dispose]()
  }

  get #all(): readonly Subscription[] {
    return this.#parts.kept.read().subscriptions
  }

  #followed(target: Target, accountId: string): Subscription | undefined {
    const id = this.follower(identityOf(target, accountId))
    return id === null ? undefined : this.find(id)
  }

  #hearing(subscription: Subscription): Hearing {
    const pause = pauseOf(subscription, this.#parts.kept.read(), this.#parts.clock.now())
    if (pause) return { kind: 'paused', until: pause.until }
    return this.#running.get(subscription.id)?.hearing ?? { kind: 'catching-up', since: null }
  }

  #add(facts: Omit<Subscription, 'id' | 'pause'>): string {
    const subscription = { ...facts, id: randomUUID(), pause: null }
    this.#keep([...this.#all, subscription])
    return subscription.id
  }

  #keep(subscriptions: readonly Subscription[]): void {
    this.#parts.kept.write({ subscriptions: [...subscriptions] })
    this.#arrange()
  }

  #setPauses(pauses: Pauses | null): boolean {
    if (!pauses) return false
    this.#parts.kept.write(pauses)
    this.#arrange()
    return true
  }

  /** Whatever is followed and not paused is at work, and nothing else; pauses end by themselves. */
  #arrange(): void {
    const { kept, clock } = this.#parts
    const [now, pauses] = [clock.now(), kept.read()]
    this.#running.keep(this.#all.filter((each) => pauseOf(each, pauses, now) === null))
    const end = nextEnd(pauses, now)
    this.#pauseEnd?.[Symbol.dispose]()
    this.#pauseEnd = end === null ? null : clock.at(end, () => this.#arrange())
    this.#changed.emit()
  }

  #begin(subscription: Subscription): Run {
    const { id, accountId, target } = subscription
    const { clock, random, graph, follow } = this.#parts
    const changed = () => this.#changed.emit()
    if (target.kind !== 'own-drive' || target.driveId !== null) return follow(subscription, changed)
    const find = () => fetchOwnDrive(graph(accountId))
    return new Finding({ find, found: (drive) => this.#found(id, drive), clock, random, changed })
  }

  #found(id: string, drive: { id: string; webUrl: string | null }): void {
    this.#running.stop(id)
    const target: Target = { kind: 'own-drive', driveId: drive.id }
    const identity = identityOf(target, '')
    const isKnown = this.#all.some(
      (each) => each.id !== id && identityOf(each.target, each.accountId) === identity,
    )
    if (isKnown) return this.#keep(this.#all.filter((each) => each.id !== id)) // followed before, by another way
    this.#keep(this.#all.map((each) => (each.id === id ? { ...each, webUrl: drive.webUrl, target } : each)))
  }
}

const alreadyFollowed = ({ name }: Subscription) => `You follow ${name} already.`
