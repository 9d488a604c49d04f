import type { RefusalKind } from '../../../preload/contract/deliveries.ts'
import type { Database } from '../../history/database.ts'
import { dayMs } from '../../kit/time.ts'

/** What is counted: taken in, answered with a failure or too late, or refused and why. */
export type CountKind = 'delivered' | 'failed' | RefusalKind

/** Calls to addresses that nobody has are counted under this. */
export const nobody = ''

const weekDays = 7

export type Counts = ReadonlyMap<CountKind, number>

/** How many calls came, by day. They are held in memory and written now and then: a flood must not keep the disk busy. */
export class DeliveryCounts {
  readonly #database: Database
  readonly #unwritten = new Map<string, { webhookId: string; day: number; kind: CountKind; n: number }>()

  constructor(database: Database) {
    this.#database = database
  }

  count(webhookId: string, kind: CountKind, now: number): void {
    const day = Math.floor(now / dayMs)
    const key = `${day} ${kind} ${webhookId}`
    const counted = this.#unwritten.get(key) ?? { webhookId, day, kind, n: 0 }
    counted.n += 1
    this.#unwritten.set(key, counted)
  }

  /** Writes what was counted since the last time. */
  write(): void {
    if (this.#unwritten.size === 0) return
    const add = `
      INSERT INTO delivery_counts (webhook_id, day, kind, n) VALUES (?, ?, ?, ?)
      ON CONFLICT (webhook_id, day, kind) DO UPDATE SET n = n + excluded.n`
    const done = this.#database.transact(() => {
      for (const { webhookId, day, kind, n } of this.#unwritten.values())
        this.#database.prepare(add).run(webhookId, day, kind, n)
    })
    if (done.ok) this.#unwritten.clear()
  }

  /** Of one webhook, or of all addresses with null; since ever, or in the last seven days. */
  of(webhookId: string | null, since: 'ever' | { readonly weekBefore: number }): Counts {
    const first = since === 'ever' ? 0 : Math.floor(since.weekBefore / dayMs) - weekDays + 1
    const query = `
      SELECT kind, sum(n) AS n FROM delivery_counts
      WHERE (? IS NULL OR webhook_id = ?) AND day >= ? GROUP BY kind`
    const values = [webhookId, webhookId, first]
    const counts = new Map(
      this.#database.rows(query, values, ({ kind, n }) => [kind as CountKind, Number(n)] as const),
    )
    for (const each of this.#unwritten.values()) {
      if ((webhookId === null || each.webhookId === webhookId) && each.day >= first)
        counts.set(each.kind, (counts.get(each.kind) ?? 0) + each.n)
    }
    return counts
  }

  forget(webhookId: string): void {
    for (const [key, each] of this.#unwritten) if (each.webhookId === webhookId) this.#unwritten.delete(key)
    this.#database.transact(() => {
      this.#database.prepare('DELETE FROM delivery_counts WHERE webhook_id = ?').run(webhookId)
    })
  }
}
