import type { ChangeKind } from '../../preload/contract/kinds.ts'
import type { Actor } from '../graph/schemas.ts'
import { readChange } from './change-row.ts'
import type { Database } from './database.ts'
import { type StoredChange, whoKey } from './stored-change.ts'
import { searchTextOf } from './filter.ts'

/** What was learned of a kept change afterward. */
export interface Learned {
  readonly id: string
  readonly who: Actor | null
  /** With whom it was shared. */
  readonly with: readonly string[]
  /** What it was, where that was not known. */
  readonly kind: ChangeKind | null
  /** How the item was called before. */
  readonly oldName: string | null
}

const most = 200

/** Changes of one set of which it need not be known who did them, what it was, or for whom. */
export function doubtfulChanges(
  database: Database,
  subscriptionId: string,
  batch: number,
): readonly StoredChange[] {
  const query = `
    SELECT * FROM changes WHERE subscription_id = ? AND batch = ? AND state <> 'open'
    AND (kind IN ('shared', 'changed') OR who_kind IS NULL) ORDER BY seq LIMIT ?`
  const kept = database.rows(query, [subscriptionId, batch, most], readChange)
  const unkept = [...database.unkept.values()].filter(
    (change) =>
      change.subscriptionId === subscriptionId &&
      change.batch === batch &&
      (change.kind === 'shared' || change.kind === 'changed' || change.who === null),
  )
  return [...kept, ...unkept].slice(0, most)
}

/** Writes it beside the changes; whoever shows them hears of it. */
export function putRight(database: Database, learned: readonly Learned[]): void {
  const select = 'SELECT * FROM changes WHERE seq = ?'
  const update = `
    UPDATE changes SET kind = ?, old_name = ?, who_kind = ?, who_id = ?, who_name = ?, who_email = ?, who_key = ?,
      words = ?, detail = ? WHERE seq = ?`
  for (const each of learned) {
    const change = database.unkept.get(Number(each.id)) // written down as soon as the disk has room
    if (change) database.unkept.set(Number(each.id), { ...change, ...known(change, each) })
  }
  database.transact(() => {
    for (const each of learned) {
      const { id } = each
      const row = database.prepare(select).get(Number(id))
      if (!row) continue
      const kept = readChange(row)
      const { kind, oldName, who, detail } = known(kept, each)
      const words = searchTextOf({ ...kept, oldName, who })
      const facts = [kind, oldName, who?.kind, who?.id, who?.name, who?.email].map((fact) => fact ?? null)
      database.prepare(update).run(...facts, whoKey(who), words, detail && JSON.stringify(detail), Number(id))
    }
  })
  database.changed.emit()
}

/** What is known of a change now. */
function known(
  { kind, oldName, who, detail }: StoredChange,
  learned: Learned,
): Pick<StoredChange, 'kind' | 'oldName' | 'who' | 'detail'> {
  const shared = detail?.shared
  return {
    kind: learned.kind ?? kind,
    oldName: learned.oldName ?? oldName,
    who: who ?? learned.who,
    detail: shared ? { shared: { ...shared, with: learned.with } } : detail,
  }
}
