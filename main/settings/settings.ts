import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ElectronStore from 'electron-store'
import type { RememberedAccount } from '../accounts/account.ts'
import type { Clock } from '../kit/clock.ts'
import { Listeners } from '../kit/listeners.ts'
import type { Log } from '../kit/log.ts'
import { setAside } from '../kit/set-aside.ts'
import { migrated } from './migrations.ts'
import { freshSettings, type Stored, storedSchema } from './schema.ts'

/** What the disk did with the last change. */
export type Kept = 'kept' | 'not-kept'

/** settings.json: read once, written whole on each change, readable by its owner alone. */
export class Settings {
  readonly #store: ElectronStore
  readonly #log: Log
  readonly #changed = new Listeners<Stored>()
  #value: Stored
  #kept: Kept = 'kept'
  /** Where a damaged file was moved to at this start; null when there was none. */
  readonly setAside: string | null

  constructor({ directory, clock, log }: { directory: string; clock: Clock; log: Log }) {
    this.#log = log
    const file = join(directory, 'settings.json')
    const found = read(file)
    this.setAside = found === 'damaged' ? setAside(file, clock.now()) : null
    this.#value = typeof found === 'string' ? freshSettings : found
    this.#store = new ElectronStore({
      cwd: directory,
      name: 'settings',
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
    })
    if (this.setAside) log.warn('settings set aside', { file: this.setAside })
  }

  get value(): Stored {
    return this.#value
  }

  get kept(): Kept {
    return this.#kept
  }

  /** Takes effect at once, also when the disk refuses to keep it. */
  update(change: Partial<Omit<Stored, 'version'>>): void {
    this.#value = { ...this.#value, ...change }
    try {
      this.#store.store = { ...this.#value }
      this.#kept = 'kept'
    } catch (error) {
      this.#kept = 'not-kept'
      this.#log.error('settings not kept', { why: error instanceof Error ? error.message : String(error) })
    }
    this.#changed.emit(this.#value)
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
}

function read(file: string): Stored | 'missing' | 'damaged' {
  if (!existsSync(file)) return 'missing'
  try {
    const parsed = storedSchema.safeParse(migrated(JSON.parse(readFileSync(file, 'utf8'))))
    return parsed.success ? parsed.data : 'damaged'
  } catch {
    return 'damaged'
  }
}
