import { chmodSync, closeSync, existsSync, openSync, renameSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import { placeAside } from '../kit/set-aside.ts'
import { Database, type Trouble, troubleIn } from './database.ts'
import { migrations } from './migrations.ts'

/** An open history, and where a damaged one was put. */
export interface Opened {
  readonly database: Database
  readonly setAside: string | null
}

/**
 * Opens the history file, or an in-memory one for `:memory:`. A damaged file is moved aside with its date, never erased;
 * where no file can be had at all, the history lives in memory until the app quits.
 */
export function openDatabase(file: string, { clock, log }: { clock: Clock; log: Log }): Opened {
  try {
    return { database: open(file, log), setAside: null }
  } catch (error) {
    const trouble = troubleIn(error) ?? 'damaged'
    log.error('history could not be opened', { trouble, why: String(error) })
    const setAside = trouble === 'damaged' ? moveAside(file, clock.now()) : null
    if (setAside === null) return { database: inMemory(log, trouble), setAside }
    return { ...openDatabase(file, { clock, log }), setAside }
  }
}

function inMemory(log: Log, trouble: Trouble): Database {
  return new Database(new DatabaseSync(':memory:'), log, trouble)
}

function open(file: string, log: Log): Database {
  if (file !== ':memory:') keepPrivate(file)
  const sql = new DatabaseSync(file)
  try {
    sql.exec('PRAGMA busy_timeout = 5000')
    const isNew = sql.prepare('PRAGMA page_count').get()?.page_count === 0
    if (isNew) sql.exec('PRAGMA auto_vacuum = INCREMENTAL') // a file that has pages cannot change it any more
    sql.exec('PRAGMA journal_mode = WAL')
    const check = sql.prepare('PRAGMA quick_check(1)').get()
    if (check?.quick_check !== 'ok') throw new Error('quick_check failed')
    const version = Number(sql.prepare('PRAGMA user_version').get()?.user_version)
    if (version > migrations.length) throw new Error('written by a newer version')
    return new Database(sql, log)
  } catch (error) {
    sql.close()
    throw error
  }
}

/** For its owner's eyes alone; SQLite gives its journal the same mode. Where that fails, opening it says why. */
function keepPrivate(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600))
    chmodSync(file, 0o600)
  } catch {
    return
  }
}

/** Its journal goes first: left behind, it would be played into the new file. */
function moveAside(file: string, now: number): string | null {
  const aside = placeAside(file, now)
  try {
    for (const tail of ['-wal', '-shm', '']) {
      if (existsSync(file + tail)) renameSync(file + tail, aside + tail)
    }
    return aside
  } catch {
    return null
  }
}
