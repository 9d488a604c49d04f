import { spawn } from 'node:child_process'
import { dirname } from 'node:path'

/** Opens an address or a file with the desktop's own program; rejects when there is none or it fails. */
export async function openOutside(target: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>()
  const opener = spawn('xdg-open', [target], { stdio: 'ignore', detached: true })
  opener.once('error', (error) => reject(new Error(`Failed to open: ${error.message}`)))
  opener.once('exit', (code) => {
    if (code === 0) resolve(undefined)
    else reject(new Error(`Failed to open: xdg-open ended with ${code ?? 'a signal'}`))
  })
  await promise
}

/** Electron's `shell.openPath`: the empty text, or what went wrong. */
export async function openPath(path: string): Promise<string> {
  try {
    await openOutside(path)
    return ''
  } catch (error) {
    return String(error)
  }
}

/** Opens the folder an item is in. */
export function showItemInFolder(path: string): void {
  openOutside(dirname(path)).catch((error: unknown) => console.error(String(error)))
}
