import { setImmediate } from 'node:timers/promises'
import { answersItself, endless, type Feed, PageWatch, readDeltaPage } from '../graph/delta.ts'
import type { GraphError } from '../graph/graph-error.ts'
import type { Graph } from '../graph/graph.ts'
import type { DriveItem } from '../graph/schemas.ts'
import { type Clock, pause } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import { ok, type Result } from '../kit/result.ts'
import { collapse } from './delta-set.ts'
import type { DriveStore } from './drive-store.ts'
import { learned } from './known-item.ts'
import { firstLimitMs, nextLimitMs } from '../graph/call-limits.ts'
import { type Patience, patienceAfter, isSpent } from './patience.ts'
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
  /** It met these, and with `isLast` all. */
  readonly met: (items: readonly DriveItem[], isLast: boolean) => void
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
  #patience: Patience | null = null
  /** So many places were given up since it began. */
  #givenUp = 0
  #limitMs = firstLimitMs
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
    const { store, log, clock } = this.#deps
    const watch = new PageWatch(store.state.learnLink ?? '')
    try {
      while (!this.#isOver) {
        const read = await this.#readPage(store.state.learnLink)
        const waitMs = read.ok ? this.#waitMs(watch, read.value) : null
        if (!read.ok || waitMs === null) return await this.#tryLater(read.ok ? endless : read.error)
        this.#attempt = 0
        this.#patience = null
        if (waitMs > 0) await pause(clock, waitMs, this.#end.signal)
        else await setImmediate() // a breath, so that the app stays responsive
      }
      if (store.state.completedAt !== null)
        log.info('all items of the drive are known', { items: store.state.learned })
    } catch (error) {
      log.error('the background index stopped', { error: String(error) })
    } finally {
      this.#isRunning = false
    }
  }

  /** How long to wait before the next page; null: there is no end. */
  #waitMs(watch: PageWatch, items: readonly DriveItem[]): number | null {
    const { learnLink } = this.#deps.store.state
    return learnLink === null ? 0 : watch.waitMs(learnLink, items)
  }

  async #readPage(from: string | null): Promise<Result<readonly DriveItem[], GraphError>> {
    const { graph, store, clock, feed, progress, met } = this.#deps
    const began = clock.elapsed()
    const place = from ?? feed.start({ latest: false })
    const page = await readDeltaPage(graph, feed, place, { limitMs: this.#limitMs })
    const error = page.ok ? null : page.error
    this.#limitMs = nextLimitMs(this.#limitMs, { tookMs: clock.elapsed() - began, error })
    if (this.#isOver) return ok([])
    if (!page.ok) return page
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
    if (isKept) met([...items.values()], next.kind === 'done')
    progress()
    return isKept ? ok(page.value.items) : notKept
  }

  async #tryLater(error: GraphError): Promise<void> {
    const { store, clock, log } = this.#deps
    if (store.state.learnLink !== null && (await this.#isLost(error))) {
      store.learn([], { learnLink: null, learned: 0 }) // what was learned stays
      this.#patience = null
      this.#givenUp += 1
    }
    if (this.#end.signal.aborted) return
    const afterMs = retryAfterMs(error, this.#attempt++)
    log.warn('the background index waits', { kind: error.kind, code: error.code, afterMs })
    this.#retry = clock.after(afterMs, () => this.start())
  }

  /** Is the place to read on from worth nothing, though the drive itself answers? */
  async #isLost(error: GraphError): Promise<boolean> {
    const { graph, feed, clock } = this.#deps
    if (error.kind === 'resync-required') return true
    this.#patience = patienceAfter(this.#patience, error, clock.elapsed())
    const isOver = this.#patience !== null && isSpent(this.#patience, this.#givenUp, clock.elapsed())
    return isOver && (await answersItself(graph, feed)).ok
  }
}
