import type { Scope } from '../../preload/contract/discovery.ts'
import { answersItself, type Feed } from '../graph/delta.ts'
import { type GraphError, graphError } from '../graph/graph-error.ts'
import type { Graph } from '../graph/graph.ts'
import type { DriveItem } from '../graph/schemas.ts'
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import { RunAgain } from '../kit/run-again.ts'
import { assertNever, fail, ok, type Result } from '../kit/result.ts'
import type { StoredSet } from './activity-lookup.ts'
import {
  type DriveOwner,
  type DriveStore,
  type DriveStores,
  recentBatch,
  type SetPart,
} from './drive-store.ts'
import { FirstIndex } from './first-index.ts'
import { isRefused, isSpent, patienceAfter } from './patience.ts'
import { ended, readChanges, type Reading, readLatest } from './read-delta.ts'
import { readRecent, RecentItems, recentMs } from './recent.ts'
import { type Anew, readAnew } from './read-anew.ts'
import { feedNotFound, type SyncReason, type SyncState } from './sync-state.ts'
import {
  atRest,
  deadline,
  failedSoFar,
  shownAs,
  step,
  type Sync,
  type SyncEffect,
  type SyncEvent,
} from './sync-step.ts'
import { scopeFilter } from './scope.ts'

export interface DriveSyncDeps extends DriveOwner {
  readonly feed: Feed
  /** What of it is followed, asked anew at each reading. */
  readonly scope: () => Scope
  readonly graph: Graph
  readonly stores: DriveStores
  readonly clock: Clock
  readonly log: Log
  /** A set was stored: there may be changes to tell. */
  readonly stored: () => void
  /** Whether its feed can begin at a time: then what was done before is known at once (protocol.md 2.1). */
  readonly beginsAtTimes: boolean
  /** Asks who did what nobody was named for; null where Graph cannot say. */
  readonly askWho: ((set: Pick<StoredSet, 'batch' | 'since' | 'signal'>) => void) | null
  readonly changed: (state: SyncState) => void
}

/** Keeps one drive in step with Graph: hints may be lost, doubled or early, the delta is the truth. */
export class DriveSync implements Disposable {
  readonly #deps: DriveSyncDeps
  readonly #store: DriveStore
  readonly #index: FirstIndex
  readonly #once = new RunAgain(() => this.#run())
  readonly #end = new AbortController()
  #sync: Sync
  #recent: RecentItems | null = null
  #timer: Disposable | null = null

