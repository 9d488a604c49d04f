import { isSameText } from '../../preload/words/fold.ts'
import { readableName } from '../../preload/words/readable-name.ts'
import type { DriveItem } from '../graph/schemas.ts'
import type { Known } from './known-item.ts'
import { isSameSharing } from './sharing.ts'

/** What speaks for a change between two states of one item (protocol.md 2.6). Each is a claim of its own. */

/**
 * Another name, as a reader sees it: the form of its letters does not count. The same name percent-encoded in one place
 * and not in the other (protocol.md 2.4) is another only where somebody touched the item, and not for its content.
 */
export function wasRenamed(item: DriveItem, known: Known): boolean {
  if (item.name === null || known.name === null) return false
  const [now, then] = [item.name, known.name]
  if (isSameText(now, then)) return false
  if (!isSameText(readableName(now), readableName(then))) return true
  return isNewer(item, known) && !hasOtherContent(item, known)
}

/** Saved or touched later than the index knew; false where a time is missing. */
export const isNewer = (item: DriveItem, known: Known): boolean =>
  item.modifiedAt !== null && known.modifiedAt !== null && item.modifiedAt > known.modifiedAt

export const wasMoved = (item: DriveItem, known: Known): boolean =>
  item.parentId !== null && known.parentId !== null && item.parentId !== known.parentId

/**
 * Other content. A folder's tag follows its descendants (protocol.md 2.5), so folders have none; an album has what is in it.
 * Another cTag tells by itself. The same one does not: on work drives a restored version keeps it.
 */
export function hasOtherContent(item: DriveItem, known: Known): boolean {
  if (item.kind === 'entry') return !isSameVersion(item, known) || differ(item.modifiedAt, known.modifiedAt)
  if (!hasContent(item)) return false
  const isOtherHash = sameAlgorithm(item, known) && differ(hashOf(item), hashOf(known))
  if (item.kind === 'album') return isOtherHash
  if (item.cTag !== null && known.cTag !== null) {
    if (item.cTag !== known.cTag) return true
    if (isSameTag(item, known)) return false
  }
  return isOtherHash || differ(item.size, known.size)
}

/** What has content of its own, as far as anybody says. */
const hasContent = ({ kind }: DriveItem): boolean =>
  kind === 'file' || kind === 'package' || kind === 'album' || kind === 'item'

/** Saved later than we knew, where no tag says that the content stayed the same. */
export function wasSavedLater(item: DriveItem, known: Known): boolean {
  if (!hasContent(item) || item.kind === 'album') return false
  if (item.cTag !== null && known.cTag !== null) return false
  return isNewer(item, known)
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
 * carries the same facet without being shared itself (protocol.md 2.1); `carried`: what is known of it is such a facet.
 */
export function sharingChange(
  item: DriveItem,
  known: Known,
  inherited: () => { readonly now: boolean; readonly before: boolean; readonly carried: boolean },
): SharingChange | null {
  // The annotation alone tells only of a version that was not seen yet: a feed may repeat it.
  if (isSameSharing(item.sharing, known.sharing))
    return item.sharingChanged && !isSameTag(item, known) ? 'sharing-changed' : null
  // A facet that the same version left out is not lost.
  if (item.sharing === null && isSameTag(item, known)) return null
  const { now, before, carried } = inherited()
  if (item.sharing === null) return (before || carried) && !item.sharingChanged ? null : 'unshared'
  if (now && !item.sharingChanged) return null
  return known.sharing === null || carried ? 'shared' : 'sharing-changed'
}

const isSameTag = (item: DriveItem, known: Known): boolean => item.eTag !== null && item.eTag === known.eTag

const differ = <T>(a: T | null, b: T | null): boolean => a !== null && b !== null && a !== b

/** Hexadecimal digits come in either case; quickXorHash is base64. */
const hashOf = ({ hash }: Pick<Known, 'hash'>) => (hash?.startsWith('sha') ? hash.toLowerCase() : hash)

function sameAlgorithm(item: DriveItem, known: Known): boolean {
  return item.hash?.split(':', 1)[0] === known.hash?.split(':', 1)[0]
}

function version(eTag: string | null): { readonly item: string; readonly number: number } | null {
  const [, item, number] = /^"?\{?([0-9a-f-]{36})\}?,(\d+)"?$/i.exec(eTag ?? '') ?? []
  return item && number ? { item, number: Number(number) } : null
}
