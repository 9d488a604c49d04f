import type { DriveItem } from '../graph/schemas.ts'
import { sameSpelling, type ItemLookup } from './known-item.ts'

/** A whole set of the feed, or a large part of it, with what its items say about each other. */
export interface DeltaSet {
  readonly items: ReadonlyMap<string, DriveItem>
  /** Folders that are, or were, around another item of the set. */
  readonly parents: ReadonlySet<string>
  /** Deleted along with their folder: the folder is told, they are counted. */
  readonly withFolder: ReadonlySet<string>
  /** How many went with each deleted, moved or restored folder. */
  readonly below: ReadonlyMap<string, number>
  /** Parts of notebooks, with the notebook around each: the notebook is told for them (protocol.md 2.4). */
  readonly packageOf: ReadonlyMap<string, string>
  /** What of each notebook is in the set. */
  readonly inPackage: ReadonlyMap<string, readonly DriveItem[]>
}

/** Adds entries as they come; of an item that comes twice the last entry counts, across pages (protocol.md 2.4). */
export function collapse(into: Map<string, DriveItem>, items: Iterable<DriveItem>): void {
  for (const item of items) {
    const spelled = sameSpelling(item)
    into.set(spelled.id, spelled)
  }
}

/** What the items of a set say about each other. */
export function deltaSet(items: ReadonlyMap<string, DriveItem>, known: ItemLookup): DeltaSet {
  const parents = new Set<string>()
  const withFolder = new Set<string>()
  const below = new Map<string, number>()
  for (const item of items.values()) {
    const before = known(item.id)
    for (const id of [item.parentId, before?.parentId]) if (id) parents.add(id)
    if (!item.deleted) continue
    const top = topDeleted(item, items, known)
    if (top === item.id) continue
    withFolder.add(item.id)
    below.set(top, (below.get(top) ?? 0) + 1)
  }
  return { items, parents, withFolder, below, ...packages(items, known) }
}

/** The same set, with what the index adds to the items below its folders. */
export function withBelow(set: DeltaSet, more: ReadonlyMap<string, number>): DeltaSet {
  const below = new Map(set.below)
  for (const [id, count] of more) below.set(id, (below.get(id) ?? 0) + count)
  return { ...set, below }
}

function packages(
  items: ReadonlyMap<string, DriveItem>,
  known: ItemLookup,
): Pick<DeltaSet, 'packageOf' | 'inPackage'> {
  const packageOf = new Map<string, string>()
  const inPackage = new Map<string, DriveItem[]>()
  const around = new Map<string, string | null>()
  for (const item of items.values()) {
    const parentId = item.parentId ?? known(item.id)?.parentId ?? null
    const found = parentId === null ? null : packageAround(parentId, items, known, around)
    if (found === null || found === item.id) continue
    packageOf.set(item.id, found)
    inPackage.set(found, [...(inPackage.get(found) ?? []), item])
  }
  return { packageOf, inPackage }
}

/** The notebook of the set that a folder is, or is in; `around` remembers the answers. */
function packageAround(
  folderId: string,
  items: ReadonlyMap<string, DriveItem>,
  known: ItemLookup,
  around: Map<string, string | null>,
): string | null {
  const answer = around.get(folderId)
  if (answer !== undefined) return answer
  around.set(folderId, null) // also what folders in a ring get
  const entry = items.get(folderId)
  const isPackage = entry?.kind === 'package' && !entry.deleted
  const parentId = entry?.parentId ?? known(folderId)?.parentId ?? null
  const outer = isPackage || parentId === null ? null : packageAround(parentId, items, known, around)
  const found = isPackage ? folderId : outer
  around.set(folderId, found)
  return found
}

/** The outermost folder deleted together with the item, in this set or before; the item itself when there is none. */
function topDeleted(item: DriveItem, items: ReadonlyMap<string, DriveItem>, known: ItemLookup): string {
  const seen = new Set<string>()
  let top = item.id
  while (!seen.has(top)) {
    seen.add(top)
    const before = known(top)
    const parentId = before?.parentId ?? items.get(top)?.parentId ?? null
    if (parentId === null) return top
    const entry = items.get(parentId)
    const isGone = entry ? entry.deleted : (known(parentId)?.deletedAt ?? null) !== null
    if (!isGone) return top
    top = parentId
  }
  return item.id // folders inside each other in a ring: nobody's top
}
