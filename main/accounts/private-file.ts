import { open, rename, rm } from 'node:fs/promises'

/**
 * Replaces a file by way of a temporary one beside it, readable by its owner alone. Whenever the computer stops, there
 * is either the old content or the new.
 */
export async function writePrivate(file: string, content: string | Uint8Array): Promise<void> {
  await forgetUnfinished(file) // it would keep its old mode
  const handle = await open(unfinished(file), 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(unfinished(file), file)
}

/** Removes what a crash in the middle of {@link writePrivate} left behind. */
export async function forgetUnfinished(file: string): Promise<void> {
  await rm(unfinished(file), { force: true })
}

const unfinished = (file: string) => `${file}.new`
