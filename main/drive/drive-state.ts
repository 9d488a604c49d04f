import type { Database } from '../history/database.ts'
import { chooseHeads } from '../history/burst-parts.ts'
import { writeChange } from '../history/change-row.ts'
import type { Missed, StoredChange } from '../history/stored-change.ts'
import { carriedIn } from './carried-sharing.ts'
import { joinSet } from '../history/set-story.ts'
import { joinVersions } from '../history/version-story.ts'
import { ItemIndex } from './item-index.ts'
import type { Known } from './known-item.ts'

/** How far a drive was read. The links carry tokens: never in a log. Times are milliseconds since 1970. */
export interface DriveState {
  /** Where the next sync begins; null before the first. */
  readonly deltaLink: string | null
  /** When `deltaLink` was asked for. */
  readonly since: number
  /** When following began. */
  readonly followedAt: number
  /** Numbers the sets; the one being read has this number. */
  readonly batch: number
  /** Numbers whole readings of the drive; items not met by the newest are gone. */
  readonly generation: number
  /** When the last old item became known; null while they are being learned. */
  readonly completedAt: number | null
  /** Where the background index goes on. */
  readonly learnLink: string | null
  readonly learned: number
  /** Where reading the drive anew goes on; null when it is not needed. */
  readonly resyncLink: string | null
  readonly resyncSince: number
  /** How many pages of that reading led to another one; with none it begins anew. */
  readonly resyncPages: number
}

/** A drive nobody looked at yet. */
export const unread: DriveState = {
  deltaLink: null,
  since: 0,
  followedAt: 0,
  batch: 1,
  generation: 1,
  completedAt: null,
  learnLink: null,
  learned: 0,
  resyncLink: null,
  resyncSince: 0,
  resyncPages: 0,
}

/** What is written down of a drive, with its number; null when there is nothing yet. */
export function readDrive(
  database: Database,
  subscriptionId: string,
): { readonly no: number; readonly state: DriveState } | null {
  const row = database.prepare('SELECT * FROM drives WHERE subscription_id = ?').get(subscriptionId)
  if (!row) return null
  const link = (name: string) => (row[name] === null ? null : String(row[name]))
  const state = {
    deltaLink: link('delta_link'),
    since: Number(row.since),
    followedAt: Number(row.followed_at),
    batch: Number(row.batch),
    generation: Number(row.generation),
    completedAt: row.completed_at === null ? null : Number(row.completed_at),
    learnLink: link('learn_link'),
    learned: Number(row.learned),
    resyncLink: link('resync_link'),
    resyncSince: Number(row.resync_since),
    resyncPages: Number(row.resync_pages),
  }
  return { no: Number(row.no), state }
}

/** Writes it down, within a transaction, and answers the drive's number. */
function writeDrive(database: Database, subscriptionId: string, state: DriveState): number {
  const statement = `
    INSERT INTO drives
      (subscription_id, delta_link, since, batch, generation, completed_at, learn_link, learned, resync_link, resync_since,
       followed_at, resync_pages)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (subscription_id) DO UPDATE SET
      delta_link = excluded.delta_link, since = excluded.since, batch = excluded.batch,
      generation = excluded.generation, completed_at = excluded.completed_at, learn_link = excluded.learn_link,
      learned = excluded.learned, resync_link = excluded.resync_link, resync_since = excluded.resync_since,
      followed_at = excluded.followed_at, resync_pages = excluded.resync_pages
    RETURNING no`
  const row = database
    .prepare(statement)
    .get(
      subscriptionId,
      state.deltaLink,
      state.since,
      state.batch,
      state.generation,
      state.completedAt,
      state.learnLink,
      state.learned,
      state.resyncLink,
      state.resyncSince,
      state.followedAt,
      state.resyncPages,
    )
  return Number(row?.no)
}

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
  const revert = `
    DELETE FROM changes WHERE subscription_id = ? AND state = 'open' AND item_id IN (SELECT value FROM json_each(?))`
  database.prepare(revert).run(subscriptionId, JSON.stringify(reverted))
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
    joinSet(database, subscriptionId, carriedIn(database, subscriptionId))
    joinVersions(database, subscriptionId)
    const open = `
      UPDATE changes SET state = 'pending', missed = ?, missed_cause = ?, missed_from = ?, before = NULL
      WHERE subscription_id = ? AND state = 'open'`
    const { cause = null, from = null } = close.missed ?? {}
    database.prepare(open).run(Number(close.missed !== null), cause, from, subscriptionId)
  }
  return index
}
