import type { SqlRow } from './database.ts'
import { chooseHeads } from './burst-parts.ts'
import type { Database } from './database.ts'

const edits = `SELECT seq, item_id, at, who_key FROM changes WHERE subscription_id = ? AND state = 'open' AND kind = 'edited'`
const newestOfItem = `
  SELECT seq, kind, at, who_key, burst FROM changes
  WHERE subscription_id = ? AND item_id = ? AND state <> 'open' ORDER BY at DESC, seq DESC LIMIT 1`
const join = `
  UPDATE changes SET (times, since, size_first) =
    (SELECT older.times + 1, older.since, older.size_first FROM changes AS older WHERE older.seq = ?)
  WHERE seq = ?`

/**
 * A file saved again by the same person on the same day stays one row that counts: the new one takes the story of the
 * older one, which goes. A new row, so that what is being told of the older one at this moment settles nothing.
 * To be called in the transaction that closes a set.
 */
export function joinVersions(database: Database, subscriptionId: string): void {
  const bursts = new Set<string>()
  for (const edit of database.prepare(edits).all(subscriptionId)) {
    const older = database.prepare(newestOfItem).get(subscriptionId, edit.item_id ?? null)
    if (!older || !isSameStory(older, edit)) continue
    database.prepare(join).run(Number(older.seq), Number(edit.seq))
    database.prepare('DELETE FROM changes WHERE seq = ?').run(Number(older.seq))
    if (older.burst !== null) bursts.add(String(older.burst))
  }
  chooseHeads(database, bursts)
}

function isSameStory(older: SqlRow, edit: SqlRow): boolean {
  return (
    older.kind === 'edited' && older.who_key === edit.who_key && isSameDay(Number(older.at), Number(edit.at))
  )
}

/** On the calendar of this computer. */
const isSameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString()
