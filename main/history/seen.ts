import type { Database } from './database.ts'
import { foldedIn } from './history-pages.ts'
import type { StoredChange } from './stored-change.ts'

/** What is seen at once. */
export type SeenTogether =
  | { readonly kind: 'everything' }
  | { readonly kind: 'subscription'; readonly subscriptionId: string }
  | { readonly kind: 'change'; readonly id: string }
  | { readonly kind: 'burst'; readonly burst: string }
  | { readonly kind: 'digest'; readonly digest: string }

/** How many rows of each subscription the user has not seen: of a burst, one. */
export function countUnseen(database: Database): ReadonlyMap<string, number> {
  const query = `
    SELECT subscription_id AS id, count(*) AS n FROM changes
    WHERE state = 'settled' AND seen = 0 AND head > 0 GROUP BY id`
  const counts = new Map(database.rows(query, [], ({ id, n }) => [String(id), Number(n)] as const))
  const unseen = [...database.unkept.values()].filter(({ verdict, seen }) => verdict !== null && !seen)
  for (const { subscriptionId: id } of foldedIn(unseen)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** Writes down that the user saw something. */
export function markSeen(database: Database, what: SeenTogether): void {
  for (const change of database.unkept.values()) {
    if (isMeant(change, what)) database.unkept.set(Number(change.id), { ...change, seen: true })
  }
  database.transact(() => {
    const unseen = `UPDATE changes SET seen = 1 WHERE state = 'settled' AND seen = 0`
    if (what.kind === 'everything') database.prepare(unseen).run()
    if (what.kind === 'subscription') {
      database.prepare(`${unseen} AND subscription_id = ?`).run(what.subscriptionId)
    }
    if (what.kind === 'change') {
      database.prepare('UPDATE changes SET seen = 1 WHERE seq = ?').run(Number(what.id)) // also before its verdict
    }
    if (what.kind === 'burst') database.prepare(`${unseen} AND burst = ?`).run(what.burst)
    if (what.kind === 'digest') database.prepare(`${unseen} AND digest = ?`).run(what.digest)
  })
  database.changed.emit()
}

function isMeant(change: StoredChange, what: SeenTogether): boolean {
  if (what.kind === 'change') return change.id === what.id
  if (what.kind === 'subscription') return change.subscriptionId === what.subscriptionId
  if (what.kind === 'burst') return change.burst === what.burst
  return what.kind === 'everything' || change.digest === what.digest
}
