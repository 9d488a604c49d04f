import { randomUUID } from 'node:crypto'
import type { SubscriptionView } from '../../preload/contract.ts'
import { fetchOwnDrive } from '../graph/discovery.ts'
import type { Graph } from '../graph/graph.ts'
import type { Clock } from '../kit/clock.ts'
import { Listeners } from '../kit/listeners.ts'
import type { Subscription } from '../settings/schema.ts'
import type { Following } from './following.ts'
import { Finding } from './finding.ts'

/** Where the list of what is followed is kept. */
export interface Kept {
  read(): { readonly subscriptions: readonly Subscription[]; readonly pausedEverything: boolean }
  write(change: { subscriptions?: Subscription[]; pausedEverything?: boolean }): void
}

interface Parts {
  readonly kept: Kept
  readonly graph: (accountId: string) => Graph
  readonly follow: (subscription: Subscription, driveId: string, changed: () => void) => Following
  readonly forget: (subscriptionId: string, options: { keepChanges: boolean }) => Promise<void>
  readonly clock: Clock
  readonly random: () => number
}

/** How long an unfollowed drive may come back with its rules and history (ui.md 3). */
const undoMs = 12_000

type Running = Following | Finding

/** Everything followed: who runs, who is paused, who was just taken away. */
export class Subscriptions implements Disposable {
  readonly #parts: Parts
  readonly #running = new Map<string, Running>()
  readonly #leaving = new Map<string, { subscription: Subscription; timer: Disposable }>()
  readonly #changed = new Listeners<void>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  start(): void {
    for (const subscription of this.#all) this.#run(subscription)
  }

  onChange(listener: () => void): Disposable {
    return this.#changed.add(listener)
  }

  get pausedEverything(): boolean {
    return this.#parts.kept.read().pausedEverything
  }

  /** Follows an account's own OneDrive, unless it is followed already. */
  followOwnDrive(accountId: string): void {
    if (this.#all.some((each) => each.accountId === accountId && each.target.kind === 'own-drive')) return
    const subscription: Subscription = {
      id: randomUUID(),
      accountId,
      target: { kind: 'own-drive', driveId: null },
      name: 'My files',
      place: 'My OneDrive',
      webUrl: null,
      paused: false,
    }
    this.#keep([...this.#all, subscription])
    this.#run(subscription)
  }

  /** Whoever signs in and follows nothing yet follows the own OneDrive at once. */
  followSomething(accountId: string): void {
    if (!this.#all.some((each) => each.accountId === accountId)) this.followOwnDrive(accountId)
  }

  /** Takes effect at once; {@link followAgain} brings it back for some seconds. */
  unfollow(id: string): boolean {
    const subscription = this.#find(id)
    if (!subscription) return false
    this.#stop(id)
    this.#keep(this.#all.filter((each) => each.id !== id))
    const timer = this.#parts.clock.after(undoMs, () => {
      this.#leaving.delete(id)
      void this.#parts.forget(id, { keepChanges: false })
    })
    this.#leaving.set(id, { subscription, timer })
    return true
  }

  followAgain(id: string): boolean {
    const leaving = this.#leaving.get(id)
    if (!leaving) return false
    leaving.timer[Symbol.dispose]()
    this.#leaving.delete(id)
    this.#keep([...this.#all, leaving.subscription])
    this.#run(leaving.subscription)
    return true
  }

  /** An account is signed out for good: its drives go with it; what changed in them stays in the history. */
  unfollowAccount(accountId: string): void {
    const gone = this.#all.filter((each) => each.accountId === accountId)
    for (const { id } of gone) {
      this.#stop(id)
      void this.#parts.forget(id, { keepChanges: true })
    }
    this.#keep(this.#all.filter((each) => each.accountId !== accountId))
  }

  pause(what: 'everything' | { subscriptionId: string }): boolean {
    return this.#setPaused(what, true)
  }

  /** Paused drives catch up, with one digest at most. */
  resume(what: 'everything' | { subscriptionId: string }): boolean {
    return this.#setPaused(what, false)
  }

