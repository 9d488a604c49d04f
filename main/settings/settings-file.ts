import { dirname } from 'node:path'
import ElectronStore from 'electron-store'
import { type Files, readPlain, writePrivate } from '../kit/files.ts'
import { readSettings } from './read.ts'
import type { Stored } from './schema.ts'

/**
 * Writes settings.json through electron-store. That takes a full disk's half write for a whole one (platform.md 6.1), so
 * a whole copy rests beside the file until all of it is there.
 */
export class SettingsFile {
  readonly #file: string
  readonly #files: Files
  #store: ElectronStore | null = null

  constructor(file: string, files: Files) {
    this.#file = file
    this.#files = files
  }

  /** Its bytes; those of the copy where a write was cut short; null: there is none. Throws what the disk says. */
  read(): Uint8Array | null {
    const { place, copy } = this.#places()
    const [found, kept] = [readPlain(this.#files, place), readPlain(this.#files, copy)]
    if (kept === null) return found
    const isCut = found === null || readSettings(found).kind === 'damaged'
    if (isCut && readSettings(kept).kind === 'whole') {
      this.#files.renameSync(copy, place)
      return kept
    }
    this.#files.rmSync(copy)
    return found
  }

  /** Throws what the disk says; the file is then as it was. */
  write(value: Stored): void {
    const { place, copy } = this.#places()
    const text = JSON.stringify(value, undefined, '\t')
    writePrivate(this.#files, copy, text)
    try {
      this.#opened().store = { ...value }
      if (readPlain(this.#files, place)?.toString('utf8') !== text) this.#files.renameSync(copy, place)
    } finally {
      this.#files.rmSync(copy, { force: true })
    }
  }

  /** Who keeps the file elsewhere and links to it here goes on doing so. */
  #places(): { place: string; copy: string } {
    const place = this.#files.existsSync(this.#file) ? this.#files.realpathSync(this.#file) : this.#file
    return { place, copy: `${place}.whole` }
  }

  /** Opened when there is something to write; what is in the file is read by us alone. */
  #opened(): ElectronStore {
    this.#store ??= new ElectronStore({
      cwd: dirname(this.#file),
      name: 'settings',
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
      deserialize: () => ({}),
    })
    return this.#store
  }
}
