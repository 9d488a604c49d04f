import * as fs from 'node:fs'
import { join } from 'node:path'
import type { RememberedAccount } from '../accounts/account.ts'
import type { Clock } from '../kit/clock.ts'
import { diskCode, type Files, forgetUnfinished } from '../kit/files.ts'
import type { SettingsView } from '../../preload/contract/settings.ts'
import { Listeners } from '../kit/listeners.ts'
import type { Log } from '../kit/log.ts'
import { copyAside } from '../kit/set-aside.ts'
import { readSettings } from './read.ts'
import { freshSettings, type Stored } from './schema.ts'
import { SettingsFile } from './settings-file.ts'

/** What the disk did with the last change. */
export type KeptOrNot = 'kept' | 'not-kept'

/** How settings.json was found at this start. `newer` and `unreadable` are not written to. */
export type FoundSettings =
  | { readonly kind: 'missing' }
  | { readonly kind: 'whole' }
  /** A copy of it is at `setAside`. */
  | { readonly kind: 'damaged'; readonly setAside: string }
  | { readonly kind: 'newer' }
  /** The disk did not give it, or gives no room for the copy of a damaged one; `code` is its word for it. */
  | { readonly kind: 'unreadable'; readonly code: string }

interface SettingsDeps {
  readonly directory: string
  readonly clock: Clock
  readonly log: Log
  readonly files?: Files
  /** What an administrator has set: it is so whatever the file says, which keeps what the person chose. */
  readonly locked?: Partial<SettingsView>
}

/** settings.json: read once, written whole on each change, readable by its owner alone. */
export class Settings {
  readonly #file: string
  readonly #files: Files
  readonly #stored: SettingsFile
  readonly #log: Log
  readonly #locked: Partial<SettingsView>
  readonly #changed = new Listeners<Stored>()
  /** As the person left it. */
  #value: Stored = freshSettings
  /** With what an administrator has set. */
  #managed: Stored = freshSettings
  #kept: KeptOrNot = 'kept'
  readonly found: FoundSettings

  constructor({ directory, clock, log, files = fs, locked = {} }: SettingsDeps) {
    this.#file = join(directory, 'settings.json')
    this.#files = files
    this.#log = log
    this.#locked = locked
    this.#stored = new SettingsFile(this.#file, files)
    forgetUnfinished(files, this.#file)
    this.found = this.#read(clock.now())
    if (this.found.kind !== 'whole' && this.found.kind !== 'missing')
      log.warn('settings not as they were left', { ...this.found })
    if (this.found.kind === 'damaged') this.#write()
    this.#managed = this.#manage()
  }

  /** Where a damaged file was copied to at this start; null when there was none. */
  get setAside(): string | null {
    return this.found.kind === 'damaged' ? this.found.setAside : null
  }

  get value(): Stored {
    return this.#managed
  }

  get kept(): KeptOrNot {
    return this.#kept
  }

  /** Takes effect at once, also when the disk refuses to keep it. */
  update(change: Partial<Omit<Stored, 'version'>>): void {
    const chosen = change.settings && { ...change.settings, ...this.#keptChoices }
    this.#value = { ...this.#value, ...change, ...(chosen && { settings: chosen }) }
    this.#managed = this.#manage()
    this.#write()
    this.#changed.emit(this.#managed)
  }

  /** The public facts of the accounts, as `accounts/` reads and writes them. */
  readonly accounts = {
    read: (): Stored['accounts'] => this.#value.accounts,
    write: (all: readonly RememberedAccount[]): void =>
      this.update({
        accounts: all.map((each) => ({ ...each, scopes: [...each.scopes], awaited: [...each.awaited] })),
      }),
  }

  onChange(listener: (value: Stored) => void): Disposable {
    return this.#changed.add(listener)
  }

  /** What the person chose where an administrator has set something else. */
  get #keptChoices(): Partial<SettingsView> {
    const { settings } = this.#value
    return Object.fromEntries(Object.entries(settings).filter(([name]) => Object.hasOwn(this.#locked, name)))
  }

  #manage(): Stored {
    return { ...this.#value, settings: { ...this.#value.settings, ...this.#locked } }
  }

  /** Nothing is written over a damaged file before a copy of it rests beside it. */
  #read(now: number): FoundSettings {
    try {
      const bytes = this.#stored.read()
      if (bytes === null) return { kind: 'missing' }
      const read = readSettings(bytes)
      if (read.kind === 'newer') return read
      this.#value = read.value
      if (read.kind === 'whole') return { kind: 'whole' }
      return { kind: 'damaged', setAside: copyAside(this.#files, this.#file, bytes, now) }
    } catch (error) {
      const code = diskCode(error)
      if (code === null) throw error
      return { kind: 'unreadable', code }
    }
  }

  #write(): void {
    const { kind } = this.found
    if (kind === 'newer' || kind === 'unreadable') return void (this.#kept = 'not-kept')
    try {
      this.#stored.write(this.#value)
      this.#kept = 'kept'
    } catch (error) {
      this.#kept = 'not-kept'
      this.#log.error('settings not kept', { why: error instanceof Error ? error.message : String(error) })
    }
  }
}
