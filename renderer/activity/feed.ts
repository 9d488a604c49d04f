import type { HistoryRow } from '../../preload/activity.ts'
import type { Bridge } from '../../preload/contract.ts'

/** The kept changes as far as they are read. */
export type Feed =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'rows'; readonly rows: readonly HistoryRow[]; readonly next: string | null }

/** Reads the history page by page, and again from the top when it changed. One read at a time. */
export class HistoryFeed {
  readonly #read: Bridge['history']
  readonly #listeners = new Set<() => void>()
  #feed: Feed = { kind: 'loading' }
  #revision: number | null = null
  #stale = false
  #wantsMore = false
  #reading = false

  constructor(read: Bridge['history']) {
    this.#read = read
  }

  /** For useSyncExternalStore: what is read so far. */
  readonly current = (): Feed => this.#feed

  /** For useSyncExternalStore: hears every new feed; returns its own end. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** The history is at this revision: if that is news, read it again, as far back as it was read. */
  refresh(revision: number): void {
    if (revision === this.#revision) return
    this.#revision = revision
    this.#stale = true
    void this.#run()
  }

  /** Someone comes to the end: read on. */
  more(): void {
    this.#wantsMore = true
    void this.#run()
  }

  async #run(): Promise<void> {
    if (this.#reading) return
    this.#reading = true
    while (this.#stale || this.#wantsMore) {
      try {
        await this.#step()
      } catch {
        if (this.#feed.kind !== 'rows') this.#show({ kind: 'failed' })
      }
    }
    this.#reading = false
  }

  #step(): Promise<void> {
    if (this.#stale) {
      this.#stale = false
      return this.#readAgain()
    }
    this.#wantsMore = false
    return this.#readOn()
  }

  async #readAgain(): Promise<void> {
    const readUntil = oldestAt(this.#feed.kind === 'rows' ? this.#feed.rows : [])
    let { rows, next } = await this.#read({ before: null })
    while (next !== null && oldestAt(rows) > readUntil) {
      const page = await this.#read({ before: next })
      rows = [...rows, ...page.rows]
      next = page.next
    }
    this.#show({ kind: 'rows', rows, next })
  }

  async #readOn(): Promise<void> {
    const feed = this.#feed
    if (feed.kind !== 'rows' || feed.next === null) return
    const page = await this.#read({ before: feed.next })
    const known = new Set(feed.rows.map(({ id }) => id))
    const rows = [...feed.rows, ...page.rows.filter(({ id }) => !known.has(id))]
    this.#show({ kind: 'rows', rows, next: page.next })
  }

  #show(feed: Feed): void {
    this.#feed = feed
    for (const listener of this.#listeners) listener()
  }
}

/** When the oldest of these was made; without any, there is nothing to reach back to. */
const oldestAt = (rows: readonly HistoryRow[]): number => rows.at(-1)?.at ?? Infinity
