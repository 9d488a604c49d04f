import type { Clock } from '../kit/clock.ts'
import type { Database } from './database.ts'
import { forgetSubscription } from './forget.ts'
import { readChange, type StoredChange, type Verdict } from './stored-change.ts'

/** One page of kept changes, newest first. */
export interface ChangePage {
  readonly changes: readonly StoredChange[]
  /** Hand back to read on; null at the end. */
  readonly next: string | null
}

/** Some of the changes that wait for a verdict, oldest first. */
export interface PendingPage {
  readonly changes: readonly StoredChange[]
  readonly next: number | null
}

interface Settlement {
  readonly verdict: Verdict
  readonly at: number
}

const select = 'SELECT * FROM changes'
const newest = 'ORDER BY at DESC, seq DESC LIMIT ?'
const settle = `UPDATE changes SET state = 'settled', verdict = ?, told_at = ?, seen = ? WHERE seq = ? AND state = 'pending'`

/** The kept changes, and what became of each. */
export class History {
  readonly #database: Database
  readonly #clock: Clock
  /** Verdicts the disk refused to take: they hold all the same, or a change would be told twice. */
  readonly #unwritten = new Map<number, Settlement>()

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    this.#database = database
    this.#clock = clock
  }

  /** Hears that changes were stored, settled, seen or forgotten. */
  onChange(listener: () => void): Disposable {
    return this.#database.changed.add(listener)
  }

  /** The changes before a cursor, or the newest. */
  page(before: string | null, limit: number): ChangePage {
    const [at = Infinity, seq = Infinity] = (before ?? '').split('.').filter(Boolean).map(Number)
    const rows = this.#rows(`${select} WHERE state <> 'open' AND (at, seq) < (?, ?) ${newest}`, [
      Math.min(at, Number.MAX_SAFE_INTEGER),
      Math.min(seq, Number.MAX_SAFE_INTEGER),
      limit + 1,
    ])
    const all = [...this.#unkept.filter((change) => isBefore(change, at, seq)), ...rows].sort(newestFirst)
    const changes = all.slice(0, limit)
    const last = changes.at(-1)
    return { changes, next: last && all.length > limit ? `${last.at}.${last.id}` : null }
  }

  find(id: string): StoredChange | null {
    const kept = this.#database.unkept.get(Number(id))
    return kept ?? this.#rows(`${select} WHERE seq = ? AND state <> 'open'`, [Number(id)])[0] ?? null
  }

  /** The newest changes that were told, for the tray. */
  latestTold(limit = 5): readonly StoredChange[] {
    const rows = this.#rows(`${select} WHERE verdict IN ('told', 'digest') ${newest}`, [limit])
    const unkept = this.#unkept.filter(({ verdict }) => verdict === 'told' || verdict === 'digest')
    return [...unkept, ...rows].sort(newestFirst).slice(0, limit)
  }

  /** Changes without a verdict, `limit` at a time, oldest first; `after` is the `next` of the page before. */
  pending(after = 0, limit = 500): PendingPage {
    const rows = this.#rows(`${select} WHERE state = 'pending' AND seq > ? ORDER BY seq LIMIT ?`, [
      after,
      limit,
    ])
    const last = rows.length < limit ? null : (rows.at(-1) ?? null)
    const unkept = last ? [] : this.#unkept.filter(({ verdict }) => verdict === null)
    const waiting = rows.filter(({ id }) => !this.#unwritten.has(Number(id)))
    return { changes: [...waiting, ...unkept], next: last && Number(last.id) }
  }

  /** Writes down what became of changes. Only now may a crash no longer repeat them. */
  settle(ids: readonly string[], verdict: Verdict): void {
    if (ids.length === 0) return
    for (const id of ids) this.#unwritten.set(Number(id), { verdict, at: this.#clock.now() })
    const written = this.#database.transact(() => {
      for (const [seq, { verdict, at }] of this.#unwritten) {
        this.#database.prepare(settle).run(verdict, at, Number(verdict === 'own-change'), seq)
      }
    })
    const { unkept } = this.#database
    for (const id of ids) {
      const change = unkept.get(Number(id))
      const seen = verdict === 'own-change'
      if (change) unkept.set(Number(id), { ...change, verdict, toldAt: this.#clock.now(), seen })
    }
    if (written.ok) this.#unwritten.clear()
    this.#database.changed.emit()
  }

  /** How many changes are kept. */
  kept(): number {
    return this.#count(`SELECT count(*) AS n FROM changes WHERE state <> 'open'`) + this.#database.unkept.size
  }

  /** How many the user has not seen; own changes never count. */
  unseen(): number {
    return [...this.unseenBySubscription().values()].reduce((sum, n) => sum + n, 0)
  }

  unseenBySubscription(): ReadonlyMap<string, number> {
    const query = `SELECT subscription_id AS id, count(*) AS n FROM changes WHERE state = 'settled' AND seen = 0 GROUP BY id`
    const rows = this.#database.read(() => this.#database.prepare(query).all(), [])
    const counts = new Map(rows.map(({ id, n }) => [String(id), Number(n)]))
    for (const { subscriptionId: id, verdict, seen } of this.#unkept) {
      if (verdict !== null && !seen) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    return counts
  }

  markAllSeen(): void {
    for (const change of this.#unkept) this.#database.unkept.set(Number(change.id), { ...change, seen: true })
    this.#database.transact(() => {
      this.#database.prepare(`UPDATE changes SET seen = 1 WHERE state = 'settled' AND seen = 0`).run()
    })
    this.#database.changed.emit()
  }

  markSeen(id: string): void {
    const change = this.#database.unkept.get(Number(id))
    if (change) this.#database.unkept.set(Number(id), { ...change, seen: true })
    this.#database.transact(() => {
      this.#database.prepare('UPDATE changes SET seen = 1 WHERE seq = ?').run(Number(id))
    })
    this.#database.changed.emit()
  }

  /** Forgets a subscription: its changes, unless they are to stay, at once, its index bit by bit. */
  async forget(subscriptionId: string, { keepChanges }: { keepChanges: boolean }): Promise<void> {
    for (const change of keepChanges ? [] : this.#unkept) {
      if (change.subscriptionId === subscriptionId) this.#database.unkept.delete(Number(change.id))
    }
    await forgetSubscription(this.#database, subscriptionId, keepChanges)
  }

  get #unkept(): readonly StoredChange[] {
    return [...this.#database.unkept.values()]
  }

  #rows(query: string, values: readonly number[]): readonly StoredChange[] {
    return this.#database.read(
      () =>
        this.#database
          .prepare(query)
          .all(...values)
          .map(readChange),
      [],
    )
  }

  #count(query: string): number {
    return this.#database.read(() => Number(this.#database.prepare(query).get()?.n), 0)
  }
}

const newestFirst = (a: StoredChange, b: StoredChange): number => b.at - a.at || Number(b.id) - Number(a.id)

const isBefore = (change: StoredChange, at: number, seq: number): boolean =>
  change.at < at || (change.at === at && Number(change.id) < seq)
