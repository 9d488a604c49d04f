import type {
  DeliveryCheck,
  DeliveryFilter,
  RefusalKind,
  Verdict,
} from '../../../preload/contract/deliveries.ts'
import type { Database, SqlRow } from '../../history/database.ts'
import type { Content } from './delivery-content.ts'
import { hourMs } from '../../kit/time.ts'
import { jsonIn } from '../../kit/json.ts'

/** A call to the listener as it is kept. */
export interface KeptDelivery {
  readonly id: string
  readonly at: number
  readonly webhookId: string
  /** Null while it waits to be checked. */
  readonly verdict: Verdict | null
  readonly refusal: RefusalKind | null
  /** 0 until it was answered. */
  readonly status: number
  readonly tookMs: number
  readonly bytes: number
  /** Null: hidden. */
  readonly headers: Readonly<Record<string, string | null>>
  readonly content: Content | null
  readonly checks: readonly DeliveryCheck[]
  /** Taken in once more on purpose. */
  readonly isReplay: boolean
}

/** What a delivery is when it comes. */
export type NewDelivery = Omit<KeptDelivery, 'id' | 'checks'>

/** What its checks found. */
export interface DeliveryOutcome {
  readonly verdict: Verdict
  readonly refusal: RefusalKind | null
  readonly checks: readonly DeliveryCheck[]
  /** Ids by which a repeat is known. */
  readonly seen: readonly string[]
}

const mostDeliveries = 200
/** Microsoft repeats a delivery for up to four hours (protocol.md 3.9). */
const seenForMs = 8 * hourMs

/** The last deliveries on disk: kept before they are answered, so that a crash loses none. */
export class DeliveryStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Keeps a delivery; null: the disk refused. */
  add(delivery: NewDelivery): string | null {
    return this.addAll([delivery])?.[0] ?? null
  }

  /** Keeps several, and what else is to be kept with them: all of it or nothing. Null: the disk refused. */
  addAll(deliveries: readonly NewDelivery[], alongside?: () => void): readonly string[] | null {
    const ids: string[] = []
    const done = this.#database.transact(() => {
      for (const delivery of deliveries) ids.push(this.#insert(delivery))
      alongside?.()
      this.#trim()
    })
    return done.ok ? ids : null
  }

  #insert(delivery: NewDelivery): string {
    const { at, webhookId, verdict, refusal, status, tookMs, bytes, headers, content, isReplay } = delivery
    const insert = `
      INSERT INTO deliveries (at, webhook_id, verdict, refusal, status, took_ms, bytes, headers, content, checks, is_replay)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?)`
    const values = [at, webhookId, verdict, refusal, status, tookMs, bytes] as const
    const texts = [JSON.stringify(headers), content && JSON.stringify(content), Number(isReplay)] as const
    return String(this.#database.prepare(insert).run(...values, ...texts).lastInsertRowid)
  }

  /** How it was answered is known only afterwards. */
  answered(id: string, status: number, tookMs: number): void {
    this.#database.transact(() => {
      this.#database
        .prepare('UPDATE deliveries SET status = ?, took_ms = ? WHERE seq = ?')
        .run(status, tookMs, Number(id))
    })
  }

  /** Writes down what came of a delivery; the proof of its sender is not needed any longer. */
  settle(delivery: KeptDelivery, { verdict, refusal, checks, seen }: DeliveryOutcome, now: number): boolean {
    const content = delivery.content && JSON.stringify({ ...delivery.content, tokens: null })
    const done = this.#database.transact(() => {
      this.#database
        .prepare('UPDATE deliveries SET verdict = ?, refusal = ?, checks = ?, content = ? WHERE seq = ?')
        .run(verdict, refusal, JSON.stringify(checks), content, Number(delivery.id))
      const remember = 'INSERT OR REPLACE INTO delivered (webhook_id, id, at) VALUES (?, ?, ?)'
      for (const id of seen) this.#database.prepare(remember).run(delivery.webhookId, id, now)
      this.#database.prepare('DELETE FROM delivered WHERE at < ?').run(now - seenForMs)
    })
    return done.ok
  }

  wasSeen(webhookId: string, id: string): boolean {
    const query = 'SELECT count(*) AS n FROM delivered WHERE webhook_id = ? AND id = ?'
    return this.#database.count(query, [webhookId, id]) > 0
  }

  /** Kept, but not checked yet; oldest first. */
  waiting(): readonly KeptDelivery[] {
    return this.#rows('WHERE verdict IS NULL ORDER BY seq', [])
  }

  /** Newest first; `before` is the last id of the page before. */
  page(
    { webhookId, verdict }: DeliveryFilter,
    before: string | null,
    limit: number,
  ): readonly KeptDelivery[] {
    return this.#rows(
      `WHERE verdict IS NOT NULL AND (? IS NULL OR webhook_id = ?) AND (? IS NULL OR verdict = ?) AND seq < ?
       ORDER BY seq DESC LIMIT ?`,
      [webhookId, webhookId, verdict, verdict, Number(before ?? Number.MAX_SAFE_INTEGER), limit],
    )
  }

  matches({ webhookId, verdict }: DeliveryFilter): number {
    const query = `SELECT count(*) AS n FROM deliveries
      WHERE verdict IS NOT NULL AND (? IS NULL OR webhook_id = ?) AND (? IS NULL OR verdict = ?)`
    const values = [webhookId, webhookId, verdict, verdict]
    return this.#database.count(query, values)
  }

  find(id: string): KeptDelivery | null {
    return this.#rows('WHERE seq = ?', [Number(id)])[0] ?? null
  }

  /** Nothing of a deleted webhook stays. */
  forget(webhookId: string): void {
    this.#database.transact(() => {
      this.#database.prepare('DELETE FROM deliveries WHERE webhook_id = ?').run(webhookId)
      this.#database.prepare('DELETE FROM delivered WHERE webhook_id = ?').run(webhookId)
    })
    this.#database.emptyJournal()
  }

  /** The oldest go, but none that still waits. */
  #trim(): void {
    this.#database
      .prepare(
        `DELETE FROM deliveries WHERE verdict IS NOT NULL
         AND seq <= (SELECT seq FROM deliveries ORDER BY seq DESC LIMIT 1 OFFSET ?)`,
      )
      .run(mostDeliveries)
  }

  #rows(where: string, values: readonly (string | number | null)[]): readonly KeptDelivery[] {
    const query = `SELECT * FROM deliveries ${where}`
    return this.#database.rows(query, values, readDelivery)
  }
}

function readDelivery(row: SqlRow): KeptDelivery {
  return {
    id: String(row.seq),
    at: Number(row.at),
    webhookId: String(row.webhook_id),
    verdict: row.verdict as Verdict | null,
    refusal: row.refusal as RefusalKind | null,
    status: Number(row.status),
    tookMs: Number(row.took_ms),
    bytes: Number(row.bytes),
    headers: (jsonIn(row.headers) ?? {}) as KeptDelivery['headers'],
    content: jsonIn(row.content) as Content | null,
    checks: (jsonIn(row.checks) ?? []) as DeliveryCheck[],
    isReplay: row.is_replay === 1,
  }
}
