import * as fs from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../kit/clock.ts'
import { type Files, keepPrivate } from '../kit/files.ts'
import type { Log } from '../kit/log.ts'
import { asidesOf, placeAside } from '../kit/set-aside.ts'
import { Database, type DatabaseFault, faultIn } from './database.ts'
import { migrations } from './migrations.ts'

/** An open history, and where a damaged one was put. */
export interface OpenedDatabase {
  readonly database: Database
  readonly setAside: string | null
}

interface OpenDatabaseDeps {
  readonly clock: Clock
  readonly log: Log
  readonly files?: Files
  readonly connect?: (file: string) => DatabaseSync
}

/** What is in the file is no history of ours. */
class Unusable extends Error {
  readonly fault: DatabaseFault
  constructor(fault: DatabaseFault) {
    super(`history is ${fault}`)
    this.fault = fault
  }
}

/**
 * Opens the history file, or an in-memory one for `:memory:`. A damaged file is moved aside with its date, never erased;
 * one of a newer version, or that the disk does not give, stays where it is. Where no file can be had, the history lives
 * in memory until the app quits.
 */
export function openDatabase(file: string, deps: OpenDatabaseDeps): OpenedDatabase {
  const { clock, log, files = fs } = deps
  try {
    return { database: open(file, deps), setAside: null }
  } catch (error) {
    const fault = faultAtOpening(error)
    log.error('history could not be opened', { fault, why: String(error) })
    const setAside = fault === 'damaged' ? moveAside(files, file, clock.now()) : null
    if (setAside === null) return { database: inMemory(log, fault), setAside }
    return { ...openDatabase(file, deps), setAside }
  }
}

/** Only what SQLite cannot read as a database of ours is damage; whatever else fails may work at the next start. */
function faultAtOpening(error: unknown): DatabaseFault {
  if (error instanceof Unusable) return error.fault
  if (error instanceof Error && 'errcode' in error && error.errcode === sqliteError) return 'damaged'
  return faultIn(error) ?? 'unwritable'
}

/** A statement does not fit the tables that are there. */
const sqliteError = 1

function inMemory(log: Log, fault: DatabaseFault): Database {
  return new Database(new DatabaseSync(':memory:'), log, fault)
}

function open(
  file: string,
  { log, files = fs, connect = (path) => new DatabaseSync(path) }: OpenDatabaseDeps,
): Database {
  if (file !== ':memory:') tryKeepPrivate(files, file)
  const sql = connect(file)
  try {
    sql.exec('PRAGMA busy_timeout = 5000')
    const isNew = sql.prepare('PRAGMA page_count').get()?.page_count === 0
    if (isNew) sql.exec('PRAGMA auto_vacuum = INCREMENTAL') // a file that has pages cannot change it any more
    const version = Number(sql.prepare('PRAGMA user_version').get()?.user_version)
    if (version > migrations.length) throw new Unusable('newer')
    sql.exec('PRAGMA journal_mode = WAL')
    const check = sql.prepare('PRAGMA quick_check(1)').get()
    if (check?.quick_check !== 'ok') throw new Unusable('damaged')
    return new Database(sql, log)
  } catch (error) {
    sql.close()
    throw error
  }
}

/** SQLite gives its journal the same mode. Where that fails, opening it says why. */
function tryKeepPrivate(files: Files, file: string): void {
  try {
    keepPrivate(files, file)
  } catch {
    return
  }
}

/** Its journal goes first: left behind, it would be played into the new file. */
function moveAside(files: Files, file: string, now: number): string | null {
  const aside = placeAside(files, file, now)
  try {
    for (const tail of ['-wal', '-shm', '']) {
      if (files.existsSync(file + tail)) files.renameSync(file + tail, aside + tail)
    }
    return aside
  } catch {
    return null
  }
}

/** Who deletes everything means what was set aside as well. */
export function removeAsides(file: string, log: Log, files: Files = fs): void {
  try {
    for (const aside of asidesOf(files, file)) files.rmSync(aside, { force: true })
  } catch (error) {
    log.warn('histories set aside are still there', { why: String(error) })
  }
}
