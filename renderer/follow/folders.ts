import type { Message } from '../../preload/words/phrase.ts'
import type { FolderPage } from '../../preload/contract/discovery.ts'
import { holds } from '../../preload/words/fold.ts'
import type { Item } from './wish.ts'

/** A folder's children as far as they are read. */
export type Branch =
  | { readonly kind: 'loading' }
  | (Extract<FolderPage, { kind: 'page' }> & { readonly isReading: boolean })
  | Extract<FolderPage, { kind: 'refused' }>

/** Branches by folder id; the drive's own root is ''. */
export type Branches = ReadonlyMap<string, Branch>

export const root = ''

/** Where a search's finds are kept among the branches; no item has such an id. */
export const searchBranch = (text: string): string => ` ${text}`

/** What to ask for when a branch is read. */
export function asking(branch: string): { readonly itemId: string | null; readonly search?: string } {
  if (branch.startsWith(' ')) return { itemId: null, search: branch.slice(1) }
  return { itemId: branch === root ? null : branch }
}

/** A search with what is loaded already and fits, before what Microsoft finds. */
export function searched(branches: Branches, text: string): Branches {
  const at = searchBranch(text)
  const found = branches.get(at)
  const fits = ({ name }: Item) => holds(name, text)
  const loaded = insideOf(branches, root).filter(fits)
  const more =
    found?.kind === 'page' ? found.items.filter(({ id }) => !loaded.some((each) => each.id === id)) : []
  if (loaded.length === 0 && found?.kind !== 'page') return branches
  return new Map(branches).set(at, {
    kind: 'page',
    items: [...loaded, ...more],
    next: found?.kind === 'page' ? found.next : null,
    isReading: found?.kind === 'page' ? found.isReading : found?.kind !== 'refused',
  })
}

/** One line of the tree. */
export type Line =
  | {
      readonly kind: 'item'
      readonly key: string
      readonly item: Item
      readonly parent: string
      readonly level: number
      readonly place: number
      readonly of: number
      readonly isOpen: boolean
      /** `inside`: a folder around it is chosen, and it with that. */
      readonly check: 'no' | 'yes' | 'inside' | 'partly'
    }
  | {
      readonly kind: 'loading' | 'empty' | 'more' | 'refused'
      readonly key: string
      readonly parent: string
      readonly level: number
      readonly why: Message | null
    }

/** The tree as lines from top to bottom. */
export function linesOf(
  branches: Branches,
  open: ReadonlySet<string>,
  chosen: readonly Item[],
  top: string = root,
): readonly Line[] {
  const ids = new Set(chosen.map(({ id }) => id))
  // A search may find a folder and what is inside it.
  const shown = new Set<string>()
  const below = (parent: string, level: number, isInside: boolean): readonly Line[] => {
    const branch = branches.get(parent)
    const line = (kind: 'loading' | 'empty' | 'more' | 'refused', why: Message | null = null): Line => ({
      kind,
      key: `${kind} ${parent}`,
      parent,
      level,
      why,
    })
    if (!branch || branch.kind === 'loading') return [line('loading')]
    if (branch.kind === 'refused') return [line('refused', branch.why)]
    const items = branch.items.flatMap((item, index): readonly Line[] => {
      if (shown.has(item.id)) return []
      shown.add(item.id)
      const isOpen = item.isFolder && open.has(item.id)
      const isChosen = ids.has(item.id)
      const check = isInside
        ? 'inside'
        : isChosen
          ? 'yes'
          : insideOf(branches, item.id).some(({ id }) => ids.has(id))
            ? 'partly'
            : 'no'
      const own: Line = {
        kind: 'item',
        key: item.id,
        item,
        parent,
        level,
        place: index + 1,
        of: branch.next === null ? branch.items.length : -1,
        isOpen,
        check,
      }
      return [own, ...(isOpen ? below(item.id, level + 1, isInside || isChosen) : [])]
    })
    if (branch.isReading) return [...items, line('loading')]
    if (branch.next !== null) return [...items, line('more')]
    return items.length > 0 ? items : [line('empty')]
  }
  return below(top, 1, false)
}

/** Everything known inside a folder, however deep. */
function insideOf(branches: Branches, folder: string): readonly Item[] {
  const branch = branches.get(folder)
  if (branch?.kind !== 'page') return []
  return branch.items.flatMap((item) => [item, ...(item.isFolder ? insideOf(branches, item.id) : [])])
}

/** Chooses or drops an item; what is inside a chosen folder is chosen with it and not once more. */
export function toggled(chosen: readonly Item[], item: Item, branches: Branches): readonly Item[] {
  const rest = chosen.filter(({ id }) => id !== item.id)
  if (rest.length < chosen.length) return rest
  const inside = new Set(insideOf(branches, item.id).map(({ id }) => id))
  return [...rest.filter(({ id }) => !inside.has(id)), item]
}

/** Chosen items that are not in sight in the tree, so that they can be dropped all the same. */
export function outOfSight(lines: readonly Line[], chosen: readonly Item[]): readonly Item[] {
  const seen = new Set(lines.map(({ key }) => key))
  return chosen.filter(({ id }) => !seen.has(id))
}

/** A branch with its next page behind it. */
export function grown(branch: Branch | undefined, page: FolderPage): Branch {
  if (branch?.kind !== 'page' || page.kind !== 'page')
    return page.kind === 'page' ? { ...page, isReading: false } : page
  const known = new Set(branch.items.map(({ id }) => id))
  return {
    kind: 'page',
    items: [...branch.items, ...page.items.filter(({ id }) => !known.has(id))],
    next: page.next,
    isReading: false,
  }
}
