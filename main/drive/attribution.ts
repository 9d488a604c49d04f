import type { ChangeKind } from '../../preload/contract/kinds.ts'
import { isSameText } from '../../preload/words/fold.ts'
import type { ItemActivity } from '../graph/activities.ts'
import type { Actor } from '../graph/schemas.ts'
import { canonicalId } from '../graph/untyped.ts'
import type { Change } from '../history/change.ts'
import { canonicalItemId } from './known-item.ts'
import { minuteMs } from '../kit/time.ts'

/** What the activities can add to a change. */
export interface LearnedFacts {
  readonly who: Actor | null
  /** With whom it was shared. */
  readonly with: readonly string[]
}

/** The feed lags: what was done so much before the last set may be in this one (protocol.md 2.4). */
const lagMs = 2 * minuteMs

const deedOf: Partial<Record<ChangeKind, ItemActivity['did']>> = {
  added: 'create',
  edited: 'edit',
  replaced: 'create',
  renamed: 'rename',
  deleted: 'delete',
  moved: 'move',
  'moved-and-renamed': 'move',
  restored: 'restore',
  shared: 'share',
}

/** Is there something to ask about? Who did it, or with whom it was shared (protocol.md 2.6). */
export function isDoubtful({ kind, who, detail }: Change): boolean {
  if (kind === 'shared') return detail?.shared?.scope === 'users' && detail.shared.with.length === 0
  return deedOf[kind] !== undefined && who === null
}

/**
 * What the activities say of a change; null where they leave a doubt. Only those count that name the item, or, for a deletion,
 * its name, and that say what was done; where they say only who and when, all must name the same person. `since`: when
 * the set before was asked for.
 */
export function foundFor(
  change: Change,
  activities: readonly ItemActivity[],
  since: number,
): LearnedFacts | null {
  const ofItem = activities.filter((each) => each.at >= since - lagMs && concerns(each, change))
  const said = ofItem.filter(({ did }) => did === deedOf[change.kind])
  const latest = said.toSorted((a, b) => b.at - a.at)[0]
  if (latest) return { who: latest.who, with: latest.recipients }
  const unsaid = ofItem.filter(({ did, at }) => did === 'unsaid' && at >= since)
  const [first] = unsaid
  const isOne = first && unsaid.every(({ who }) => isSame(who, first.who))
  return isOne && change.kind !== 'shared' ? { who: first.who, with: [] } : null
}

/** One and the same, by what both of them say; who is not named is nobody's same. */
function isSame(a: Actor | null, b: Actor | null): boolean {
  if (a === null || b === null) return false
  if (a.id !== null && b.id !== null) return canonicalId(a.id) === canonicalId(b.id)
  if (a.email !== null && b.email !== null) return a.email.toLowerCase() === b.email.toLowerCase()
  return a.name !== null && b.name !== null && isSameText(a.name, b.name)
}

function concerns({ itemId, did, name }: ItemActivity, change: Change): boolean {
  if (itemId !== null) return canonicalItemId(itemId) === change.itemId
  return (
    did === 'delete' &&
    change.kind === 'deleted' &&
    name !== null &&
    change.name !== null &&
    isSameText(name, change.name)
  )
}
