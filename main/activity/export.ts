import type { ExportRow } from './export-file.ts'
import { isTold, type StoredChange } from '../history/stored-change.ts'
import { calledText } from '../../preload/contract/called.ts'
import type { Around } from './history-rows.ts'
import { whoDid } from '../../preload/words/names.ts'

/** Kept changes as lines of an exported table, one by one as they are read. */
export function* exportRows(
  changes: Iterable<StoredChange>,
  aroundOf: (change: StoredChange) => Around,
): Generator<ExportRow> {
  for (const change of changes) yield exportRow(change, aroundOf(change))
}

/** One of them: names as they are, times as everybody's programs read them. */
export function exportRow(change: StoredChange, { account, words, reason }: Around): ExportRow {
  return {
    time: instant(change.at),
    who: whoDid(change.who, words),
    email: change.who?.email ?? null,
    change: change.kind,
    item: change.name,
    earlierName: change.oldName,
    drive: calledText(change.driveName, words),
    folder: change.place.join('/'),
    account,
    told: isTold(change),
    reason: reason(change).words,
    times: change.times,
    since: instant(change.since),
    size: change.size,
    sizeBefore: change.sizeFirst,
    address: change.webUrl,
  }
}

/** Times that no calendar holds are left out. */
function instant(time: number): string | null {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
