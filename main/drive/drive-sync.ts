import type { Scope } from '../../preload/contract/discovery.ts'
import type { Feed } from '../graph/delta.ts'
import { type GraphError, graphError } from '../graph/graph-error.ts'
import type { Graph } from '../graph/graph.ts'
import type { Database } from '../history/database.ts'
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import { RunAgain } from '../kit/run-again.ts'
import { assertNever, fail, ok, type Result } from '../kit/result.ts'
import type { StoredSet } from './activity-lookup.ts'
import { type DriveOwner, DriveStore } from './drive-store.ts'
import { FirstIndex } from './first-index.ts'
import { readChanges, type Reading, readLatest } from './read-delta.ts'
import { readAnew } from './read-anew.ts'
import type { SyncReason, SyncState } from './sync-state.ts'
import {
  atRest,
  deadline,
  isTorn,
  shownAs,
  step,
  type Sync,
  type SyncEffect,
  type SyncEvent,
} from './sync-step.ts'
import { scopeFilter } from './scope.ts'

export interface DriveSyncParts extends DriveOwner {
  readonly feed: Feed
  /** What of it is followed, asked anew at each reading. */
  readonly scope: () => Scope
  readonly graph: Graph
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  /** A set was stored: there may be changes to tell. */
  readonly stored: () => void
  /** Asks who did what nobody was named for; null where Graph cannot say. */
  readonly askWho: ((set: Pick<StoredSet, 'batch' | 'since' | 'signal'>) => void) | null
  readonly changed: (state: SyncState) => void
}

/** Keeps one drive in step with Graph: hints may be lost, doubled or early, the delta is the truth. */
export class DriveSync implements Disposable {
  readonly #parts: DriveSyncParts
  readonly #store: DriveStore
  readonly #index: FirstIndex
  readonly #once = new RunAgain(() => this.#run())
  readonly #end = new AbortController()
  #sync: Sync
  #timer: Disposable | null = null

  constructor(parts: DriveSyncParts) {
    const { feed, graph, database, clock, log, subscriptionId, accountId, driveName } = parts
    this.#parts = parts
    const store = new DriveStore(database, { subscriptionId, accountId, driveName })
    this.#store = store
    this.#index = new FirstIndex({ feed, graph, store, clock, log, progress: () => this.#learned() })
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
    const { clock } = this.#parts
    if (this.#end.signal.aborted) return
    const [sync, effects] = step(this.#sync, event, clock.elapsed())
    this.#sync = sync
    this.#timer?.[Symbol.dispose]()
    const due = deadline(sync)
    this.#timer = due === null ? null : clock.after(due - clock.elapsed(), () => this.#on({ kind: 'due' }))
    if (event.kind === 'begun' || event.kind === 'found' || event.kind === 'failed')
      this.#parts.changed(this.state)
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
        this.#parts.stored()
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
    const found = await this.#read()
    if (this.#end.signal.aborted) return
    const { clock, log, askWho } = this.#parts
    if (found.ok) {
      this.#on({ kind: 'found', count: found.value, at: clock.now() })
      if (found.value > 0) askWho?.({ batch: this.#store.state.batch - 1, since, signal: this.#end.signal })
    } else {
      const { kind, status, code } = found.error
      log.warn('sync failed', { kind, status, code })
      this.#on({ kind: 'failed', error: found.error })
    }
  }

  /** How many changes it found. Never throws: what goes wrong here must not stop the other drives. */
  async #read(): Promise<Result<number, GraphError>> {
    const { feed, scope, graph, clock, log } = this.#parts
    const store = this.#store
    const missed = this.#sync.kind === 'reading' ? this.#sync.answers.gap : null
    const inScope = scopeFilter(scope())
    const reading: Reading = { feed, inScope, graph, store, clock, log, missed, signal: this.#end.signal }
    try {
      const { deltaLink, resyncLink } = store.state
      if (resyncLink !== null) return await readAnew(reading, null)
      if (deltaLink === null) return await readLatest(reading)
      if (isTorn(this.#sync)) {
        log.info('the drive is read anew, for its pages are not whole')
        return await readAnew(reading, null)
      }
      const found = await readChanges({ ...reading, deltaLink })
      if (found.ok || found.error.kind !== 'resync-required') return found
      log.info('the drive is read anew', { code: found.error.code })
      return await readAnew(reading, found.error.restartUrl)
    } catch (error) {
      log.error('sync broke', { error: String(error) })
      return fail(graphError({ kind: 'unexpected' }, { code: 'broken' }))
    }
  }

  /** With the last item learned, one more look: from there on every set is judged by a whole index. */
  #learned(): void {
    this.#parts.changed(this.state)
    if (this.#store.state.completedAt !== null) this.#on({ kind: 'wanted', why: null })
  }
}
