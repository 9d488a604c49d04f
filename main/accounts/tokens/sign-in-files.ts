import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import { setAside } from '../../kit/set-aside.ts'
import type { Sealer } from './token-cache.ts'
import * as z from 'zod'

/** The sign-ins on disk: sealed, or readable where the user chose that. An unreadable file is moved aside. */
export class SignInFiles {
  readonly #sealer: Sealer
  readonly #clock: Clock
  readonly #log: Log
  readonly #sealedFile: string
  readonly #clearFile: string
  /** Ids of accounts, a line each, whose sign-ins are to go once they can be opened. */
  readonly #forgetFile: string
  #setAside: string | null = null

  constructor(parts: { directory: string; sealer: Sealer; clock: Clock; log: Log }) {
    this.#sealer = parts.sealer
    this.#clock = parts.clock
    this.#log = parts.log
    this.#sealedFile = join(parts.directory, 'sign-ins.sealed')
    this.#clearFile = join(parts.directory, 'sign-ins.json')
    this.#forgetFile = join(parts.directory, 'sign-ins.forget')
  }

  /** Where an unreadable file was moved to; null when there was none. */
  get setAside(): string | null {
    return this.#setAside
  }

  /** Rejects while the keyring is locked: the file then stays where it is. */
  async readSealed(): Promise<{ kept: KeptSignIns; sealAgain: boolean }> {
    const sealed = await this.#bytes(this.#sealedFile)
    const opened = sealed && (await this.#unsealed(sealed))
    const kept = opened && this.#parsed(this.#sealedFile, opened.text)
    return { kept: kept ?? new Map(), sealAgain: opened?.sealAgain ?? false }
  }

  async readClear(): Promise<KeptSignIns | null> {
    const bytes = await this.#bytes(this.#clearFile)
    return bytes && this.#parsed(this.#clearFile, bytes.toString('utf8'))
  }

  /** Who signed out while nobody could open the sign-ins. */
  async toForget(): Promise<readonly string[]> {
    const bytes = await this.#bytes(this.#forgetFile)
    return bytes?.toString('utf8').split('\n').filter(Boolean) ?? []
  }

  async forgetLater(ids: readonly string[]): Promise<void> {
    await writePrivate(this.#forgetFile, [...(await this.toForget()), ...ids].join('\n'))
  }

  /** Nothing readable stays beside what is sealed, and nobody is left to forget. */
  async writeSealed(kept: KeptSignIns): Promise<void> {
    await writePrivate(this.#sealedFile, await this.#sealer.seal(formatSignIns(kept)))
    await this.removeClear()
    await rm(this.#forgetFile, { force: true })
  }

  async writeClear(kept: KeptSignIns): Promise<void> {
    await writePrivate(this.#clearFile, formatSignIns(kept))
  }

  async removeClear(): Promise<void> {
    await rm(this.#clearFile, { force: true })
  }

  async #bytes(file: string): Promise<Buffer | null> {
    await forgetUnfinished(file)
    try {
      return await readFile(file)
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      if (!missing) this.#moveAside(file, error)
      return null
    }
  }

  async #unsealed(sealed: Buffer): Promise<{ text: string; sealAgain: boolean } | null> {
    try {
      return await this.#sealer.open(sealed)
    } catch (error) {
      if (isTemporary(error)) throw error
      this.#moveAside(this.#sealedFile, error)
      return null
    }
  }

  #parsed(file: string, text: string): KeptSignIns | null {
    const kept = parseSignIns(text)
    if (!kept) this.#moveAside(file, 'damaged')
    return kept
  }

  #moveAside(file: string, why: unknown): void {
    this.#setAside = setAside(file, this.#clock.now())
    this.#log.warn('sign-ins set aside', { file: this.#setAside, why: String(why) })
  }
}

/** Electron's one word for a locked keyring: anything else means that the bytes cannot be read (platform.md 1.11). */
function isTemporary(error: unknown): boolean {
  return error instanceof Error && /temporarily unavailable/i.test(error.message)
}

/** The MSAL cache of each account, by homeAccountId: the clear text of the sign-ins file. */
type KeptSignIns = ReadonlyMap<string, string>

const schema = z.object({
  version: z.literal(1),
  accounts: z.record(z.string(), z.string().refine(isJsonObject)),
})

/** Reads the clear text; null when it is not ours or damaged. */
export function parseSignIns(text: string): KeptSignIns | null {
  const kept = schema.safeParse(json(text))
  return kept.success ? new Map(Object.entries(kept.data.accounts)) : null
}

/** Writes what {@link parseSignIns} reads. */
export function formatSignIns(kept: KeptSignIns): string {
  return JSON.stringify({ version: 1, accounts: Object.fromEntries(kept) })
}

/** MSAL throws a SyntaxError out of every call over a text that is none (platform.md 4.6), so it never gets one. */
function isJsonObject(text: string): boolean {
  const value = json(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Replaces a file by way of a temporary one beside it, readable by its owner alone. Whenever the computer stops, there
 * is either the old content or the new.
 */
async function writePrivate(file: string, content: string | Uint8Array): Promise<void> {
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
async function forgetUnfinished(file: string): Promise<void> {
  await rm(unfinished(file), { force: true })
}

const unfinished = (file: string) => `${file}.new`