  constructor(deps: DriveSyncDeps) {
    const { feed, graph, stores, clock, log, subscriptionId, accountId, driveName } = deps
    this.#deps = deps
    const store = stores.of({ subscriptionId, accountId, driveName })
    this.#store = store
    this.#index = new FirstIndex({
      feed,
      graph,
      store,
      clock,
      log,
      progress: () => this.#learned(),
      met: (items, isLast) => this.#met(items, isLast),
    })
    this.#sync = atRest(store.state.since || null)
  }

  get state(): SyncState {
    const { completedAt, learned } = this.#store.state
    return shownAs(this.#sync, completedAt === null ? { done: learned, about: null } : null)
  }

  /** Reads what differs: at once, or once more after the run under way. Answers when a run begun after this call ended. */
  async sync(why: SyncReason): Promise<Result<void, GraphError>> {
    this.#on({ kind: 'wanted', why })
    if (!this.#end.signal.aborted) await this.#once.request()
    return this.#sync.kind === 'failed' ? fail(this.#sync.trouble.error) : ok(undefined)
  }

  /** Another reading is wanted soon: none for hints of before. */
  hold(): void {
    this.#on({ kind: 'held' })
  }

  /** Learns the drive's old items in the background, as soon as new changes are heard of. */
  learn(): void {
    this.#on({ kind: 'learn' })
  }

  [Symbol.dispose](): void {
    this.#end.abort()
    this.#index[Symbol.dispose]()
    this.#timer?.[Symbol.dispose]()
  }

  #on(event: SyncEvent): void {
    const { clock } = this.#deps
    if (this.#end.signal.aborted) return
    const [sync, effects] = step(this.#sync, event, clock.elapsed())
    this.#sync = sync
    this.#timer?.[Symbol.dispose]()
    const due = deadline(sync)
    this.#timer = due === null ? null : clock.after(due - clock.elapsed(), () => this.#on({ kind: 'due' }))
    if (event.kind === 'begun' || event.kind === 'found' || event.kind === 'failed')
      this.#deps.changed(this.state)
    for (const effect of effects) this.#carryOut(effect)
  }

  #carryOut(effect: SyncEffect): void {
    switch (effect) {
      case 'read':
        void this.#once.request()
        break
      case 'learn':
        this.#index.start()
        break
      case 'tell':
        this.#deps.stored()
        break
      default:
        assertNever(effect)
    }
  }

  async #run(): Promise<void> {
    await Promise.resolve() // a listener that asks again is answered after this run, not beside it
    if (this.#end.signal.aborted) return
    this.#on({ kind: 'begun' })
    const { since } = this.#store.state
    const found = await this.#readPatiently()
    if (this.#end.signal.aborted) return
    const { clock, log, askWho } = this.#deps
    if (found.ok) {
      this.#on({ kind: 'found', count: found.value, at: clock.now() })
      if (found.value > 0) askWho?.({ batch: this.#store.state.batch - 1, since, signal: this.#end.signal })
    } else {
      const { kind, status, code } = found.error
      log.warn('sync failed', { kind, status, code })
      this.#on({ kind: 'failed', error: found.error })
    }
  }

  /**
   * How many changes it found. A place to read on from that is refused again and again while the drive answers is given up,
   * and the drive read from its start.
   */
  async #readPatiently(): Promise<Result<number, GraphError>> {
    const { feed, graph, clock, log } = this.#deps
    const found = await this.#read((reading) => this.#readOn(reading))
    if (found.ok || this.#end.signal.aborted) return found
    const { patience: before, givenUp } = failedSoFar(this.#sync)
    const patience = patienceAfter(before, found.error, clock.elapsed())
    const isOver = patience !== null && isSpent(patience, givenUp, clock.elapsed())
    if (patience === null || !(isOver || isRefused(patience))) return found
    const itself = await answersItself(graph, feed)
    if (!itself.ok)
      return itself.error.kind === 'not-found' || itself.error.kind === 'forbidden' ? itself : found
    if (!isOver || !this.#hasPlace) return fail(ofTheFeed(found.error))
    log.info('the drive is read anew, for its link is refused', { code: found.error.code })
    this.#on({ kind: 'gave-up' })
    const anew = await this.#read((reading) => this.#anew(reading, { restartUrl: null }))
    return anew.ok ? anew : fail(ofTheFeed(anew.error))
  }

  /** Is there a place to read on from that could be given up? */
  get #hasPlace(): boolean {
    const { deltaLink, resyncLink } = this.#store.state
    return resyncLink === null ? deltaLink !== null : resyncLink !== this.#deps.feed.start({ latest: false })
  }

  /** Never throws: what goes wrong here must not stop the other drives. */
  async #read(
    how: (reading: Reading) => Promise<Result<number, GraphError>>,
  ): Promise<Result<number, GraphError>> {
    const { feed, scope, graph, clock, log } = this.#deps
    const { signal } = this.#end
    const { limitMs } = this.#sync
    const missed = this.#sync.kind === 'reading' ? this.#sync.answers.gap : null
    const inScope = scopeFilter(scope())
    const common = { feed, inScope, graph, store: this.#store, clock, log, missed, signal, limitMs }
    try {
      return await how(common)
    } catch (error) {
      log.error('sync broke', { error: String(error) })
      return fail(graphError({ kind: 'unexpected' }, { code: 'broken' }))
    }
  }

  async #readOn(reading: Reading): Promise<Result<number, GraphError>> {
    const { deltaLink, resyncLink } = this.#store.state
    if (resyncLink !== null) return this.#anew(reading, 'where-it-ended')
    if (deltaLink === null) return this.#readFirst(reading)
    const found = await readChanges({ ...reading, deltaLink })
    if (found.ok || found.error.kind !== 'resync-required') return found
    this.#deps.log.info('the drive is read anew', { code: found.error.code })
    return this.#anew(reading, { restartUrl: found.error.restartUrl })
  }

  async #readFirst(reading: Reading): Promise<Result<number, GraphError>> {
    const first = await readLatest(reading)
    if (first.ok) void this.#readRecent(reading)
    return first
  }

  /** Nobody waits for it. Where it fails, or would not find the folders around, the index finds the same later. */
  async #readRecent(reading: Reading): Promise<void> {
    const { feed, scope, beginsAtTimes, log } = this.#deps
    if (!beginsAtTimes || !feed.since || scope().kind !== 'everything') return
    const { followedAt } = this.#store.state
    try {
      const found = await readRecent(reading, feed.since(followedAt - recentMs), followedAt)
      if (found !== null && !reading.signal.aborted) this.#keepRecent(found)
    } catch (error) {
      log.error('reading what was done before broke', { error: String(error) })
    }
  }

  /** The background index met items: with the last of them, what was done before following is known. */
  #met(items: readonly DriveItem[], isLast: boolean): void {
    const { scope } = this.#deps
    this.#recent ??= new RecentItems(this.#store.state.followedAt)
    this.#recent.add(items)
    if (!isLast) return
    this.#keepRecent(this.#recent.changes({ store: this.#store, inScope: scopeFilter(scope()) }))
    this.#recent = null
  }

  #keepRecent(found: SetPart['judged']): void {
    const { askWho } = this.#deps
    const since = this.#store.state.followedAt - recentMs
    if (found.length > 0 && this.#store.keepRecent(found))
      askWho?.({ batch: recentBatch, since, signal: this.#end.signal })
  }

  /** One drive of an account after the other. */
  #anew(reading: Reading, from: Anew): Promise<Result<number, GraphError>> {
    const { graph } = this.#deps
    return graph.inTurn(() => (reading.signal.aborted ? Promise.resolve(ended) : readAnew(reading, from)))
  }

  /** With the last item learned, one more look: from there on every set is judged by a whole index. */
  #learned(): void {
    this.#deps.changed(this.state)
    if (this.#store.state.completedAt !== null) this.#on({ kind: 'wanted', why: null })
  }
}

/** The drive is there, so whatever is not found is not the drive. */
function ofTheFeed(error: GraphError): GraphError {
  return error.kind === 'not-found' ? { ...error, kind: 'unexpected', code: feedNotFound } : error
}
