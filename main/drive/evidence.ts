import { readableName } from '../../preload/words/readable-name.ts'
import type { DriveItem } from '../graph/schemas.ts'
import type { Known } from './known-item.ts'

/** What speaks for a change between two states of one item (protocol.md 2.6). Each is a claim of its own. */

/** The same name, percent-encoded in one place and not in the other (protocol.md 2.4), is no other name. */
export const wasRenamed = (item: DriveItem, known: Known): boolean =>
  item.name !== null && known.name !== null && readableName(item.name) !== readableName(known.name)

export const wasMoved = (item: DriveItem, known: Known): boolean =>
  item.parentId !== null && known.parentId !== null && item.parentId !== known.parentId

/** Other content; for entries of lists, files and notebooks only, since a folder's tag follows its descendants (protocol.md 2.5). */
export function hasOtherContent(item: DriveItem, known: Known): boolean {
  if (item.kind === 'entry') return !isSameVersion(item, known) || differ(item.modifiedAt, known.modifiedAt)
  if (item.kind !== 'file' && item.kind !== 'package') return false
  if (item.cTag !== null && known.cTag !== null) return item.cTag !== known.cTag
  return differ(item.size, known.size) || (sameAlgorithm(item, known) && differ(item.hash, known.hash))
}

/** Saved later than we knew, where no tag says that the content stayed the same. */
export function wasSavedLater(item: DriveItem, known: Known): boolean {
  if (item.kind !== 'file' && item.kind !== 'package') return false
  if (item.cTag !== null && known.cTag !== null) return false
  return item.modifiedAt !== null && known.modifiedAt !== null && item.modifiedAt > known.modifiedAt
}

/**
 * An entry older than what is known: a feed that lags may repeat one. Only tags with a version number tell
 * (`"{GUID},n"`, protocol.md 2.5).
 */
export function isOutdated(item: DriveItem, known: Known): boolean {
  const now = version(item.eTag)
  const then = version(known.eTag)
  return now !== null && then !== null && now.item === then.item && now.number < then.number
}

/** Nothing says that the two states are of different versions. */
export const isSameVersion = (item: DriveItem, known: Known): boolean =>
  item.eTag === null || known.eTag === null || item.eTag === known.eTag

export type SharingChange = 'shared' | 'unshared' | 'sharing-changed'

/**
 * How the sharing of an item differs. `inherited`: its folder is or was shared too, and every item below a shared folder
 * carries the same facet without being shared itself (protocol.md 2.1).
 */
export function sharingChange(
  item: DriveItem,
  known: Known,
  inherited: { readonly now: boolean; readonly before: boolean },
): SharingChange | null {
  const differs = item.sharing !== known.sharing
  // The annotation alone tells only of a version that was not seen yet: a feed may repeat it.
  if (!differs) return item.sharingChanged && !isSameTag(item, known) ? 'sharing-changed' : null
  if (item.sharing === null) return inherited.before && !item.sharingChanged ? null : 'unshared'
  if (inherited.now && !item.sharingChanged) return null
  return known.sharing === null ? 'shared' : 'sharing-changed'
}

const isSameTag = (item: DriveItem, known: Known): boolean => item.eTag !== null && item.eTag === known.eTag

const differ = <T>(a: T | null, b: T | null): boolean => a !== null && b !== null && a !== b

function sameAlgorithm(item: DriveItem, known: Known): boolean {
  return item.hash?.split(':', 1)[0] === known.hash?.split(':', 1)[0]
}

function version(eTag: string | null): { readonly item: string; readonly number: number } | null {
  const [, item, number] = /^"?\{?([0-9a-f-]{36})\}?,(\d+)"?$/i.exec(eTag ?? '') ?? []
  return item && number ? { item, number: Number(number) } : null
}
