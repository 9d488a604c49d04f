/** More than any path can hold. */
const deepest = 256

/**
 * A folder and those around it, nearest first, as far as they are known. Folders in a ring, as a drive that changes between two
 * pages may show them, are met once each.
 */
export function foldersAround<T extends { readonly parentId: string | null }>(
  folderId: string | null,
  look: (id: string) => T | null,
): readonly T[] {
  const folders = new Map<string, T>()
  for (let at = folderId; at !== null && !folders.has(at) && folders.size < deepest;) {
    const folder = look(at)
    if (folder === null) break
    folders.set(at, folder)
    at = folder.parentId
  }
  return [...folders.values()]
}
