import type { Scope } from '../../preload/contract/discovery.ts'
import type { Feed } from '../graph/delta.ts'
import { type GraphError, graphError } from '../graph/graph-error.ts'
import type { Graph } from '../graph/graph.ts'
import type { Database } from '../history/database.ts'
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import { RunAgain } from '../kit/run-again.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import type { StoredSet } from './activity-lookup.ts'
import { type DriveOwner, DriveStore } from './drive-store.ts'
import { FirstIndex } from './first-index.ts'
import { readChanges, type Reading, readLatest } from './read-delta.ts'
import { readAnew } from './read-anew.ts'
import { type Gap, retryAfterMs, type SyncReason, type SyncState } from './sync-state.ts'
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

const noTrouble = { error: null, triesAgainAt: null } as const

/**
 * The feed lags behind its hints (protocol.md 1.9, 2.4): after the last hint it is asked again, whatever was found, for
 * what was found need not be what was announced.
 */
const againAfterMs = [2_000, 5_000, 15_000]

/** Keeps one drive in step with Graph: hints may be lost, doubled or early, the delta is the truth. */
export class DriveSync implements Disposable {
  readonly #parts: DriveSyncParts
  readonly #store: DriveStore
  readonly #index: FirstIndex
  readonly #once = new RunAgain(() => this.#run())
  readonly #end = new AbortController()
  #state: SyncState
  #result: Result<void, GraphError> = ok(undefined)
  #isHinted = false
  #gap: Gap | null = null
  #learns = false
  #attempt = 0
  #retry: Disposable | null = null
  #again: readonly Disposable[] = []

  constructor(parts: DriveSyncParts) {
    const { feed, graph, database, clock, log, subscriptionId, accountId, driveName } = parts
    this.#parts = parts
    const store = new DriveStore(database, { subscriptionId, accountId, driveName })
    this.#store = store
    this.#index = new FirstIndex({ feed, graph, store, clock, log, progress: () => this.#learned() })
    const lastCheckedAt = store.state.since || null
    this.#state = {
      phase: 'idle',
      since: null,
      lastCheckedAt,
      lastFoundAt: null,
      learning: null,
      ...noTrouble,
    }
  }

  get state(): SyncState {
    return { ...this.#state, learning: this.#learning }
  }

  /** Reads what differs: at once, or once more after the run under way. Answers when a run begun after this call ended. */
  async sync(why: SyncReason): Promise<Result<void, GraphError>> {
    if (why === 'hint') this.#isHinted = true
    if (why === 'away' || why === 'paused') this.#gap ??= why
    if (!this.#end.signal.aborted) await this.#once.request()
    return this.#result
  }

  /** Learns the drive's old items in the background, as soon as new changes are heard of. */
  learn(): void {
    this.#learns = true
    if (this.#store.state.deltaLink !== null) this.#index.start()
  }

  [Symbol.dispose](): void {
    this.#end.abort()
    this.#index[Symbol.dispose]()
    this.#rest()
  }

  async #run(): Promise<void> {
    await Promise.resolve() // a listener that asks again is answered after this run, not beside it
    if (this.#end.signal.aborted) return
    const [isHinted, gap] = [this.#isHinted, this.#gap]
    this.#isHinted = false
    this.#gap = null
    this.#retry?.[Symbol.dispose]()
    if (isHinted) this.#askNoMore()
    this.#show({ phase: 'reading', since: this.#parts.clock.elapsed() })
    const { since } = this.#store.state
    const found = await this.#read(gap)
    if (this.#end.signal.aborted) return
    this.#result = found.ok ? ok(undefined) : found
    if (found.ok) this.#succeeded(found.value, isHinted, since)
    else this.#failed(found.error, isHinted, gap)
  }

  #succeeded(found: number, isHinted: boolean, since: number): void {
    this.#attempt = 0
    const { clock } = this.#parts
    const lastFoundAt = found > 0 ? clock.elapsed() : this.#state.lastFoundAt
    this.#show({ phase: 'idle', since: null, lastCheckedAt: clock.now(), lastFoundAt, ...noTrouble })
    if (isHinted) this.#askAgain()
    this.#parts.stored()
    if (found > 0)
      this.#parts.askWho?.({ batch: this.#store.state.batch - 1, since, signal: this.#end.signal })
    if (this.#learns) this.#index.start()
  }

  #failed(error: GraphError, isHinted: boolean, gap: Gap | null): void {
    this.#isHinted ||= isHinted
    this.#gap = gap ?? this.#gap
    const afterMs = retryAfterMs(error, this.#attempt++)
    this.#parts.log.warn('sync failed', { kind: error.kind, status: error.status, code: error.code, afterMs })
    const { clock } = this.#parts
    const triesAgainAt = clock.elapsed() + afterMs
    this.#retry = clock.after(afterMs, () => void this.#once.request())
    this.#show({ phase: 'idle', since: null, error, triesAgainAt })
  }

  /** How many changes it found. Never throws: what goes wrong here must not stop the other drives. */
  async #read(missed: Gap | null): Promise<Result<number, GraphError>> {
    const { feed, scope, graph, clock, log } = this.#parts
    const store = this.#store
    const inScope = scopeFilter(scope())
    const reading: Reading = { feed, inScope, graph, store, clock, log, missed, signal: this.#end.signal }
    try {
      const { deltaLink, resyncLink } = store.state
      if (resyncLink !== null) return await readAnew(reading, null)
      if (deltaLink === null) return await readLatest(reading)
      const found = await readChanges({ ...reading, deltaLink })
      if (found.ok || found.error.kind !== 'resync-required') return found
      log.info('the drive is read anew', { code: found.error.code })
      return await readAnew(reading, found.error.restartUrl)
    } catch (error) {
      log.error('sync broke', { error: String(error) })
      return fail(graphError({ kind: 'unexpected' }, { code: 'broken' }))
    }
  }

  #askAgain(): void {
    const { clock } = this.#parts
    this.#again = againAfterMs.map((ms) => clock.after(ms, () => void this.#once.request()))
  }

  #askNoMore(): void {
    for (const timer of this.#again) timer[Symbol.dispose]()
    this.#again = []
  }

  #rest(): void {
    this.#askNoMore()
    this.#retry?.[Symbol.dispose]()
  }

  /** With the last item learned, one more look: from there on every set is judged by a whole index. */
  #learned(): void {
    this.#show({})
    if (this.#store.state.completedAt !== null) void this.#once.request()
  }

  get #learning(): SyncState['learning'] {
    const { completedAt, learned } = this.#store.state
    return this.#learns && completedAt === null ? { done: learned, about: null } : null
  }

  #show(facts: Partial<SyncState>): void {
    this.#state = { ...this.#state, ...facts }
    this.#parts.changed(this.state)
  }
}
