import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { type Files, readPlain, writePrivate } from '../kit/files.ts'

/** Where the running app of a profile is spoken to. */
export interface Place {
  /** The folder the socket is in, to be made; null where the system has names for pipes. */
  readonly folder: string | null
  readonly address: string
}

interface Computer {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly temporary: string
}

/** A short path, for a socket's may have about a hundred letters: in the session's own folder, named by the profile. */
export function placeOf(profile: string, { platform, env, temporary }: Computer): Place {
  const name = `drivebell-${createHash('sha256').update(profile).digest('hex').slice(0, 16)}`
  if (platform === 'win32') return { folder: null, address: `\\\\.\\pipe\\${name}` }
  const folder = join(env['XDG_RUNTIME_DIR'] || temporary, name)
  return { folder, address: join(folder, 'socket') }
}

/** Makes the folder, or sees that the one that is there is ours alone; throws where it is not. */
export function makePrivateFolder(folder: string): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!isOurs(folder)) throw new Error('the folder of the socket is not ours alone')
}

/** Whether a folder is a folder, ours, and closed to all others. */
export function isOurs(folder: string): boolean {
  const found = fs.lstatSync(folder, { throwIfNoEntry: false })
  return (
    found !== undefined &&
    found.isDirectory() &&
    found.uid === process.getuid?.() &&
    (found.mode & 0o077) === 0
  )
}

const keyFile = (profile: string) => join(profile, 'command-line.key')
const wholeKey = /^[0-9a-f]{64}$/

/** The key that both sides know by reading it in the profile; null: there is none. */
export function readKey(profile: string, files: Files = fs): string | null {
  const text = readPlain(files, keyFile(profile))?.toString('utf8').trim() ?? ''
  return wholeKey.test(text) ? text : null
}

/** The same, made where there is none. */
export function makeKey(profile: string, files: Files = fs): string {
  const found = readKey(profile, files)
  if (found !== null) return found
  const key = randomBytes(32).toString('hex')
  writePrivate(files, keyFile(profile), key)
  return key
}
