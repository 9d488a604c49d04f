import { constants } from 'node:fs'
import type * as fs from 'node:fs'

/** The file functions that a part is given: Node's own, or a test's, of which some fail. */
export type Files = Pick<
  typeof fs,
  | 'chmodSync'
  | 'closeSync'
  | 'existsSync'
  | 'fchmodSync'
  | 'fsyncSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'readdirSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmSync'
  | 'statSync'
  | 'writeFileSync'
>

/** What an error of the file system says, as `EACCES`; null for any other error. */
export function diskCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error || 'errno' in error)) return null
  return 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** What is in a file; null when there is none. Throws what the disk says, and for what is no plain file. */
export function readPlain(files: Files, file: string): Buffer | null {
  try {
    // a pipe would be waited for, a device read for ever
    if (!files.statSync(file).isFile())
      throw Object.assign(new Error('no plain file'), { code: 'EISDIR', syscall: 'read' })
    return files.readFileSync(file)
  } catch (error) {
    if (diskCode(error) === 'ENOENT') return null
    throw error
  }
}

/**
 * Replaces a file by way of a temporary one beside it, readable by its owner alone. Whenever the computer stops or the
 * disk refuses, there is either the old content or the new: a full disk takes a part of a write without an error.
 */
export function writePrivate(files: Files, file: string, content: string | Uint8Array): void {
  const part = `${file}.new`
  files.rmSync(part, { force: true }) // a crash's; it would keep its old mode
  const handle = files.openSync(part, 'wx', 0o600)
  try {
    try {
      files.writeFileSync(handle, content)
      files.fsyncSync(handle)
    } finally {
      files.closeSync(handle)
    }
    files.renameSync(part, file)
  } catch (error) {
    forgetUnfinished(files, file)
    throw error
  }
}

/** Removes what a crash in the middle of {@link writePrivate} left behind. */
export function forgetUnfinished(files: Files, file: string): void {
  try {
    files.rmSync(`${file}.new`, { force: true })
  } catch {
    return // the next write says why
  }
}

/** Makes a file, or the one that is there, its owner's alone. What is behind a link is not touched. */
export function keepPrivate(files: Files, file: string): void {
  // Windows has neither modes nor this flag
  const flags = constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0)
  const handle = files.openSync(file, flags, 0o600)
  try {
    files.fchmodSync(handle, 0o600)
  } finally {
    files.closeSync(handle)
  }
}

const sticky = 0o1000

/**
 * Whether others than its owner may change what is in a folder. What can be mended is: of a folder of ours, their right
 * to write is taken away. Windows keeps such rights elsewhere.
 */
export function othersMayChange(files: Files, folder: string): boolean {
  const own = process.getuid?.()
  if (own === undefined) return false
  const { uid, mode } = files.statSync(folder)
  if (uid !== own && uid !== 0) return true
  if ((mode & 0o022) === 0) return false
  if (uid !== own || (mode & sticky) !== 0) return true // a folder that is shared on purpose, as /tmp
  return !tryTo(() => files.chmodSync(folder, mode & 0o7755))
}

/** Makes a folder, or the one that is there, its owner's alone. */
export function keepFolderPrivate(files: Files, folder: string): void {
  files.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { mode } = files.lstatSync(folder)
  if ((mode & 0o077) !== 0 && files.lstatSync(folder).isDirectory()) files.chmodSync(folder, 0o700)
}

function tryTo(act: () => void): boolean {
  try {
    act()
    return true
  } catch {
    return false
  }
}
