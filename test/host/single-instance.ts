import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'

const SecondStart = z.object({ argv: z.array(z.string()), cwd: z.string(), data: z.unknown() })
/** What a second start tells the first. */
export type SecondStart = z.infer<typeof SecondStart>

const sqliteBusy = 5

/**
 * One running app per user data folder. The answer must be had at once, without waiting for a socket: the lock is
 * SQLite's own file lock, which the kernel drops with its process, even after kill -9. The message is a file in a
 * folder that the first start watches.
 */
export class InstanceLock {
  readonly #folder: string
  #held: DatabaseSync | null = null

  constructor(userData: string) {
    this.#folder = join(userData, 'second-start')
  }

  /** True when this process is the first one; otherwise the first one has been told. */
  take(start: SecondStart, onSecondStart: (second: SecondStart) => void): boolean {
    if (this.#held !== null) return true
    const lock = this.#open()
    if (lock === null) return false
    try {
      lock.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    } catch (error) {
      lock.close()
      if (!(error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy)) throw error
      this.#tell(start)
      return false
    }
    this.#held = lock
    this.#mark()
    for (const stale of this.#messages()) rmSync(stale, { force: true })
    watch(this.#folder, () => {
      for (const message of this.#messages()) {
        const second = SecondStart.parse(JSON.parse(readFileSync(message, 'utf8')))
        rmSync(message)
        onSecondStart(second)
      }
    })
    return true
  }

  get held(): boolean {
    return this.#held !== null
  }

  /** Null where the folder cannot be written: Electron refuses the lock then, and says no more. */
  #open(): DatabaseSync | null {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
      return new DatabaseSync(join(this.#folder, 'lock'), { timeout: 0 })
    } catch {
      return null
    }
  }

  /** Chromium's mark of who holds the lock (process_singleton_posix.cc); a crash leaves it behind. */
  #mark(): void {
    const mark = join(this.#folder, '..', 'SingletonLock')
    rmSync(mark, { force: true })
    symlinkSync(`${hostname()}-${process.pid}`, mark)
  }

  #messages(): string[] {
    const names = readdirSync(this.#folder).filter((name) => name.endsWith('.json'))
    return names.sort().map((name) => join(this.#folder, name))
  }

  #tell(start: SecondStart): void {
    const path = join(this.#folder, `${Date.now()}-${process.pid}`)
    writeFileSync(path, JSON.stringify(start), { mode: 0o600 })
    renameSync(path, `${path}.json`)
  }
}
