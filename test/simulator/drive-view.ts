import type { Drive } from './drive.ts'
import { actorView, graphTime, webUrl } from './item-view.ts'

/** A drive as Graph's JSON (protocol.md 4.2). */
export function driveView(drive: Drive): Record<string, unknown> {
  const { kind, name, owner, place, siteId, listId } = drive.facts
  const total = 1_099_511_627_776
  const used = drive.root.size
  return {
    id: drive.id,
    driveType: kind,
    name,
    description: '',
    createdDateTime: graphTime(drive.root.createdAt),
    lastModifiedDateTime: graphTime(drive.root.modifiedAt),
    webUrl: webUrl(drive, drive.root),
    owner: place.group ? { group: place.group } : actorView(drive, owner),
    quota: { total, used, remaining: total - used, deleted: 0, state: 'normal' },
    ...(kind !== 'personal' && { sharePointIds: { siteId, listId } }),
  }
}
