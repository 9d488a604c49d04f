import type { Actor } from '../graph/schemas.ts'
import { readChange } from './change-row.ts'
import type { Database } from './database.ts'
import type { StoredChange } from './stored-change.ts'
import { whoKey } from './who-key.ts'
import { wordsOfChange } from './words.ts'

/** What was learned of a kept change afterwards. */
export interface Learned {
  readonly id: string
  readonly who: Actor | null
  /** With whom it was shared. */
  readonly with: readonly string[]
}

const most = 200

/** Changes of one set of which it need not be known who did them, or for whom. */
export function doubtfulChanges(
  database: Database,
  subscriptionId: string,
  batch: number,
): readonly StoredChange[] {
  const query = `
    SELECT * FROM changes WHERE subscription_id = ? AND batch = ? AND state <> 'open'
    AND (kind = 'shared' OR who_kind IS NULL) ORDER BY seq LIMIT ?`
  return database.read(() => database.prepare(query).all(subscriptionId, batch, most).map(readChange), [])
}

/** Writes it beside the changes; whoever shows them hears of it. */
export function putRight(database: Database, learned: readonly Learned[]): void {
  const select = 'SELECT * FROM changes WHERE seq = ?'
  const update = `
    UPDATE changes SET who_kind = ?, who_id = ?, who_name = ?, who_email = ?, who_key = ?, words = ?, detail = ?
    WHERE seq = ?`
  const done = database.transact(() => {
    for (const { id, who: found, with: people } of learned) {
      const row = database.prepare(select).get(Number(id))
      if (!row) continue
      const kept = readChange(row)
      const who = kept.who ?? found
      const shared = kept.detail?.shared
      const detail = shared ? { shared: { ...shared, with: people } } : kept.detail
      const words = wordsOfChange({ ...kept, who })
      const facts = [who?.kind, who?.id, who?.name, who?.email].map((fact) => fact ?? null)
      database.prepare(update).run(...facts, whoKey(who), words, detail && JSON.stringify(detail), Number(id))
    }
  })
  if (done.ok) database.changed.emit()
}
