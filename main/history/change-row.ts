import type { SqlRow } from './database.ts'
import type { ChangeKind } from '../../preload/contract/kinds.ts'
import type { Actor } from '../graph/schemas.ts'
import type { ItemKind } from './change.ts'
import type { Database } from './database.ts'
import { type ChangeState, type Missed, type StoredChange, type Verdict, whoKey } from './stored-change.ts'
import { searchTextOf } from './filter.ts'
import { jsonIn, textsIn } from '../kit/json.ts'
import { fields } from '../graph/untyped.ts'

/** Writes a change; `before` is what was known of its item, for the case that its set is read again. */
export function writeChange(
  database: Database,
  change: StoredChange,
  state: ChangeState,
  before: string | null,
): void {
  const row = rowOf(change)
  const values = { ...row, state, before, head: 2 }
  database.prepare(insert).run(...columns.map((name) => values[name]))
}

function rowOf(change: StoredChange) {
  const { who, place } = change
  return {
    seq: Number(change.id),
    subscription_id: change.subscriptionId,
    account_id: change.accountId,
    drive_name: JSON.stringify(change.driveName),
    batch: change.batch,
    missed: Number(change.missed !== null),
    missed_cause: change.missed?.cause ?? null,
    missed_from: change.missed?.from ?? null,
    verdict: change.verdict,
    decided_by: change.decidedBy && JSON.stringify(change.decidedBy),
    mute_id: change.muteId,
    told_at: change.toldAt,
    due_at: change.dueAt,
    digest: change.digest,
    burst: change.burst,
    seen: Number(change.seen),
    at: change.at,
    kind: change.kind,
    item_id: change.itemId,
    item_kind: change.itemKind,
    name: change.name,
    old_name: change.oldName,
    parent_id: change.parentId,
    place: JSON.stringify(place),
    folders: JSON.stringify(change.folders),
    who_kind: who?.kind ?? null,
    who_id: who?.id ?? null,
    who_name: who?.name ?? null,
    who_email: who?.email ?? null,
    who_key: whoKey(who),
    words: searchTextOf(change),
    size: change.size,
    size_before: change.sizeBefore,
    size_first: change.sizeFirst,
    times: change.times,
    since: change.since,
    web_url: change.webUrl,
    folder_url: change.folderUrl,
    alongside: change.alongside,
    detail: change.detail && JSON.stringify(change.detail),
  }
}

const columns = `
  seq subscription_id account_id drive_name batch state missed missed_cause missed_from verdict decided_by mute_id
  told_at due_at digest burst head seen at kind item_id item_kind name old_name parent_id place folders who_kind who_id who_name who_email
  who_key words size size_before size_first times since web_url folder_url alongside detail before`
  .trim()
  .split(/\s+/) as (keyof ReturnType<typeof rowOf> | 'state' | 'before' | 'head')[]
const insert = `INSERT OR REPLACE INTO changes (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`

/** A row as it was written. */
export function readChange(row: SqlRow): StoredChange {
  const text = (name: string) => (row[name] === null ? null : String(row[name]))
  const number = (name: string) => (row[name] === null ? null : Number(row[name]))
  const whoKind = text('who_kind') as Actor['kind'] | null
  const detail = text('detail')
  const decidedBy = text('decided_by')
  return {
    id: String(row.seq),
    subscriptionId: String(row.subscription_id),
    accountId: String(row.account_id),
    driveName: (jsonIn(row.drive_name) ?? String(row.drive_name)) as StoredChange['driveName'],
    batch: Number(row.batch),
    missed: row.missed === 1 ? missedOf(text('missed_cause'), number('missed_from') ?? Number(row.at)) : null,
    verdict: text('verdict') as Verdict | null,
    decidedBy: decidedBy === null ? null : (fields(jsonIn(decidedBy)) as StoredChange['decidedBy']),
    muteId: text('mute_id'),
    toldAt: number('told_at'),
    dueAt: number('due_at'),
    digest: text('digest'),
    burst: text('burst'),
    seen: row.seen === 1,
    at: Number(row.at),
    kind: String(row.kind) as ChangeKind,
    itemId: String(row.item_id),
    itemKind: String(row.item_kind) as ItemKind,
    name: text('name'),
    oldName: text('old_name'),
    parentId: text('parent_id'),
    place: textsIn(row.place),
    folders: textsIn(row.folders),
    who: whoKind && { kind: whoKind, id: text('who_id'), name: text('who_name'), email: text('who_email') },
    size: number('size'),
    sizeBefore: number('size_before'),
    sizeFirst: number('size_first'),
    times: Number(row.times),
    since: Number(row.since),
    webUrl: text('web_url'),
    folderUrl: text('folder_url'),
    alongside: Number(row.alongside),
    detail: detail === null ? null : (fields(jsonIn(detail)) as StoredChange['detail']),
  }
}

/** Rows of an earlier version do not say why. */
function missedOf(cause: string | null, from: number): Missed {
  return { cause: (cause ?? 'away') as Missed['cause'], from }
}
