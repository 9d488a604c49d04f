import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyringState } from '../../preload/contract.ts'
import type { Clock } from '../kit/clock.ts'
import { Listeners } from '../kit/listeners.ts'
import type { Log } from '../kit/log.ts'
import { OnceMore } from '../kit/once-more.ts'
import { setAside } from '../kit/set-aside.ts'
import { formatSignIns, type KeptSignIns, parseSignIns } from './kept-sign-ins.ts'
import { forgetUnfinished, writePrivate } from './private-file.ts'

/** The operating system's keyring. `open` rejects while it is locked, and when the bytes are not its own. */
export interface Sealer {
  /** Who keeps the key; `basic_text` and `unknown` protect nothing (platform.md 1.11). */
  backend(): Promise<string>
  seal(text: string): Promise<Buffer>
  open(sealed: Buffer): Promise<{ text: string; sealAgain: boolean }>
}

interface Parts {
  readonly directory: string
  readonly sealer: Sealer
  /** The user said: keep me signed in, though nothing here can protect it. */
  readonly unsealedByChoice: () => boolean
  readonly clock: Clock
  readonly log: Log
}

const retryMs = 30_000

/**
 * The sign-ins of all accounts: in memory for MSAL, and in one file as safe as this computer allows. Each account has a
 * text of its own, so that what MSAL does for one never meets what it does for another.
 */
export class TokenCache implements AsyncDisposable {
  readonly #parts: Parts
  readonly #changed = new Listeners<void>()
  readonly #opening = new OnceMore(() => this.#open())
  readonly #saving = new OnceMore(() => this.#save())
  readonly #sealedFile: string
  readonly #clearFile: string
  #state: KeyringState = { kind: 'memory-only' }
  #texts = new Map<string, string>()
  #opened = false
  #changes = 0
  #changesKept = 0
  #setAside: string | null = null
  #retry: Disposable | null = null
  #closed = false

  constructor(parts: Parts) {
    this.#parts = parts
    this.#sealedFile = join(parts.directory, 'sign-ins.sealed')
    this.#clearFile = join(parts.directory, 'sign-ins.json')
  }

  /** Where sign-ins rest. */
  get state(): KeyringState {
    return this.#state
  }

  /** Where an unreadable file was moved to; null when there was none. */
  get setAside(): string | null {
    return this.#setAside
  }

  /** Hears when the state changed, and with it perhaps every text. */
  onChange(listener: () => void): Disposable {
    return this.#changed.add(listener)
  }

  /** Reads the file. Asked again, it tries a locked keyring once more. */
  open(): Promise<void> {
    return this.#opening.request()
  }

  /** From now on sign-ins are kept in a readable file, because the user asked for it. */
  async keepUnsealed(): Promise<void> {
    if (this.#state.kind !== 'memory-only') return
    this.#state = { kind: 'unsealed-by-choice' }
    this.#changed.emit()
    await this.#change()
  }

  ids(): readonly string[] {
    return [...this.#texts.keys()]
  }

  /** An account's MSAL cache; empty when there is none. */
  read(id: string): string {
    return this.#texts.get(id) ?? ''
  }

  /** Holds at once, on disk soon: nobody waits for a keyring that may be asking its owner. */
  write(id: string, text: string): void {
    if (this.#texts.get(id) === text) return
    this.#texts.set(id, text)
    void this.#change()
  }

  async forget(id: string): Promise<void> {
    if (this.#texts.delete(id)) await this.#change()
  }

  /** Waits for the last write. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true
    this.#retry?.[Symbol.dispose]()
    if (this.#changes !== this.#changesKept) await this.#saving.request()
  }

  #change(): Promise<void> {
    this.#changes++
    return this.#saving.request()
  }

  async #open(): Promise<void> {
    if (this.#opened) return
    this.#retry?.[Symbol.dispose]()
    this.#retry = null
    for (const file of [this.#sealedFile, this.#clearFile]) await forgetUnfinished(file)
    const backend = await this.#parts.sealer.backend().catch(() => 'unknown')
    const unprotected = backend === 'basic_text' || backend === 'unknown'
    try {
      this.#state = unprotected ? await this.#readClear() : await this.#readSealed(backend)
      this.#opened = true
    } catch (error) {
      this.#state = { kind: 'locked' }
      this.#again('sign-ins not readable yet', error, () => this.open())
    }
    this.#changed.emit()
  }

  async #readSealed(backend: string): Promise<KeyringState> {
    const sealed = await this.#bytes(this.#sealedFile)
    const opened = sealed && (await this.#unseal(sealed))
    const kept = opened && this.#parsed(this.#sealedFile, opened.text)
    const clear = await this.#clearTexts() // each sealing removes this file: if it is there, it is the newer one
    this.#texts = new Map([...(kept ?? []), ...(clear ?? [])])
    const state: KeyringState = { kind: 'sealed', backend }
    if (clear || opened?.sealAgain) {
      this.#state = state
      await this.#change()
    }
    return state
  }

  async #readClear(): Promise<KeyringState> {
    if (this.#parts.unsealedByChoice()) {
      this.#texts = new Map((await this.#clearTexts()) ?? [])
      return { kind: 'unsealed-by-choice' }
    }
    await rm(this.#clearFile, { force: true }) // the choice was taken back
    this.#texts = new Map()
    return { kind: 'memory-only' }
  }

  async #clearTexts(): Promise<KeptSignIns | null> {
    const bytes = await this.#bytes(this.#clearFile)
    return bytes && this.#parsed(this.#clearFile, bytes.toString('utf8'))
  }

  async #bytes(file: string): Promise<Buffer | null> {
    try {
      return await readFile(file)
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      if (!missing) this.#moveAside(file, error)
      return null
    }
  }

  async #unseal(sealed: Buffer): Promise<{ text: string; sealAgain: boolean } | null> {
    try {
      return await this.#parts.sealer.open(sealed)
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
    this.#setAside = setAside(file, this.#parts.clock.now())
    this.#parts.log.warn('sign-ins set aside', { file: this.#setAside, why: described(why) })
  }

  async #save(): Promise<void> {
    const kind = this.#state.kind
    const changes = this.#changes
    if (kind === 'memory-only' || kind === 'locked' || changes === this.#changesKept) return
    const text = formatSignIns(this.#texts)
    try {
      if (kind === 'sealed') {
        await writePrivate(this.#sealedFile, await this.#parts.sealer.seal(text))
        await rm(this.#clearFile, { force: true })
      } else await writePrivate(this.#clearFile, text)
      this.#changesKept = changes
    } catch (error) {
      this.#again('sign-ins not kept', error, () => this.#saving.request())
    }
  }

  #again(event: string, error: unknown, run: () => Promise<void>): void {
    this.#parts.log.warn(event, { why: described(error) })
    this.#retry?.[Symbol.dispose]()
    if (!this.#closed) this.#retry = this.#parts.clock.after(retryMs, () => void run())
  }
}

/** Electron's one word for a locked keyring: anything else means that the bytes cannot be read (platform.md 1.11). */
function isTemporary(error: unknown): boolean {
  return error instanceof Error && /temporarily unavailable/i.test(error.message)
}

function described(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
