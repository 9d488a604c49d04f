import * as fs from 'node:fs'
import type { KeyringState } from '../../../preload/contract/state.ts'
import type { Clock } from '../../kit/clock.ts'
import { Listeners } from '../../kit/listeners.ts'
import { diskCode, type Files } from '../../kit/files.ts'
import type { Log } from '../../kit/log.ts'
import { RunAgain } from '../../kit/run-again.ts'
import { NewerSignIns, type Sealer, SignInFiles } from './sign-in-files.ts'

interface TokenCacheDeps {
  readonly directory: string
  readonly sealer: Sealer
  /** The user said: keep me signed in, though nothing here can protect it. Null: what was said is lost. */
  readonly unsealedByChoice: () => boolean | null
  readonly files?: Files
  readonly clock: Clock
  readonly log: Log
}

const byChoice = { kind: 'unsealed-by-choice' } as const
const retryMs = 30_000
/** For so long a keyring may refuse before anything else is said than that it keeps the sign-ins. */
const momentMs = 5_000
/** A keyring may ask its owner for a password. The app starts without waiting for that. */
const patienceMs = 5_000

/**
 * The sign-ins of all accounts: in memory for MSAL, and in one file as safe as this computer allows. Each account has a
 * text of its own, so that what MSAL does for one never meets what it does for another.
 */
export class TokenCache implements AsyncDisposable {
  readonly #deps: TokenCacheDeps
  readonly #files: SignInFiles
  readonly #changed = new Listeners<void>()
  readonly #opening = new RunAgain(() => this.#open())
  readonly #saving = new RunAgain(() => this.#save())
  readonly #forgetting = new RunAgain(() => this.#forgetLater())
  #state: KeyringState = { kind: 'memory-only' }
  #texts = new Map<string, string>()
  /** Who signed out before the file could be opened. */
  readonly #forgotten = new Set<string>()
  #opened = false
  #changes = 0
  #changesKept = 0
  #kept = true
  /** The keyring has refused the last write. */
  #isRefused = false
  #retry: Disposable | null = null
  #closed = false

  constructor(deps: TokenCacheDeps) {
    this.#deps = deps
    const { directory, sealer, files = fs, clock, log } = deps
    this.#files = new SignInFiles({ directory, files, sealer, clock, log })
  }

  /** Where sign-ins rest. */
  get state(): KeyringState {
    return this.#state
  }

  /** Where an unreadable file was moved to; null when there was none. */
  get setAside(): string | null {
    return this.#files.setAside
  }

  /** The disk took what it was last given. */
  get kept(): boolean {
    return this.#kept
  }

  /** Hears when the state changed, and with it perhaps every text. */
  onChange(listener: () => void): Disposable {
    return this.#changed.add(listener)
  }

