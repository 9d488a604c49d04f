import type { ActivityFacts, Filter, PersonChoice } from '../../preload/contract/activity.ts'
import type { Words } from '../../preload/words/words.ts'
import type { Clock } from '../kit/clock.ts'
import { readBurst } from './burst-parts.ts'
import { readChange } from './change-row.ts'
import type { Database } from './database.ts'
import { deleteBefore, deleteMatching, forgetOthers, forgetSubscription } from './delete.ts'
import {
  asksForATime,
  type Digest,
  latestDigest,
  readDigests,
  recordDigest,
  type ToldDigest,
} from './digests.ts'
import { extentOf, newestChange } from './extent.ts'
import { readPeople } from './people-counts.ts'
import { type ChangePage, countMatches, everyChange, readPage } from './history-pages.ts'
import { countUnseen, markSeen } from './seen.ts'
import { latestStored, type StoredAfter, storedAfter } from './stored-after.ts'
import { type Because, type PendingPage, Verdicts } from './verdicts.ts'
import { isTold, newestFirst, type StoredChange, type Verdict } from './stored-change.ts'

const select = 'SELECT * FROM changes'
const newest = 'ORDER BY at DESC, seq DESC LIMIT ?'

interface HistoryDeps {
  readonly database: Database
  readonly clock: Clock
  /** The reader's language: what has no name of its own is found by what it is called in it. */
  readonly words: () => Words
}

/** The kept changes, and what became of each. */
export class History {
  readonly #database: Database
  readonly #clock: Clock
  readonly #words: () => Words
  readonly #verdicts: Verdicts
  /** Known until something changes: the window and the tray ask often. */
  #facts: Omit<ActivityFacts, 'revision'> | null = null
  #unseen: ReadonlyMap<string, number> | null = null

  constructor({ database, clock, words }: HistoryDeps) {
    this.#database = database
    this.#words = words
    this.#clock = clock
    this.#verdicts = new Verdicts(database, clock)
    database.changed.add(() => {
      this.#facts = null
      this.#unseen = null
    })
  }

  /** Hears that changes were stored, settled, seen or forgotten. */
  onChange(listener: () => void): Disposable {
    return this.#database.changed.add(listener)
  }

