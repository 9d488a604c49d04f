import type { ChangeKind } from '../../preload/contract/kinds.ts'
import type { DriveItem } from '../graph/schemas.ts'
import type { DeltaSet } from './delta-set.ts'
import {
  hasOtherContent,
  isOutdated,
  isSameVersion,
  sharingChange,
  wasMoved,
  wasRenamed,
  wasSavedLater,
} from './evidence.ts'
import { foldersAround } from './folders-around.ts'
import { type Known, type ItemLookup, remembered } from './known-item.ts'
import { isAnyShared, isSameSharing } from './sharing.ts'
import { minuteMs } from '../kit/time.ts'

/** What the items of a set are judged by. Times are milliseconds since 1970. */
export interface Circumstances {
  /** All of the set, so that the order of its items does not matter (protocol.md 2.4). */
  readonly set: DeltaSet
  /** When the set before this one was asked for. */
  readonly since: number
  /** When following began: what was done before is no news, however late the feed shows it. */
  readonly followedAt: number
  readonly now: number
  /** When the last old item became known; null while they are being learned. */
  readonly completedAt: number | null
  /** `everything`: the drive was read anew, unchanged items included (protocol.md 2.3). */
  readonly lists: 'changes' | 'everything'
  readonly known: ItemLookup
}

/** Clocks differ and the feed lags: what happened this much before the last set may still be news (protocol.md 2.6). */
const slackMs = 2 * minuteMs

/** Saved this much after it was made, an item was edited and not just finished. */
export const finishMs = 2_000

/** Is the time after the last set, as far as clocks can be trusted, and after following began? */
export function isRecent(
  time: number | null,
  { since, followedAt }: Pick<Circumstances, 'since' | 'followedAt'>,
): time is number {
  return time !== null && time >= Math.max(since - slackMs, followedAt)
}

/**
 * What became of an item that is there; null when there is nothing to tell, or its notebook is told (protocol.md
 * 2.6).
 */
export function kindOf(item: DriveItem, known: Known | null, by: Circumstances): ChangeKind | null {
  if (by.set.packageOf.has(item.id)) return null
  const kind = kindAlone(item, known, by)
  if (kind !== null || item.kind !== 'package' || known === null) return kind
  const inside = by.set.inPackage.get(item.id) ?? []
  return inside.some((part) => isPartChanged(part, by)) ? 'edited' : null
}

function isPartChanged(part: DriveItem, by: Circumstances): boolean {
  const known = by.known(part.id)
  if (part.deleted) return known !== null && known.deletedAt === null
  return !(known && isOutdated(part, known)) && kindAlone(part, known, by) !== null
}

function kindAlone(item: DriveItem, known: Known | null, by: Circumstances): ChangeKind | null {
  if (item.kind === 'root' || isLockFile(item.name)) return null
  const kind = kindFrom(item, known, by)
  // Whatever else happened to it: flagged when it is first seen, or while it was being learned, is flagged.
  const isFlagged = item.malware && (!known?.malware || mayHideItsChange(item, known, by))
  return kind !== null && isFlagged ? 'malware' : kind
}

function kindFrom(item: DriveItem, known: Known | null, by: Circumstances): ChangeKind | null {
  // Its dates may be those of what it is a copy of.
  if (known === null && by.completedAt !== null) return item.sharingChanged ? 'appeared' : 'added'
  if (known === null) return kindByTimes(item, by)
  if (known.deletedAt !== null)
    return (isBackWithFolder(item, by) ? difference(item, known, by) : null) ?? 'restored'
  return difference(item, known, by) ?? (mayHideItsChange(item, known, by) ? kindByTimes(item, by) : null)
}

/** Its folder was restored in this set, and is told for it, unless something else became of it. */
function isBackWithFolder({ parentId }: DriveItem, { set, known }: Circumstances): boolean {
  const folder = parentId === null ? undefined : set.items.get(parentId)
  return folder?.deleted === false && (known(folder.id)?.deletedAt ?? null) !== null
}

function difference(item: DriveItem, known: Known, by: Circumstances): ChangeKind | null {
  if (item.malware && !known.malware) return 'malware'
  if (item.kind === 'entry') return hasOtherContent(item, known) ? 'edited' : null // its title is one column of many
  const isRenamed = wasRenamed(item, known)
  if (wasMoved(item, known)) return isRenamed ? 'moved-and-renamed' : 'moved'
  if (isRenamed) return 'renamed'
  if (hasOtherContent(item, known)) return 'edited'
  return (
    sharingChange(item, known, () => inherited(item, known, by)) ??
    (wasSavedLater(item, known) ? 'edited' : null)
  )
}

/** Learned after the last set was asked for: the state that was learned may be the changed one, so nothing differs. */
function mayHideItsChange(item: DriveItem, known: Known, by: Circumstances): boolean {
  return isRecent(known.learnedAt, by) && isSameVersion(item, known)
}

/**
 * With no earlier state to compare with, an item's times must do. The same for an item the background index has not met
 * and for one it met too late: the order in which index and feed arrive makes no difference.
 */
function kindByTimes(item: DriveItem, by: Circumstances): ChangeKind | null {
  const { kind, createdAt, modifiedAt } = item
  if (createdAt !== null && createdAt >= Math.max(by.since, by.followedAt)) return 'added'
  if (isEcho(item, by)) return null
  const isFinished = createdAt !== null && modifiedAt !== null && modifiedAt > createdAt + finishMs
  if (isRecent(createdAt ?? modifiedAt, by) && !isFinished) return 'added'
  const isTouched = isRecent(modifiedAt, by)
  if (isTouched && kind === 'entry') return 'edited'
  // whether it was saved, renamed or moved, one state alone does not say
  if (isTouched && (kind === 'file' || kind === 'item')) return 'changed'
  // An old item that only shows itself is no news: feeds repeat items.
  if (by.lists === 'everything') return null
  if (item.sharingChanged) return 'appeared'
  return isTouched ? 'changed' : null
}

/** What Office and LibreOffice put beside a file while somebody has it open. */
export const isLockFile = (name: string | null): boolean =>
  name !== null && (name.startsWith('~$') || /^\.~lock\..*#$/.test(name))

/** A folder that is in the set for something inside it. */
const isEcho = (item: DriveItem, { set }: Circumstances): boolean => set.parents.has(item.id)

/** What of its sharing an item has from the folders around it. */
function inherited(
  { parentId }: DriveItem,
  { sharing, parentId: parentBefore }: Known,
  { set, known }: Circumstances,
): { now: boolean; before: boolean; carried: boolean } {
  const after = (id: string) => {
    const entry = set.items.get(id)
    return entry && !entry.deleted ? remembered(entry, known(id)) : known(id)
  }
  const before = foldersAround(parentBefore, known)
  const all = before.flatMap((folder) => [folder.sharing, ...folder.pastSharing])
  return {
    now: isAnyShared(foldersAround(parentId, after)),
    before: isAnyShared(before),
    carried: sharing !== null && all.some((each) => each !== null && isSameSharing(each, sharing)),
  }
}
