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
  /** What it was, where that was not known. */
  readonly kind: ChangeKind | null
  /** How the item was called before. */
  readonly oldName: string | null
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

const kindOf: Partial<Record<ItemActivity['did'], ChangeKind>> = {
  edit: 'edited',
  rename: 'renamed',
  move: 'moved',
}

/** Is there something to ask about? Who did it, what it was, or with whom it was shared (protocol.md 2.6). */
export function isDoubtful({ kind, who, detail }: Change): boolean {
  if (kind === 'changed') return true
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
  if (change.kind === 'changed') return whatItWas(ofItem)
  if (latest) return { ...nothingMore, who: latest.who, with: latest.recipients }
  const unsaid = ofItem.filter(({ did, at }) => did === 'unsaid' && at >= since)
  const [first] = unsaid
  const isOne = first && unsaid.every(({ who }) => isSame(who, first.who))
  return isOne && change.kind !== 'shared' ? { ...nothingMore, who: first.who } : null
}

const nothingMore = { with: [], kind: null, oldName: null } as const

/** Of several deeds only renaming and moving are one kind; any others stay "changed". */
function whatItWas(activities: readonly ItemActivity[]): LearnedFacts | null {
  const done = activities.filter(({ did }) => did !== 'unsaid').toSorted((a, b) => a.at - b.at)
  const [first] = done
  const kinds = new Set(done.map(({ did }) => kindOf[did] ?? null))
  const isBoth = kinds.size === 2 && kinds.has('renamed') && kinds.has('moved')
  const [only = null] = kinds
  const kind = isBoth ? 'moved-and-renamed' : kinds.size === 1 ? only : null
  const oldName = done.find(({ did }) => did === 'rename')?.name ?? null
  const needsName = kind === 'renamed' || kind === 'moved-and-renamed'
  if (!first || kind === null || (needsName && oldName === null)) return null
  return { ...nothingMore, who: first.who, kind, oldName }
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
