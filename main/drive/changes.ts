import type { ChangeKind } from '../../preload/contract/kinds.ts'
import type { Actor, DriveItem } from '../graph/schemas.ts'
import type { Change } from '../history/change.ts'
import { hasOtherContent, isNewer, isOutdated } from './evidence.ts'
import { type Circumstances, isLockFile, isRecent, kindOf } from './change-kind.ts'
import { foldersAround } from './folders-around.ts'
import { buried, kindOf as kindKnown, type Known, type ItemLookup, remembered } from './known-item.ts'
import { sharedAt } from './sharing.ts'
import { secondMs } from '../kit/time.ts'

/** An item of a set: how it was and is to be remembered, and what is to be told. */
export interface Judged {
  readonly id: string
  readonly before: Known | null
  /** Null: it came and went, and is forgotten. */
  readonly after: Known | null
  readonly change: Change | null
}

/** Judges items of a set against the index. */
export function changesIn(items: readonly DriveItem[], by: Circumstances): readonly Judged[] {
  return items.map((item) => (item.deleted ? judgeDeleted(item, by) : judgePresent(item, by)))
}

function judgePresent(entry: DriveItem, by: Circumstances): Judged {
  const before = by.known(entry.id)
  const item = { ...entry, kind: kindKnown(entry, before) }
  if (before && isOutdated(item, before)) return { id: item.id, before, after: before, change: null }
  const kind = kindOf(item, before, by)
  return {
    id: item.id,
    before,
    after: remembered(item, before),
    change: kind && changeOf(item, before, kind, by),
  }
}

function judgeDeleted(item: DriveItem, by: Circumstances): Judged {
  const before = by.known(item.id)
  if (before && before.deletedAt !== null) return { id: item.id, before, after: before, change: null }
  // Unknown: made and deleted between two sets. Or old, and gone before it could be learned.
  const isNoise = before === null && by.completedAt !== null && by.completedAt <= by.since
  if (isNoise) return { id: item.id, before, after: null, change: null }
  const after = buried(item, before, by.now)
  const goesWithAnother = by.set.withFolder.has(item.id) || by.set.packageOf.has(item.id)
  const isTold = after.kind !== 'root' && !goesWithAnother && !isLockFile(after.name)
  return { id: item.id, before, after, change: isTold ? deletionOf(item, before, after, by) : null }
}

/** Name and place come from the index, for Graph withholds them; who, from what the entry carries (protocol.md 2.6). */
function deletionOf(item: DriveItem, before: Known | null, buried: Known, by: Circumstances): Change {
  return {
    kind: 'deleted',
    itemId: item.id,
    itemKind: buried.kind,
    name: buried.name,
    oldName: null,
    parentId: buried.parentId,
    who: whoDid('deleted', item, before, by),
    at: by.now,
    size: buried.size,
    sizeBefore: buried.size,
    webUrl: null,
    alongside: by.set.below.get(item.id) ?? 0,
    detail: null,
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
    who: whoDid(kind, item, before, by),
    // When it was flagged Microsoft does not say; the file's own time is that of an edit.
    at: kind !== 'malware' && isRecent(time, by) ? Math.min(time, by.now) : by.now,
    size: item.size,
    sizeBefore: before?.size ?? null,
    webUrl: item.webUrl,
    alongside: isMove(kind) || kind === 'restored' ? (by.set.below.get(item.id) ?? 0) : 0,
    detail: isShare(kind) && item.shared ? { shared: { scope: item.shared.scope, with: [] } } : null,
  }
}

const isMove = (kind: ChangeKind): boolean => kind === 'moved' || kind === 'moved-and-renamed'

const isShare = (kind: ChangeKind): boolean => kind === 'shared' || kind === 'sharing-changed'

/** On personal drives a folder's time follows what is in it, as its tag does (protocol.md 2.5): nobody need have touched it. */
function isDerived({ kind, cTag }: DriveItem, before: Known | null): boolean {
  return kind === 'folder' && cTag !== null && before !== null && before.cTag !== null && cTag !== before.cTag
}

/**
 * Who did it. Graph names the last editor of an item, who need not be whoever moved, restored, renamed or deleted it (protocol.md
 * 2.6): named only for a modification that the index did not know yet.
 */
function whoDid(kind: ChangeKind, item: DriveItem, before: Known | null, by: Circumstances): Actor | null {
  const isNews =
    before !== null && before.modifiedAt !== null ? isNewer(item, before) : isRecent(item.modifiedAt, by)
  const editor = isNews && !isDerived(item, before) ? item.modifiedBy : null
  switch (kind) {
    case 'added':
    case 'replaced':
      // it was not there before: in the second in which following began, it was created after that
      return item.createdAt === null ||
        isRecent(item.createdAt, { ...by, followedAt: by.followedAt - secondMs })
        ? (item.createdBy ?? item.modifiedBy)
        : null
    case 'edited':
    case 'changed':
      return item.modifiedBy
    case 'renamed':
    case 'deleted':
    case 'unshared':
    case 'appeared':
      return editor
    case 'shared':
      return item.shared?.by ?? editor
    case 'sharing-changed':
      return sharedAt(item.sharing) === sharedAt(before?.sharing ?? null)
        ? editor
        : (item.shared?.by ?? editor)
    case 'restored': // the modification is from before the deletion, or by somebody after
      return null
    case 'moved':
    case 'moved-and-renamed':
      return before && hasOtherContent(item, before) ? null : editor // the modification is the edit
    case 'malware':
      return null // Microsoft did
  }
}

/** Where an item is: folder names from the top of the drive down, and where its folder opens. */
export interface ItemPlace {
  readonly place: readonly string[]
  /** The ids of these folders, nearest first. */
  readonly folders: readonly string[]
  readonly folderUrl: string | null
}

/** Walks up from a folder. What is not known yet is left out (protocol.md 2.4: a delta names no paths). */
export function itemPlaceOf(parentId: string | null, look: ItemLookup): ItemPlace {
  const around = foldersAround(parentId, look)
  const top = around.findIndex(({ kind }) => kind === 'root')
  const folders = top < 0 ? around : around.slice(0, top)
  const names = folders.flatMap(({ name }) => (name === null ? [] : [name]))
  return {
    place: names.toReversed(),
    folders: folders.map(({ id }) => id),
    folderUrl: around[0]?.webUrl ?? null,
  }
}
