import { join } from 'node:path'
import * as z from 'zod'
import type { Clock } from '../../kit/clock.ts'
import { diskCode, type Files, forgetUnfinished, readPlain, writePrivate } from '../../kit/files.ts'
import { lenientJson } from '../../kit/lenient-json.ts'
import type { Log } from '../../kit/log.ts'
import { asidesOf, setAside } from '../../kit/set-aside.ts'
import { fields } from '../../graph/untyped.ts'

/** The operating system's keyring. `open` rejects while it is locked, and when the bytes are not its own. */
export interface Sealer {
  /** Who keeps the key; `basic_text` protects nothing (platform.md 1.11). Rejects while it seals nothing. */
  backend(): Promise<string>
  seal(text: string): Promise<Buffer>
  open(sealed: Buffer): Promise<{ text: string; sealAgain: boolean }>
}

/** The sign-ins were written by a newer version, whose file is not ours to change. */
export class NewerSignIns extends Error {}

/**
 * The sign-ins on disk: sealed, or readable where the user chose that. A damaged file is moved aside; one that the disk
 * does not give, or that a newer version wrote, stays where it is.
 */
export class SignInFiles {
  readonly #files: Files
  readonly #sealer: Sealer
  readonly #clock: Clock
  readonly #log: Log
  readonly #sealedFile: string
  readonly #clearFile: string
  /** Ids of accounts, a line each, whose sign-ins are to go once they can be opened. */
  readonly #forgetFile: string
  #setAside: string | null = null

  constructor(parts: { directory: string; files: Files; sealer: Sealer; clock: Clock; log: Log }) {
    this.#files = parts.files
    this.#sealer = parts.sealer
    this.#clock = parts.clock
    this.#log = parts.log
    this.#sealedFile = join(parts.directory, 'sign-ins.sealed')
    this.#clearFile = join(parts.directory, 'sign-ins.json')
    this.#forgetFile = join(parts.directory, 'sign-ins.forget')
  }

  /** Where a damaged file was moved to; null when there was none. */
  get setAside(): string | null {
    return this.#setAside
  }

  /** Rejects while the keyring is locked, and with what the disk says: the file then stays where it is. */
  async readSealed(): Promise<{ kept: KeptSignIns; sealAgain: boolean }> {
    const sealed = this.#bytes(this.#sealedFile)
    const opened = sealed && (await this.#unsealed(sealed))
    const kept = opened && this.#parsed(this.#sealedFile, opened.text)
    return { kept: kept ?? new Map(), sealAgain: opened?.sealAgain ?? false }
  }

  hasSealed(): boolean {
    return this.#files.existsSync(this.#sealedFile)
  }

  /** Throws what the disk says. */
  readClear(): KeptSignIns | null {
    const bytes = this.#bytes(this.#clearFile)
    return bytes && this.#parsed(this.#clearFile, new TextDecoder().decode(bytes))
  }

  /** Who signed out while nobody could open the sign-ins. */
  toForget(): readonly string[] {
    return this.#bytes(this.#forgetFile)?.toString('utf8').split('\n').filter(Boolean) ?? []
  }

  forgetLater(ids: readonly string[]): void {
    writePrivate(this.#files, this.#forgetFile, [...new Set([...this.toForget(), ...ids])].join('\n'))
  }

  /** Nothing readable stays beside what is sealed, and nobody is left to forget. */
  async writeSealed(kept: KeptSignIns): Promise<void> {
    writePrivate(this.#files, this.#sealedFile, await this.#sealer.seal(formatSignIns(kept)))
    this.removeClear()
    this.#files.rmSync(this.#forgetFile, { force: true })
  }

  writeClear(kept: KeptSignIns): void {
    writePrivate(this.#files, this.#clearFile, formatSignIns(kept))
  }

  removeClear(): void {
    for (const file of [this.#clearFile, ...asidesOf(this.#files, this.#clearFile)]) this.#remove(file)
  }

  /** Removes what was set aside: who signs out leaves no sign-in behind, whole or damaged. */
  removeAsides(): void {
    for (const file of [this.#sealedFile, this.#clearFile])
      for (const aside of asidesOf(this.#files, file)) this.#remove(aside)
    this.#setAside = null
  }

  #remove(file: string): void {
    this.#files.rmSync(file, { force: true })
  }

  #bytes(file: string): Buffer | null {
    forgetUnfinished(this.#files, file)
    try {
      return readPlain(this.#files, file)
    } catch (error) {
      if (diskCode(error) !== 'EISDIR') throw error
      this.#moveAside(file, error) // no file at all
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
    if (kept === 'newer') throw new NewerSignIns('sign-ins of a newer version')
    if (kept !== 'damaged') return kept
    this.#moveAside(file, kept)
    return null
  }

  #moveAside(file: string, why: unknown): void {
    this.#setAside = setAside(this.#files, file, this.#clock.now())
    this.#log.warn('sign-ins set aside', { file: this.#setAside, why: String(why) })
  }
}

/** Electron's one word for a locked keyring: anything else means that the bytes cannot be read (platform.md 1.11). */
function isTemporary(error: unknown): boolean {
  return error instanceof Error && /temporarily unavailable/i.test(error.message)
}

/** The MSAL cache of each account, by homeAccountId: the clear text of the sign-ins file. */
type KeptSignIns = ReadonlyMap<string, string>

const schema = z.object({ version: z.literal(1), accounts: z.record(z.string(), z.unknown()) })

/** Reads the clear text: of each account, unless MSAL could not read it. */
export function parseSignIns(text: string): KeptSignIns | 'newer' | 'damaged' {
  const found = lenientJson(text)
  const kept = schema.safeParse(found)
  if (kept.success) return new Map(Object.entries(kept.data.accounts).filter(isReadable))
  const version = fields(found)?.['version']
  return typeof version === 'number' && version > 1 ? 'newer' : 'damaged'
}

/** Writes what {@link parseSignIns} reads. */
export function formatSignIns(kept: KeptSignIns): string {
  return JSON.stringify({ version: 1, accounts: Object.fromEntries(kept) })
}

/** MSAL throws a SyntaxError out of every call over a text that is none (platform.md 4.6), so it never gets one. */
function isReadable(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string' && fields(json(entry[1])) !== null
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
