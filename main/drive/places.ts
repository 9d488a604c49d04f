import type { Look } from './known-item.ts'

/** Where an item is: folder names from the top of the drive down, and where its folder opens. */
export interface Place {
  readonly place: readonly string[]
  /** The ids of these folders, nearest first. */
  readonly folders: readonly string[]
  readonly folderUrl: string | null
}

/** More than any path can hold. */
const deepest = 256

/** Walks up from a folder. What is not known yet is left out (graph.md 2.4: a delta names no paths). */
export function placeOf(parentId: string | null, look: Look): Place {
  const place: string[] = []
  const folders: string[] = []
  let folder = parentId === null ? null : look(parentId)
  const folderUrl = folder?.webUrl ?? null
  while (folder && folder.kind !== 'root' && !folders.includes(folder.id) && folders.length < deepest) {
    folders.push(folder.id)
    if (folder.name !== null) place.unshift(folder.name)
    folder = folder.parentId === null ? null : look(folder.parentId)
  }
  return { place, folders, folderUrl }
}
