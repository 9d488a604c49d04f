import type { Forwarded } from '../../../preload/contract/forwarding.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import type { Database, SqlRow } from '../../history/database.ts'
import { jsonIn } from '../../kit/json.ts'

/** A delivery that is handed on, as it is kept. */
export interface KeptForward {
  readonly deliveryId: string
  readonly attempts: number
  readonly forwarded: Forwarded
}

/** Which deliveries are handed on, and what became of each: kept beside them, and gone with them. */
export class ForwardStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** What became of it, in place of what was known before. */
  keep({ deliveryId, attempts, forwarded }: KeptForward, now: number): void {
    const insert = `
      INSERT OR REPLACE INTO forwards (delivery, state, attempts, try_at, at, status, took_ms, why)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
    const { kind } = forwarded
    const done = kind === 'done' ? ([forwarded.status, forwarded.tookMs, null] as const) : null
    const why = kind === 'done' || forwarded.why === null ? null : JSON.stringify(forwarded.why)
    const triesAt = kind === 'waiting' ? forwarded.triesAt : 0
    this.#database.transact(() => {
      this.#database
        .prepare(insert)
        .run(Number(deliveryId), kind, attempts, triesAt, now, ...(done ?? ([null, null, why] as const)))
    })
  }

  /** What is still to be handed on, in the order in which it came. */
  waiting(): readonly KeptForward[] {
    return this.#database.rows("SELECT * FROM forwards WHERE state = 'waiting' ORDER BY delivery", [], read)
  }

  find(deliveryId: string): KeptForward | null {
    return (
      this.#database.rows('SELECT * FROM forwards WHERE delivery = ?', [Number(deliveryId)], read)[0] ?? null
    )
  }

  last(): KeptForward | null {
    const query = "SELECT * FROM forwards WHERE state != 'waiting' ORDER BY at DESC, delivery DESC LIMIT 1"
    return this.#database.rows(query, [], read)[0] ?? null
  }

  count(state: Forwarded['kind']): number {
    return this.#database.count('SELECT count(*) AS n FROM forwards WHERE state = ?', [state])
  }
}

function read(row: SqlRow): KeptForward {
  return { deliveryId: String(row.delivery), attempts: Number(row.attempts), forwarded: forwardedIn(row) }
}

function forwardedIn(row: SqlRow): Forwarded {
  const why = jsonIn(row.why) as Message | null
  if (row.state === 'done') return { kind: 'done', status: Number(row.status), tookMs: Number(row.took_ms) }
  if (row.state === 'waiting') return { kind: 'waiting', triesAt: Number(row.try_at), why }
  return { kind: 'failed', why: why ?? { key: 'forwarding.why.off' } }
}
