import type { ChangeKind } from '../../preload/activity.ts'
import type { Actor, DriveItem } from '../graph/schemas.ts'
import { isOutdated } from './evidence.ts'
import { isRecent, kindOf, type Circumstances } from './kinds.ts'
import { buried, remembered, type Known } from './known.ts'

/** What the delta shows against what we knew. Times are milliseconds since 1970. */
export interface Change {
  readonly kind: ChangeKind
  readonly itemId: string
  readonly itemKind: DriveItem['kind']
  /** Null when neither Graph nor the index knows it. */
  readonly name: string | null
  /** Before a rename. */
  readonly oldName: string | null
  readonly parentId: string | null
  /** Null: nobody known. */
  readonly who: Actor | null
  readonly at: number
  readonly size: number | null
  readonly sizeBefore: number | null
  readonly webUrl: string | null
  /** Items below it that went with it, not told by themselves. */
  readonly alongside: number
}

/** An item of a set: how it was and is to be remembered, and what is to be told. */
export interface Judged {
  readonly before: Known | null
  readonly after: Known
  readonly change: Change | null
}

/** Judges items of a set against the index. */
export function changesIn(items: readonly DriveItem[], by: Circumstances): readonly Judged[] {
  return items.map((item) => (item.deleted ? judgeDeleted(item, by) : judgePresent(item, by)))
}

function judgePresent(item: DriveItem, by: Circumstances): Judged {
  const before = by.known(item.id)
  if (before && isOutdated(item, before)) return { before, after: before, change: null }
  const kind = kindOf(item, before, by)
  return { before, after: remembered(item, before), change: kind && changeOf(item, before, kind, by) }
}

function judgeDeleted(item: DriveItem, by: Circumstances): Judged {
  const before = by.known(item.id)
  if (before && before.deletedAt !== null) return { before, after: before, change: null }
  const after = buried(item, before, by.now)
  // Nameless and unknown: made and deleted between two sets. Or old, and gone before its name could be learned.
  const wasAllKnown = by.completedAt !== null && by.completedAt <= by.since
  const isNoise = before === null && item.name === null && wasAllKnown
  const isTold = !isNoise && after.kind !== 'root' && !by.set.withFolder.has(item.id)
  return { before, after, change: isTold ? deletionOf(item, after, by) : null }
}

/** Name and place come from the index, for Graph withholds them; who, from what the entry carries (graph.md 2.6). */
function deletionOf(item: DriveItem, buried: Known, { now, set }: Circumstances): Change {
  return {
    kind: 'deleted',
    itemId: item.id,
    itemKind: buried.kind,
    name: buried.name,
    oldName: null,
    parentId: buried.parentId,
    who: item.modifiedBy,
    at: now,
    size: buried.size,
    sizeBefore: buried.size,
    webUrl: null,
    alongside: set.below.get(item.id) ?? 0,
  }
}

function changeOf(item: DriveItem, before: Known | null, kind: ChangeKind, by: Circumstances): Change {
  const isRename = kind === 'renamed' || kind === 'moved-and-renamed'
  const isAdded = kind === 'added'
  const time = isAdded ? (item.createdAt ?? item.modifiedAt) : item.modifiedAt
  return {
    kind,
    itemId: item.id,
    itemKind: item.kind,
    name: item.name ?? before?.name ?? null,
    oldName: isRename ? (before?.name ?? null) : null,
    parentId: item.parentId ?? before?.parentId ?? null,
    who: isAdded ? (item.createdBy ?? item.modifiedBy) : item.modifiedBy,
    at: isRecent(time, by) ? Math.min(time, by.now) : by.now,
    size: item.size,
    sizeBefore: before?.size ?? null,
    webUrl: item.webUrl,
    alongside: 0,
  }
}
