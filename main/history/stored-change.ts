import type { SQLOutputValue } from 'node:sqlite'
import type { ChangeKind } from '../../preload/activity.ts'
import type { Change } from '../drive/changes.ts'
import type { Actor, DriveItem } from '../graph/schemas.ts'
import type { Database } from './database.ts'

/** What became of a change: told by itself or in a burst, in a digest, or why not. */
export type Verdict = 'told' | 'digest' | 'own-change' | 'notices-off' | 'refused'

/** A kept change: what happened, where, and what became of it. Times are milliseconds since 1970. */
export interface StoredChange extends Change {
  readonly id: string
  readonly subscriptionId: string
  readonly accountId: string
  readonly driveName: string
  /** Changes of one sync of one subscription share it. */
  readonly batch: number
  /** Nobody listened when it happened: found by catching up. */
  readonly missed: boolean
  /** Null until it was judged and, if it is to be told, the system took the notice. */
  readonly verdict: Verdict | null
  readonly toldAt: number | null
  readonly seen: boolean
  /** Folder names from the top of the drive down; empty at its root. */
  readonly place: readonly string[]
  /** Where its folder opens. */
  readonly folderUrl: string | null
}

/** `open`: its set is not read to the end. `pending`: waits to be judged and told. */
export type ChangeState = 'open' | 'pending' | 'settled'

const columns = [
  'seq, subscription_id, account_id, drive_name, batch, state, missed, verdict, told_at, seen, at, kind, item_id',
  'item_kind, name, old_name, parent_id, place, who_kind, who_id, who_name, size, size_before, web_url, folder_url',
  'alongside, before',
].join(', ')
const insert = `INSERT OR REPLACE INTO changes (${columns}) VALUES (${columns.replace(/\w+/g, '?')})`

/** Writes a change; `before` is what was known of its item, for the case that its set is read again. */
export function writeChange(
  database: Database,
  change: StoredChange,
  state: ChangeState,
  before: string | null,
): void {
  const { who } = change
  database
    .prepare(insert)
    .run(
      Number(change.id),
      change.subscriptionId,
      change.accountId,
      change.driveName,
      change.batch,
      state,
      Number(change.missed),
      change.verdict,
      change.toldAt,
      Number(change.seen),
      change.at,
      change.kind,
      change.itemId,
      change.itemKind,
      change.name,
      change.oldName,
      change.parentId,
      JSON.stringify(change.place),
      who?.kind ?? null,
      who?.id ?? null,
      who?.name ?? null,
      change.size,
      change.sizeBefore,
      change.webUrl,
      change.folderUrl,
      change.alongside,
      before,
    )
}

/** A row as it was written. */
export function readChange(row: Record<string, SQLOutputValue>): StoredChange {
  const text = (name: string) => (row[name] === null ? null : String(row[name]))
  const number = (name: string) => (row[name] === null ? null : Number(row[name]))
  const whoKind = text('who_kind') as Actor['kind'] | null
  return {
    id: String(row.seq),
    subscriptionId: String(row.subscription_id),
    accountId: String(row.account_id),
    driveName: String(row.drive_name),
    batch: Number(row.batch),
    missed: row.missed === 1,
    verdict: text('verdict') as Verdict | null,
    toldAt: number('told_at'),
    seen: row.seen === 1,
    at: Number(row.at),
    kind: String(row.kind) as ChangeKind,
    itemId: String(row.item_id),
    itemKind: String(row.item_kind) as DriveItem['kind'],
    name: text('name'),
    oldName: text('old_name'),
    parentId: text('parent_id'),
    place: JSON.parse(String(row.place)) as string[],
    who: whoKind && { kind: whoKind, id: text('who_id'), name: text('who_name') },
    size: number('size'),
    sizeBefore: number('size_before'),
    webUrl: text('web_url'),
    folderUrl: text('folder_url'),
    alongside: Number(row.alongside),
  }
}
