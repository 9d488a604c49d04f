import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { played } from './platform.ts'

/**
 * Opens an address or a file with the desktop's own program. On Linux Electron starts xdg-open and does not wait for it
 * (shell/common/platform_util_linux.cc, wait_for_exit=false): nobody hears that there is no handler, or that it failed.
 * Windows and macOS say so.
 */
export async function openOutside(target: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>()
  const opener = spawn('xdg-open', [target], { stdio: 'ignore', detached: true })
  opener.once('error', () => reject(new Error('Failed to open path')))
  opener.once('exit', (code) => (code === 0 ? resolve(undefined) : reject(new Error('Failed to open path'))))
  if (played.platform === 'linux') promise.catch(() => undefined)
  else await promise
}

/** Electron's `shell.openPath`: the empty text, or what went wrong; on Linux it waits no more than the other. */
export async function openPath(path: string): Promise<string> {
  try {
    await openOutside(path)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Opens the folder an item is in. */
export function showItemInFolder(path: string): void {
  openOutside(dirname(path)).catch((error: unknown) => console.error(String(error)))
}
