import type { Scope } from '../../preload/contract/discovery.ts'
import type { Judged } from './changes.ts'
import { foldersAround } from './folders-around.ts'
import { canonicalItemId, type Known, type ItemLookup } from './known-item.ts'

/** Where items were before a set, and where they are after it. */
export interface ItemLookups {
  readonly before: ItemLookup
  readonly after: ItemLookup
}

/** Says of a judged item whether its change concerns what is followed. */
export type InScope = (judged: Judged, looks: ItemLookups) => boolean

/**
 * Chosen folders and files count by id, so that they stay chosen wherever they are moved. What moves in is told, and what
 * moves out is told once: as moved.
 */
export function scopeFilter(scope: Scope): InScope {
  if (scope.kind === 'everything') return () => true
  const chosen = new Set(scope.items.map(({ id }) => canonicalItemId(id)))
  const isChosen = (item: Known | null, look: ItemLookup) => upward(item, look).some((id) => chosen.has(id))
  const isAround = (item: Known | null, look: ItemLookup) =>
    item !== null && [...chosen].some((each) => upward(look(each), look).includes(item.id))
  return ({ before, after, change }, looks) => {
    if (change?.kind === 'deleted') return isChosen(after, looks.before) || isAround(after, looks.before)
    const isMove = change?.kind === 'moved' || change?.kind === 'moved-and-renamed'
    return isChosen(after, looks.after) || (isMove && isChosen(before, looks.before))
  }
}

/** The item and the folders around it, from the inside out. */
function upward(item: Known | null, look: ItemLookup): readonly string[] {
  return item === null ? [] : [item.id, ...foldersAround(item.parentId, look).map(({ id }) => id)]
}
