import type { Target } from '../../preload/contract/discovery.ts'
import { driveFeed, type Feed, folderFeed, listFeed } from '../graph/delta.ts'
import { canonicalId, canonicalSharePointId, segment, sitePath } from '../graph/untyped.ts'

/** Where Graph is asked for a target's endpoint: the six forms of protocol.md 1.1; null: it cannot be listened to. */
export function endpointPath(target: Target): string | null {
  const path = watched(target)
  return path && `${path}/subscriptions/socketIo`
}

function watched(target: Target): string | null {
  switch (target.kind) {
    case 'own-drive':
      return '/me/drive/root'
    case 'drive':
      return `/drives/${segment(target.driveId)}/root`
    case 'drive-list':
      return `/drives/${segment(target.driveId)}/list`
    case 'group-drive':
      return `/groups/${segment(target.groupId)}/drive/root`
    case 'site-library':
      return `${sitePath(target.siteId)}/lists/${segment(target.listId)}/drive/root`
    case 'site-list':
      return `${sitePath(target.siteId)}/lists/${segment(target.listId)}`
    case 'shared-folder':
      return null
  }
}

/**
 * Where a target's changes are read; null while its drive is not known yet. A library is read as the drive it is, by
 * whatever form it is listened to: that tells more than its list does (protocol.md 2.8).
 */
export function feedOf(target: Target): Feed | null {
  if (target.kind === 'site-list') return listFeed(target.siteId, target.listId)
  if (target.kind === 'shared-folder') return folderFeed(target.driveId, target.itemId)
  return target.driveId === null ? null : driveFeed(target.driveId)
}

/** The drive whose files are followed; null when it is none, not all of it, or not known yet. */
export function driveIdOf(target: Target): string | null {
  return target.kind === 'site-list' || target.kind === 'shared-folder' ? null : target.driveId
}

/** The same for every way of naming the same thing. An own drive that is not known yet is its account's. */
export function identityOf(target: Target, accountId: string): string {
  if (target.kind === 'shared-folder')
    return `folder ${canonicalId(target.driveId)} ${target.itemId.replace(/^0+(?=.*!)/, '').toLowerCase()}`
  if (target.kind !== 'site-list') {
    return target.driveId === null ? `own ${accountId}` : `drive ${canonicalId(target.driveId)}`
  }
  const [site, list] = [target.siteId, target.listId].map(canonicalSharePointId)
  return `list ${site} ${list}`
}
