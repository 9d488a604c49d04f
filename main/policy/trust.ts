import { posix } from 'node:path'

/** What decides who may change a file or folder; modes are those of POSIX. */
export interface Owned {
  readonly uid: number
  readonly mode: number
}

const othersWrite = 0o022
const sticky = 0o1000

/**
 * Whether only the system's owner can change a file, or put another one in its place: it and every folder above it
 * belong to root, and nobody else may write there. In a folder like /tmp, nobody may move what belongs to root.
 */
export function isRoots(file: string, look: (path: string) => Owned): boolean {
  const above: string[] = []
  for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
    above.push(folder)
    if (folder === posix.dirname(folder)) break
  }
  const own = look(file)
  if (own.uid !== 0 || (own.mode & othersWrite) !== 0) return false
  return above
    .map(look)
    .every(({ uid, mode }) => uid === 0 && ((mode & othersWrite) === 0 || (mode & sticky) !== 0))
}