  /** The changes before a cursor, or the newest. */
  page(filter: Filter, before: string | null, limit: number): ChangePage {
    return readPage(this.#database, filter, before, limit, this.#words())
  }

  /** How many changes there are in all. */
  matches(filter: Filter): number {
    return countMatches(this.#database, filter, this.#words())
  }

  /** All of them, newest first, read some at a time. */
  rows(filter: Filter): Iterable<StoredChange> {
    return everyChange(this.#database, filter, this.#words())
  }

  /** The changes of a burst, newest first, without the first `after`. */
  burst(id: string, after: number, limit: number): { changes: readonly StoredChange[]; total: number } {
    return readBurst(this.#database, id, after, limit)
  }

  /** The number of the change that was stored last. */
  latestStored(): number {
    return latestStored(this.#database)
  }

  /** What was stored after a change, in that order, some at a time. */
  storedAfter(seq: number): StoredAfter {
    return storedAfter(this.#database, seq)
  }

  find(id: string): StoredChange | null {
    const kept = this.#database.unkept.get(Number(id))
    return kept ?? this.#rows(`${select} WHERE seq = ? AND state <> 'open'`, [Number(id)])[0] ?? null
  }

  /** The newest changes of a subscription since it is followed, newest first. */
  latest(limit: number, subscriptionId: string): readonly StoredChange[] {
    const query = `SELECT * FROM changes INDEXED BY changes_of_subscription
      WHERE subscription_id = ? AND state <> 'open' AND verdict IS NOT 'before-followed' ${newest}`
    const unkept = this.#unkept.filter((change) => change.subscriptionId === subscriptionId)
    return [...unkept, ...this.#rows(query, [subscriptionId, limit])].sort(newestFirst).slice(0, limit)
  }

  /** The newest changes that were told, for the tray. */
  latestTold(limit = 5): readonly StoredChange[] {
    const told = `${select} WHERE verdict IN ('told', 'told-updated', 'digest') AND head > 0 ${newest}`
    const all = [...this.#unkept.filter(isTold), ...this.#rows(told, [10 * limit])].sort(newestFirst)
    const items = new Map(all.toReversed().map((each) => [`${each.subscriptionId} ${each.itemId}`, each]))
    return [...items.values()].sort(newestFirst).slice(0, limit)
  }

  /** Changes without a verdict, `limit` at a time, oldest first; `after` is the `next` of the page before. */
  pending(after = 0, limit = 500): PendingPage {
    return this.#verdicts.pending(after, limit)
  }

  /** Held changes whose time came, paged as {@link History.pending}. */
  due(now: number, after = 0, limit = 500): PendingPage {
    return this.#verdicts.due(now, after, limit)
  }

  /** When the next held change is due. */
  nextDue(): number | null {
    return this.#verdicts.nextDue()
  }

  /** Writes down what became of changes. Only now may a crash no longer repeat them. */
  settle(ids: readonly string[], verdict: Verdict, because: Because = {}): void {
    this.#verdicts.settle(ids, verdict, because)
  }

  /** Writes down that a digest was told, for the line between the rows. */
  recordDigest(digest: Digest): void {
    recordDigest(this.#database, digest, this.#clock.now())
  }

  /** The digest that was told last, if it was after a time, and what it told, oldest first. */
  latestDigest(after: number, limit: number): ToldDigest | null {
    return latestDigest(this.#database, after, limit)
  }

  /** Digests that belong between the rows of a page: those that ended after its last row and before its cursor. */
  digests(filter: Filter, before: string | null, { changes, next }: ChangePage): readonly Digest[] {
    const last = changes.at(-1)
    if (!last || !asksForATime(filter)) return []
    const from = Math.max(
      next === null ? Number.MIN_SAFE_INTEGER : last.at,
      filter.from ?? Number.MIN_SAFE_INTEGER,
    )
    const cursor = before === null ? Number.MAX_SAFE_INTEGER : Number(before.split('.')[0])
    return readDigests(this.#database, from, Math.min(cursor, filter.until ?? Number.MAX_SAFE_INTEGER))
  }

  /** Who did something that is kept. */
  people(text: string): readonly PersonChoice[] {
    return readPeople(this.#database, text)
  }

  /** Deletes for good; false when the disk refused some of it. */
  deleteMatching(filter: Filter): Promise<boolean> {
    return deleteMatching(this.#database, filter, this.#words())
  }

  /** Forgets what happened before a time, and all that is known of it. */
  deleteBefore(time: number): Promise<void> {
    return deleteBefore(this.#database, time)
  }

  /** When the newest change happened; null when there is none. */
  newest(): number | null {
    return newestChange(this.#database)
  }

  /** What there is to say of the history as a whole. */
  facts(): Omit<ActivityFacts, 'revision'> {
    return (this.#facts ??= { unseen: this.unseen(), ...extentOf(this.#database) })
  }

  /** How many rows the user has not seen: a burst is one. */
  unseen(): number {
    return [...this.unseenBySubscription().values()].reduce((sum, n) => sum + n, 0)
  }

  unseenBySubscription(): ReadonlyMap<string, number> {
    return (this.#unseen ??= countUnseen(this.#database))
  }

  markAllSeen(): void {
    markSeen(this.#database, { kind: 'everything' })
  }

  markSubscriptionSeen(subscriptionId: string): void {
    markSeen(this.#database, { kind: 'subscription', subscriptionId })
  }

  /** All of a burst is seen, by its id. */
  markRowSeen(burst: string): void {
    markSeen(this.#database, { kind: 'burst', burst })
  }

  /** With a change of a burst, all of it is seen. */
  markSeen(id: string): void {
    const burst = this.find(id)?.burst ?? null
    markSeen(this.#database, burst === null ? { kind: 'change', id } : { kind: 'burst', burst })
  }

  /** Everything that a digest told is seen. */
  markDigestSeen(digest: string): void {
    markSeen(this.#database, { kind: 'digest', digest })
  }

  /** Forgets a subscription: its changes, unless they are to stay, at once, its index bit by bit. */
  async forget(subscriptionId: string, { keepChanges }: { keepChanges: boolean }): Promise<void> {
    for (const change of keepChanges ? [] : this.#unkept) {
      if (change.subscriptionId === subscriptionId) this.#database.unkept.delete(Number(change.id))
    }
    await forgetSubscription(this.#database, subscriptionId, keepChanges)
  }

  /** Forgets the drives that are not among those followed; null: nobody knows, so only what a quit interrupted. */
  async forgetOthers(followed: readonly string[] | null): Promise<void> {
    await forgetOthers(this.#database, followed)
  }

  get #unkept(): readonly StoredChange[] {
    return [...this.#database.unkept.values()]
  }

  #rows(query: string, values: readonly (string | number)[]): readonly StoredChange[] {
    return this.#database.rows(query, values, readChange)
  }
}