  /** After sleep or a lost network. */
  wake(): void {
    for (const running of this.#running.values()) running.wake()
  }

  askNow(): void {
    for (const running of this.#running.values()) running.askNow()
  }

  /** An account signed in again: its drives need not wait any longer. */
  accountReady(accountId: string): void {
    for (const { id } of this.#all.filter((each) => each.accountId === accountId))
      this.#running.get(id)?.askNow()
  }

  get isOffline(): boolean {
    return this.views(new Map()).some(({ hearing }) => hearing.kind === 'offline')
  }

  views(unseen: ReadonlyMap<string, number>): SubscriptionView[] {
    return this.#all.map((subscription) => {
      const running = this.#running.get(subscription.id)
      return {
        id: subscription.id,
        accountId: subscription.accountId,
        target: subscription.target.kind,
        name: subscription.name,
        place: subscription.place,
        hearing: running?.hearing ?? { kind: 'paused' },
        learning: running?.learning ?? null,
        unseen: unseen.get(subscription.id) ?? 0,
      }
    })
  }

  find(id: string): Subscription | undefined {
    return this.#find(id)
  }

  [Symbol.dispose](): void {
    for (const id of this.#running.keys()) this.#stop(id)
    for (const [id, { timer }] of this.#leaving) {
      timer[Symbol.dispose]()
      void this.#parts.forget(id, { keepChanges: false }) // whoever quits does not undo any more
    }
  }

  get #all(): readonly Subscription[] {
    return this.#parts.kept.read().subscriptions
  }

  #find(id: string): Subscription | undefined {
    return this.#all.find((each) => each.id === id)
  }

  #keep(subscriptions: readonly Subscription[]): void {
    this.#parts.kept.write({ subscriptions: [...subscriptions] })
    this.#changed.emit()
  }

  #run(subscription: Subscription): void {
    const { id, target } = subscription
    if (subscription.paused || this.pausedEverything || this.#running.has(id)) return
    const changed = () => this.#changed.emit()
    if (target.driveId === null) {
      const { clock, random, graph } = this.#parts
      const find = () => fetchOwnDrive(graph(subscription.accountId))
      const finding = new Finding({ find, found: (drive) => this.#found(id, drive), clock, random, changed })
      this.#running.set(id, finding)
      finding.start()
    } else {
      const following = this.#parts.follow(subscription, target.driveId, changed)
      this.#running.set(id, following)
      following.start()
    }
    changed()
  }

  #found(id: string, drive: { id: string; webUrl: string | null }): void {
    const resolved = (each: Subscription): Subscription =>
      each.id === id
        ? { ...each, webUrl: drive.webUrl, target: { kind: 'own-drive', driveId: drive.id } }
        : each
    this.#stop(id)
    this.#keep(this.#all.map(resolved))
    const subscription = this.#find(id)
    if (subscription) this.#run(subscription)
  }

  #stop(id: string): void {
    this.#running.get(id)?.[Symbol.dispose]()
    this.#running.delete(id)
  }

  #setPaused(what: 'everything' | { subscriptionId: string }, paused: boolean): boolean {
    if (what === 'everything') {
      const all = paused ? this.#all : this.#all.map((each) => ({ ...each, paused: false }))
      this.#parts.kept.write({ pausedEverything: paused, subscriptions: [...all] })
    } else if (this.#find(what.subscriptionId)) {
      const set = (each: Subscription) => (each.id === what.subscriptionId ? { ...each, paused } : each)
      this.#parts.kept.write({ pausedEverything: false, subscriptions: this.#pausedApart().map(set) })
    } else return false
    for (const subscription of this.#all) {
      if (subscription.paused || this.pausedEverything) this.#stop(subscription.id)
      else this.#run(subscription)
    }
    this.#changed.emit()
    return true
  }

  /** When all are paused and one is resumed, the others stay paused. */
  #pausedApart(): readonly Subscription[] {
    return this.pausedEverything ? this.#all.map((each) => ({ ...each, paused: true })) : this.#all
  }
}
