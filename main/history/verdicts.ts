import type { SQLInputValue } from 'node:sqlite'
import type { Clock } from '../kit/clock.ts'
import { chooseHeads } from './burst-parts.ts'
import { readChange } from './change-row.ts'
import type { Database } from './database.ts'
import type { DecidedBy } from './decided-by.ts'
import type { StoredChange, Verdict } from './stored-change.ts'

/** Some of the changes that wait for a verdict or for a digest, oldest first. */
export interface PendingPage {
  readonly changes: readonly StoredChange[]
  readonly next: number | null
}

/** What there is to say of a verdict. */
export interface Because {
  readonly decidedBy?: DecidedBy
  readonly muteId?: string
  /** What was told by one notice, one after the other, shares it. */
  readonly burst?: string
  /** Where one notice tells several rows: the row of each. */
  readonly rows?: ReadonlyMap<string, string>
  readonly digest?: string
  /** Held back until then: it comes again, for a digest. */
  readonly dueAt?: number
}

type Settlement = Pick<
  StoredChange,
  'verdict' | 'decidedBy' | 'muteId' | 'toldAt' | 'dueAt' | 'digest' | 'burst'
>

const settle = `
  UPDATE changes SET state = 'settled', verdict = ?, decided_by = ?, mute_id = ?, told_at = ?, due_at = ?,
    digest = ?, burst = ?, head = 2, seen = max(seen, ?)
  WHERE seq = ? AND (state = 'pending' OR due_at IS NOT NULL)`

/** What waits, and what becomes of it. */
export class Verdicts {
  readonly #database: Database
  readonly #clock: Clock
  /** Verdicts the disk refused to take: they hold all the same, or a change would be told twice. */
  readonly #unwritten = new Map<number, Settlement>()

  constructor(database: Database, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  /** Changes without a verdict; `after` is the `next` of the page before. */
  pending(after: number, limit: number): PendingPage {
    const query = `SELECT * FROM changes WHERE state = 'pending' AND seq > ? ORDER BY seq LIMIT ?`
    return this.#page(query, [after, limit], ({ verdict }) => verdict === null)
  }

  /** Held changes whose time came. */
  due(now: number, after: number, limit: number): PendingPage {
    const query = `SELECT * FROM changes WHERE due_at <= ? AND seq > ? ORDER BY seq LIMIT ?`
    return this.#page(query, [now, after, limit], ({ dueAt }) => dueAt !== null && dueAt <= now)
  }

  /** When the next held change is due. */
  nextDue(): number | null {
    const query = 'SELECT due_at, seq FROM changes WHERE due_at IS NOT NULL ORDER BY due_at LIMIT ?'
    const rows = this.#database.rows(query, [this.#unwritten.size + 1], ({ due_at, seq }) => ({
      at: Number(due_at),
      isSettled: this.#unwritten.has(Number(seq)),
    }))
    const kept = rows.filter(({ isSettled }) => !isSettled).map(({ at }) => at)
    const others = [...this.#database.unkept.values(), ...this.#unwritten.values()]
    return [...kept, ...others.flatMap(({ dueAt }) => dueAt ?? [])].reduce<number | null>(
      (least, at) => Math.min(least ?? at, at),
      null,
    )
  }

  /** Writes down what became of changes. Only now may a crash no longer repeat them. */
  settle(ids: readonly string[], verdict: Verdict, because: Because): void {
    if (ids.length === 0) return
    const settlement: Settlement = {
      verdict,
      decidedBy: because.decidedBy ?? null,
      muteId: because.muteId ?? null,
      toldAt: this.#clock.now(),
      dueAt: because.dueAt ?? null,
      digest: because.digest ?? null,
      burst: because.burst ?? null,
    }
    const settled = new Map(
      ids.map((id) => [Number(id), { ...settlement, burst: because.rows?.get(id) ?? settlement.burst }]),
    )
    for (const [seq, each] of settled) this.#unwritten.set(seq, each)
    const written = this.#database.transact(() => this.#write())
    const { unkept } = this.#database
    for (const [seq, each] of settled) {
      const change = unkept.get(seq)
      if (change) unkept.set(seq, { ...change, ...each, seen: change.seen || isSeen(each) })
    }
    if (written.ok) this.#unwritten.clear()
    this.#database.changed.emit()
  }

  #write(): void {
    const statement = this.#database.prepare(settle)
    for (const [seq, each] of this.#unwritten) {
      const { verdict, decidedBy, muteId, toldAt, dueAt, digest, burst } = each
      const seen = Number(isSeen(each))
      const by = decidedBy && JSON.stringify(decidedBy)
      statement.run(verdict, by, muteId, toldAt, dueAt, digest, burst, seen, seq)
    }
    chooseHeads(this.#database, new Set([...this.#unwritten.values()].flatMap(({ burst }) => burst ?? [])))
  }

  /** Rows of the file that still wait, and at the end what the disk refused. */
  #page(
    query: string,
    values: readonly [...SQLInputValue[], number],
    waits: (change: StoredChange) => boolean,
  ) {
    const rows = this.#database.rows(query, values, readChange)
    const last = rows.length < Number(values.at(-1)) ? null : (rows.at(-1) ?? null)
    const waiting = rows.flatMap((change) => {
      const settled = { ...change, ...this.#unwritten.get(Number(change.id)) }
      return waits(settled) ? settled : []
    })
    const unkept = last ? [] : [...this.#database.unkept.values()].filter(waits)
    return { changes: [...waiting, ...unkept], next: last && Number(last.id) }
  }
}

/** What one did oneself, or asked not to be told, is no news. */
const isSeen = ({ verdict }: Settlement): boolean =>
  verdict === 'own-change' ||
  verdict === 'app-change' ||
  verdict === 'rule' ||
  verdict === 'muted' ||
  verdict === 'before-followed'
