import { chooseHeads } from '../history/burst-parts.ts'
import { writeChange } from '../history/change-row.ts'
import type { Database } from '../history/database.ts'
import type { Missed, StoredChange } from '../history/stored-change.ts'
import { joinVersions } from '../history/version-story.ts'
import { type DriveState, writeDrive } from './drive-state.ts'
import { ItemIndex } from './item-index.ts'
import type { Known } from './known-item.ts'

/** A change of a set that is not read to its end. */
export interface OpenChange {
  readonly change: StoredChange
  /** What was known of its item before the set. */
  readonly before: Known | null
}

/** All that one step writes. */
export interface Write {
  readonly rows: readonly Known[]
  readonly changes: readonly OpenChange[]
  /** Items changed by an earlier part of the set and, it turned out, not changed at all. */
  readonly reverted: readonly string[]
  /** Items that came and went. */
  readonly forgotten: readonly string[]
  readonly state: DriveState
  /** The set is read to its end: its changes may be told. */
  readonly close: { readonly missed: Missed | null } | null
}

/** Writes a step down; to be called in a transaction. Answers the drive's index. */
export function writeDown(
  database: Database,
  subscriptionId: string,
  { rows, changes, reverted, forgotten, state, close }: Write,
): ItemIndex {
  const index = new ItemIndex(database, writeDrive(database, subscriptionId, state))
  for (const row of rows) index.put(row, state.generation)
  for (const id of forgotten) index.drop(id)
  const revert = `DELETE FROM changes WHERE subscription_id = ? AND item_id = ? AND state = 'open'`
  for (const id of reverted) database.prepare(revert).run(subscriptionId, id)
  for (const { change, before } of changes) {
    const told = database.unkept.get(Number(change.id)) // handed over while the disk was full
    const stateNow = told ? (told.verdict === null ? 'pending' : 'settled') : 'open'
    writeChange(database, told ?? change, stateNow, told ? null : JSON.stringify(before))
  }
  chooseHeads(
    database,
    new Set(changes.flatMap(({ change }) => database.unkept.get(Number(change.id))?.burst ?? [])),
  )
  if (close) {
    joinVersions(database, subscriptionId)
    const open = `
      UPDATE changes SET state = 'pending', missed = ?, missed_cause = ?, missed_from = ?, before = NULL
      WHERE subscription_id = ? AND state = 'open'`
    const { cause = null, from = null } = close.missed ?? {}
    database.prepare(open).run(Number(close.missed !== null), cause, from, subscriptionId)
  }
  return index
}
