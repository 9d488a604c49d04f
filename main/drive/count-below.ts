import { setImmediate } from 'node:timers/promises'
import type { DriveItem } from '../graph/schemas.ts'
import type { Known, ItemLookup } from './known-item.ts'

/** An item and the folder it is in, as the index lists them. */
export interface Leaf {
  readonly id: string
  readonly parentId: string | null
  readonly isFolder: boolean
}

/** Reads the items that are there, in the order of their ids, some at a time. */
export type ReadLeaves = (after: string, limit: number) => readonly Leaf[]

const atOnce = 4_000

/** Folders of a set whose contents went with them: moved, or deleted or restored by themselves. */
export function carriers(
  items: ReadonlyMap<string, DriveItem>,
  known: ItemLookup,
  withFolder: ReadonlySet<string>,
): ReadonlySet<string> {
  const found = new Set<string>()
  for (const item of items.values()) {
    const before = known(item.id)
    if (before?.kind === 'folder' && !withFolder.has(item.id) && hasGone(item, before)) found.add(item.id)
  }
  return found
}

function hasGone(item: DriveItem, before: Known): boolean {
  if (item.deleted !== (before.deletedAt !== null)) return true
  if (item.deleted) return false
  return item.parentId !== null && before.parentId !== null && item.parentId !== before.parentId
}

/**
 * Counts what the index holds below each of the folders, for a feed does not list what went along (protocol.md 2.4).
 * One pass over the drive's items however many folders there are; what the set itself deletes, adds or moves is not
 * counted.
 */
export async function countBelow(
  folders: ReadonlySet<string>,
  set: ReadonlyMap<string, DriveItem>,
  known: ItemLookup,
  read: ReadLeaves,
): Promise<ReadonlyMap<string, number>> {
  const inFolder = new Map<string, number>()
  const parents = new Map<string, string>()
  for (let after = ''; ;) {
    const leaves = read(after, atOnce)
    for (const { id, parentId, isFolder } of leaves) {
      const entry = set.get(id)
      const folder = (entry?.deleted ? null : entry?.parentId) ?? parentId
      if (folder === null) continue
      if (isFolder) parents.set(id, folder)
      if (!entry || wentAlong(entry, known(id))) inFolder.set(folder, (inFolder.get(folder) ?? 0) + 1)
    }
    const last = leaves.at(-1)
    if (!last || leaves.length < atOnce) break
    after = last.id
    await setImmediate() // a breath, so that the app stays responsive
  }
  const below = new Map<string, number>()
  for (const [folder, count] of inFolder) {
    const top = carrierOf(folder, folders, parents)
    if (top !== null) below.set(top, (below.get(top) ?? 0) + count)
  }
  return below
}

/** In the set as well, but where it was: an echo, or changed in another way. */
const wentAlong = (entry: DriveItem, before: Known | null): boolean =>
  before?.deletedAt === null && !entry.deleted && (entry.parentId ?? before.parentId) === before.parentId

/** The nearest of the folders around; null when there is none, or when folders lie in a ring. */
function carrierOf(
  folder: string,
  folders: ReadonlySet<string>,
  parents: ReadonlyMap<string, string>,
): string | null {
  const seen = new Set<string>()
  for (let at: string | undefined = folder; at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (folders.has(at)) return at
    seen.add(at)
  }
  return null
}
