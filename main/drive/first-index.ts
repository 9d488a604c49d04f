import { setImmediate } from 'node:timers/promises'
import { type Feed, readDeltaPage } from '../graph/delta.ts'
import { graphError, type GraphError } from '../graph/graph-error.ts'
import type { Graph } from '../graph/graph.ts'
import type { DriveItem } from '../graph/schemas.ts'
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import { collapse } from './delta-set.ts'
import type { DriveStore } from './drive-store.ts'
import { learned } from './known-item.ts'
import { notKept } from './read-delta.ts'
import { retryAfterMs } from './sync-state.ts'

interface FirstIndexDeps {
  readonly feed: Feed
  readonly graph: Graph
  readonly store: DriveStore
  readonly clock: Clock
  readonly log: Log
  /** More items are known, or all of them. */
  readonly progress: () => void
}

/**
 * Learns a drive's old items by name and place in the background, page by page, while changes are already told. What the
 * live feed showed is never overwritten. A restart goes on where it ended.
 */
export class FirstIndex implements Disposable {
  readonly #deps: FirstIndexDeps
  readonly #end = new AbortController()
  #isRunning = false
  #attempt = 0
  #retry: Disposable | null = null

  constructor(deps: FirstIndexDeps) {
    this.#deps = deps
  }

  /** Begins or goes on, unless all is known or it runs already. */
  start(): void {
    if (this.#isRunning || this.#isOver) return
    this.#retry?.[Symbol.dispose]()
    this.#retry = null
    this.#isRunning = true
    void this.#run()
  }

  [Symbol.dispose](): void {
    this.#end.abort()
    this.#retry?.[Symbol.dispose]()
  }

  /** Reading the drive anew learns everything as well. */
  get #isOver(): boolean {
    const { completedAt, resyncLink } = this.#deps.store.state
    return this.#end.signal.aborted || completedAt !== null || resyncLink !== null
  }

  async #run(): Promise<void> {
    const { store, log } = this.#deps
    const read = new Set<string | null>()
    try {
      while (!this.#isOver) {
        const from = store.state.learnLink
        const isRing = read.has(from)
        read.add(from)
        const error = isRing
          ? graphError({ kind: 'malformed' }, { code: 'endlessPaging' })
          : await this.#readPage(from)
        if (error) return this.#tryLater(error)
        this.#attempt = 0
        await setImmediate() // a breath, so that the app stays responsive
      }
      if (store.state.completedAt !== null)
        log.info('all items of the drive are known', { items: store.state.learned })
    } catch (error) {
      log.error('the background index stopped', { error: String(error) })
    } finally {
      this.#isRunning = false
    }
  }

  async #readPage(from: string | null): Promise<GraphError | null> {
    const { graph, store, clock, feed, progress } = this.#deps
    const page = await readDeltaPage(graph, feed, from ?? feed.start({ latest: false }))
    if (this.#isOver) return null
    if (!page.ok) return page.error
    const { next } = page.value
    const items = new Map<string, DriveItem>()
    collapse(
      items,
      page.value.items.filter(({ deleted }) => !deleted),
    )
    const now = clock.now()
    const known = [...items.values()].map((item) => learned(item, now))
    const isKept = store.learn(known, {
      learned: store.state.learned + known.length,
      learnLink: next.kind === 'more' ? next.url : null,
      completedAt: next.kind === 'done' ? now : null,
    })
    progress()
    return isKept ? null : notKept.error
  }

  #tryLater(error: GraphError): void {
    const { store, clock, log } = this.#deps
    const isLost = error.kind === 'resync-required' || (lost.has(error.kind) && this.#attempt >= 2)
    if (isLost && store.state.learnLink !== null) store.learn([], { learnLink: null, learned: 0 })
    const afterMs = retryAfterMs(error, this.#attempt++)
    log.warn('the background index waits', { kind: error.kind, code: error.code, afterMs })
    this.#retry = clock.after(afterMs, () => this.start())
  }
}

/** Failing again and again, the place we read on from is worth nothing: begin anew. What was learned stays. */
const lost: ReadonlySet<GraphError['kind']> = new Set<GraphError['kind']>([
  'malformed',
  'unexpected',
  'not-found',
])
