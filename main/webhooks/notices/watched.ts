import type { Target } from '../../../preload/contract/discovery.ts'
import { canonicalId, canonicalSharePointId } from '../../graph/untyped.ts'
import type { KnownResource } from '../catalogue/resource-path.ts'

/** What a webhook for files or a list is about. */
export type Watched =
  | { readonly kind: 'own-drive' }
  | { readonly kind: 'drive'; readonly driveId: string }
  | { readonly kind: 'list'; readonly siteId: string; readonly listId: string }

/** Null: it is about something else, or about a drive that cannot be told. `ownIds`: by which `users/{id}` means `me`. */
export function watchedBy(
  { row, filled }: KnownResource,
  resource: string,
  ownIds: readonly string[],
): Watched | null {
  const [driveId] = filled['drive'] ?? []
  const [siteId] = filled['site'] ?? []
  const [listId] = filled['list'] ?? []
  if (row.key === 'list' && siteId && listId) return { kind: 'list', siteId, listId }
  if (row.key !== 'drive') return null
  const named = driveId ?? /^\/?drives\/([^/?]+)\//i.exec(resource)?.[1]
  if (named) return { kind: 'drive', driveId: decodeURIComponent(named) }
  const user = /^\/?users\/([^/]+)\/drive\//i.exec(resource)?.[1]?.toLowerCase()
  const isOwn = /^\/?me\/drive\//i.test(resource) || ownIds.some((id) => id.toLowerCase() === user)
  return isOwn ? { kind: 'own-drive' } : null
}

/** Whether a followed target is the one a webhook is about: whatever changes there is read by its sync. */
export function isAbout(
  watched: Watched,
  webhookAccountId: string,
  target: Target,
  accountId: string,
): boolean {
  switch (watched.kind) {
    case 'own-drive':
      return target.kind === 'own-drive' && accountId === webhookAccountId
    case 'drive':
      return (
        target.kind !== 'site-list' &&
        target.driveId !== null &&
        canonicalId(target.driveId) === canonicalId(watched.driveId)
      )
    case 'list':
      return (
        (target.kind === 'site-list' || target.kind === 'site-library') &&
        same(target.siteId, watched.siteId) &&
        same(target.listId, watched.listId)
      )
  }
}

const same = (a: string, b: string) => canonicalSharePointId(a) === canonicalSharePointId(b)
