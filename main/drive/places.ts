import type { Look } from './known.ts'

/** Where an item is: folder names from the top of the drive down, and where its folder opens. */
export interface Place {
  readonly place: readonly string[]
  readonly folderUrl: string | null
}

/** More than any path can hold; also the end of folders that lie in a ring. */
const deepest = 256

/** Walks up from a folder. What is not known yet is left out (graph.md 2.4: a delta names no paths). */
export function placeOf(parentId: string | null, look: Look): Place {
  const place: string[] = []
  let folder = parentId === null ? null : look(parentId)
  const folderUrl = folder?.webUrl ?? null
  for (let depth = 0; folder && folder.kind !== 'root' && depth < deepest; depth++) {
    if (folder.name !== null) place.unshift(folder.name)
    folder = folder.parentId === null ? null : look(folder.parentId)
  }
  return { place, folderUrl }
}
