import type { MutePart } from '../../preload/contract/activity.ts'
import type { Mute, Mutable } from '../../preload/contract/rules.ts'
import type { StoredChange } from '../history/stored-change.ts'
import { endOf } from './mutes.ts'
import { isBy, someoneWho } from './people-match.ts'

/** The mute that keeps a change quiet at a moment: of several, the one that lasts longest. */
export function muteOver(
  change: StoredChange,
  mutes: readonly Mute[],
  at: number,
  ownDomains: ReadonlySet<string>,
): Mute | null {
  return mutes
    .filter((mute) => endOf(mute) > at && isAbout(mute.what, change, ownDomains))
    .reduce<Mute | null>((longest, each) => (longest && endOf(longest) >= endOf(each) ? longest : each), null)
}

function isAbout(what: Mutable, change: StoredChange, ownDomains: ReadonlySet<string>): boolean {
  if (what.kind === 'someone') return isBy(what.someone, change, ownDomains)
  if (what.subscriptionId !== change.subscriptionId) return false
  if (what.kind === 'subscription') return true
  if (what.itemId === change.itemId) return true
  return what.kind === 'folder' && change.folders.includes(what.itemId)
}

/** What would be muted from a change; null when it has no such thing, as a nameless person or a folder at the top. */
export function mutableOf(change: StoredChange, what: MutePart): Mutable | null {
  const { subscriptionId, itemId, folders, parentId } = change
  switch (what) {
    case 'person': {
      const someone = someoneWho(change)
      return someone && { kind: 'someone', someone }
    }
    case 'file':
      return { kind: 'file', subscriptionId, itemId, name: (change.name ?? '').slice(0, 400) }
    case 'folder': {
      const name = change.place.at(-1)
      const folder = folders[0] ?? parentId
      if (name === undefined || folder === null) return null
      return { kind: 'folder', subscriptionId, itemId: folder, name: name.slice(0, 400) }
    }
    case 'subscription':
      return { kind: 'subscription', subscriptionId }
  }
}
