import type { AwayLine, Filter, HistoryPage, HistoryRow } from '../../../preload/contract/activity.ts'
import type { Bridge } from '../../../preload/contract/commands.ts'

/** The kept changes that match a filter, as far as they are read. */
export type Feed =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'rows'
      readonly filter: Filter
      readonly rows: readonly HistoryRow[]
      readonly away: readonly AwayLine[]
      readonly next: string | null
      readonly matches: number
    }

// As far as is read again at each change: so many pages, however far someone has scrolled.
const pagesAgain = 5

/** Reads the history page by page, and again from the top when it or the filter changed. One read at a time. */
export class HistoryFeed {
  readonly #read: Bridge['history']
  readonly #listeners = new Set<() => void>()
  #feed: Feed = { kind: 'loading' }
  #filter: Filter | null = null
  #revision: number | null = null
  /** Changes with the filter: an answer that belongs to an older turn is dropped. */
  #turn = Symbol()
  #stale = false
  #wantsMore = false
  #reading = false

  constructor(read: Bridge['history']) {
    this.#read = read
  }

  /** For useSyncExternalStore: what is read so far. Older rows stay until a new filter is answered. */
  readonly current = (): Feed => this.#feed

  /** For useSyncExternalStore: hears every new feed; returns its own end. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Shows what this filter lets through of the history at this revision; what is news is read. */
  ask(filter: Filter, revision: number): void {
    if (filter === this.#filter && revision === this.#revision) return
    if (filter !== this.#filter) {
      this.#filter = filter
      this.#turn = Symbol()
      this.#wantsMore = false
      this.#reading = false
    }
    this.#revision = revision
    this.again()
  }

  /** Reads from the top. */
  again(): void {
    this.#stale = true
    void this.#run()
  }

  /** Someone comes to the end: read on. */
  readonly more = (): void => {
    this.#wantsMore = true
    void this.#run()
  }

  async #run(): Promise<void> {
    const filter = this.#filter
    if (this.#reading || !filter) return
    const turn = this.#turn
    this.#reading = true
    while (turn === this.#turn && (this.#stale || this.#wantsMore)) {
      const next = await this.#step(filter)
      if (turn === this.#turn) this.#show(next)
    }
    if (turn === this.#turn) this.#reading = false
  }

  /** What the feed becomes. A failure keeps what was read of the same filter. */
  async #step(filter: Filter): Promise<Feed> {
    const known = this.#feed.kind === 'rows' && this.#feed.filter === filter ? this.#feed : null
    try {
      if (!this.#stale && known) {
        this.#wantsMore = false
        return known.next === null ? known : await this.#readOn(known, known.next)
      }
      this.#stale = this.#wantsMore = false
      return await this.#readAgain(filter, known)
    } catch {
      return known ?? { kind: 'failed' }
    }
  }

  async #readAgain(filter: Filter, known: Rows | null): Promise<Rows> {
    const readUntil = known?.rows.at(-1)?.at ?? Infinity
    let page = await this.#read({ filter, before: null })
    for (let pages = 1; pages < pagesAgain && page.next !== null && oldestAt(page) > readUntil; pages++) {
      const older = await this.#read({ filter, before: page.next })
      page = { ...older, rows: [...page.rows, ...older.rows], away: [...page.away, ...older.away] }
    }
    return { kind: 'rows', filter, ...onto(page, known) }
  }

  async #readOn(known: Rows, before: string): Promise<Rows> {
    const { filter } = known
    return { kind: 'rows', filter, ...below(known, await this.#read({ filter, before })) }
  }

  #show(feed: Feed): void {
    if (feed === this.#feed) return
    this.#feed = feed
    for (const listener of this.#listeners) listener()
  }
}

type Rows = Extract<Feed, { kind: 'rows' }>

const oldestAt = ({ rows }: { readonly rows: readonly HistoryRow[] }): number => rows.at(-1)?.at ?? Infinity

/** A page read on below those known; a row that came again stands where it stood. */
export function below(known: HistoryPage, page: HistoryPage): HistoryPage {
  return {
    ...page,
    rows: [...known.rows, ...without(page.rows, known.rows)],
    away: [...known.away, ...without(page.away, known.away)],
  }
}

/**
 * What was read again, and below it what is known from before: unless rows between the two are not known, or some
 * were deleted meanwhile.
 */
export function onto(fresh: HistoryPage, known: HistoryPage | null): HistoryPage {
  const last = fresh.rows.at(-1)
  if (!known || !last || fresh.next === null || fresh.matches < known.matches) return fresh
  const seam = known.rows.findIndex(({ id }) => id === last.id)
  if (seam < 0) return fresh
  const older = without(known.rows.slice(seam + 1), fresh.rows)
  if (older.length === 0) return fresh
  return {
    rows: [...fresh.rows, ...older],
    away: [...fresh.away, ...without(known.away, fresh.away)],
    next: known.next,
    matches: fresh.matches,
  }
}

/** What stays the same of a row: a burst goes by its own id, for that of its newest change is another with each one. */
export const keyOf = ({ id, burst }: Pick<HistoryRow, 'id'> & Partial<Pick<HistoryRow, 'burst'>>): string =>
  burst?.id ?? id

function without<T extends HistoryRow | AwayLine>(from: readonly T[], those: readonly T[]): readonly T[] {
  const keys = new Set(those.map(keyOf))
  return from.filter((each) => !keys.has(keyOf(each)))
}