  /** Reads the file. Asked again, it tries a locked keyring once more. */
  open(): Promise<void> {
    return new Promise((resolve) => {
      const patience = this.#deps.clock.after(patienceMs, () => {
        if (!this.#opened) this.#enter({ kind: 'locked', by: 'keyring' })
        resolve()
      })
      void this.#opening.request().then(() => (patience[Symbol.dispose](), resolve()))
    })
  }

  /** From now on sign-ins are kept in a readable file, because the user asked for it. */
  async keepUnsealed(): Promise<void> {
    const state = this.#state
    if (state.kind === 'locked' && state.by === 'keyring') this.#begin(this.#files.readClear(), byChoice)
    else if (state.kind === 'memory-only' || state.kind === 'refused') this.#enter(byChoice)
    else return
    await this.#change()
  }

  /** The texts can be read: the keyring is not locked. */
  get isOpen(): boolean {
    return this.#opened
  }

  /** Resolves when everything written so far rests on disk, as far as this computer keeps it. */
  async saved(): Promise<void> {
    if (this.#changes !== this.#changesKept) await this.#saving.request()
  }

  ids(): readonly string[] {
    return [...this.#texts.keys()]
  }

  /** An account's MSAL cache, or another text that rests sealed; empty when there is none. */
  read(id: string): string {
    return this.#texts.get(id) ?? ''
  }

  /** Holds at once, on disk soon: nobody waits for a keyring that may be asking its owner. */
  write(id: string, text: string): void {
    if (this.#texts.get(id) === text) return
    this.#texts.set(id, text)
    void this.#change()
  }

  /** Of a keyring that is locked, as soon as it opens, be it in a later run. */
  async forget(id: string): Promise<void> {
    if (this.#texts.delete(id)) await this.#change()
    if (this.#opened) return
    this.#forgotten.add(id)
    await this.#forgetting.request()
  }

  /** Somebody signs out: what was set aside goes too. */
  forgetAsides(): void {
    try {
      this.#files.removeAsides()
    } catch (error) {
      this.#deps.log.warn('sign-ins set aside are still there', { why: String(error) })
    }
    this.#changed.emit()
  }

  /** Waits for the last write. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true
    this.#retry?.[Symbol.dispose]()
    if (this.#changes !== this.#changesKept) await this.#saving.request()
  }

  #enter(state: KeyringState): void {
    this.#state = state
    this.#changed.emit()
  }

  #change(): Promise<void> {
    this.#changes++
    return this.#saving.request()
  }

  async #open(): Promise<void> {
    if (this.#opened) return
    const backend = await this.#deps.sealer.backend().catch((error: unknown) => {
      this.#deps.log.warn('the keyring seals nothing', { why: String(error) })
      return null
    })
    try {
      if (backend === null) this.#openRefused()
      else if (backend === 'basic_text') this.#openClear()
      else await this.#openSealed(backend)
      if (this.#forgotten.size > 0) await this.#change()
    } catch (error) {
      this.#enter({ kind: 'locked', by: lockedBy(error) })
      this.#again('sign-ins not readable yet', error, () => this.open())
    }
  }

  async #openSealed(backend: string): Promise<void> {
    const { kept, sealAgain } = await this.#files.readSealed()
    const clear = this.#files.readClear() // each sealing removes this file: if it is there, it is the newer one
    const gone = this.#files.toForget() // before anything newer, so what is clear stays
    const staying = [...kept].filter(([id]) => !gone.includes(id))
    this.#begin(new Map([...staying, ...(clear ?? [])]), { kind: 'sealed', backend })
    if (clear || sealAgain || gone.length > 0) await this.#change()
  }

  /** What is sealed waits; without that, sign-ins are in memory until the keyring takes them, or readable by choice. */
  #openRefused(): void {
    const clear = this.#files.readClear()
    if (clear !== null || this.#deps.unsealedByChoice() === true) return this.#begin(clear, byChoice)
    if (this.#files.hasSealed()) throw new Error('the keyring opens nothing')
    this.#begin(null, { kind: 'refused' })
  }

  #openClear(): void {
    const chosen = this.#deps.unsealedByChoice()
    if (chosen === false) this.#files.removeClear() // the choice was taken back
    const clear = chosen === false ? null : this.#files.readClear() // only that choice writes this file
    const isKept = chosen === true || clear !== null
    this.#begin(clear, isKept ? byChoice : { kind: 'memory-only' })
  }

  #begin(kept: ReadonlyMap<string, string> | null, state: KeyringState): void {
    const texts = new Map(kept)
    for (const id of this.#forgotten) texts.delete(id)
    this.#texts = texts
    this.#opened = true
    this.#enter(state)
  }

  /** The keyring may stay locked longer than this run lasts. */
  async #forgetLater(): Promise<void> {
    try {
      this.#files.forgetLater([...this.#forgotten])
    } catch (error) {
      this.#deps.log.warn('signed out for this run only', { why: String(error) })
    }
  }

  async #save(): Promise<void> {
    const { kind } = this.#state
    const changes = this.#changes
    if (kind === 'memory-only' || kind === 'locked' || changes === this.#changesKept) return
    try {
      if (kind === 'unsealed-by-choice') this.#files.writeClear(this.#texts)
      else await this.#files.writeSealed(this.#texts)
      this.#changesKept = changes
      this.#noteKept(true)
      this.#isRefused = false
      if (kind === 'refused') this.#enter({ kind: 'sealed', backend: await this.#deps.sealer.backend() })
    } catch (error) {
      const isRefused = diskCode(error) === null && kind !== 'unsealed-by-choice'
      this.#noteKept(isRefused)
      if (isRefused && this.#isRefused && kind === 'sealed') this.#enter({ kind: 'refused' })
      const afterMs = isRefused && !this.#isRefused ? momentMs : retryMs
      this.#isRefused = isRefused
      this.#again('sign-ins not kept', error, () => this.#saving.request(), afterMs)
    }
  }

  #noteKept(kept: boolean): void {
    if (this.#kept === kept) return
    this.#kept = kept
    this.#changed.emit()
  }

  #again(event: string, error: unknown, run: () => Promise<void>, afterMs = retryMs): void {
    this.#deps.log.warn(event, { why: String(error) })
    this.#retry?.[Symbol.dispose]()
    this.#retry = this.#closed ? null : this.#deps.clock.after(afterMs, () => void run())
  }
}

function lockedBy(error: unknown): 'keyring' | 'disk' | 'newer' {
  if (error instanceof NewerSignIns) return 'newer'
  return diskCode(error) === null ? 'keyring' : 'disk'
}
