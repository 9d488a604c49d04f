import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'
import type { Actor } from '../graph/schemas.ts'
import { Listeners } from '../kit/listeners.ts'
import type { Log } from '../kit/log.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { checksBefore } from './checks-before.ts'
import { migrations } from './migrations.ts'
import { type StoredChange, whoKey } from './stored-change.ts'
import { searchText, asKept } from './filter.ts'
import { calledBefore, namesIn } from '../../preload/contract/called.ts'
import { decidedBefore } from './worded-before.ts'
import { textsIn } from '../kit/json.ts'

/** A row as SQLite gives it. */
export type SqlRow = Readonly<Record<string, SQLOutputValue>>

/**
 * The one file that holds index, deltaLinks and kept changes (platform.md 6.3). What the disk refuses is a value, never a
 * crash: changes that could not be written wait in `unkept` and are told all the same.
 */
export class Database implements Disposable {
  /** Something in the kept changes is different. */
  readonly changed = new Listeners<void>()
  /** The disk began to refuse, or takes things again (null). */
  readonly faultChanged = new Listeners<DatabaseFault | null>()
  /** Changes the disk refused, by number, until it takes them. */
  readonly unkept = new Map<number, StoredChange>()

  readonly #sql: DatabaseSync
  readonly #log: Log
  readonly #statements = new Map<string, StatementSync>()
  readonly #lasting: boolean
  #fault: DatabaseFault | null
  #lastSeq: number

  /** `fault`: why there is only this in-memory database; it then lasts until the app quits. */
  constructor(sql: DatabaseSync, log: Log, fault: DatabaseFault | null = null) {
    this.#sql = sql
    this.#log = log
    this.#fault = fault
    this.#lasting = fault !== null
    sql.exec('PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000')
    // ids are as good as random: each step of a first index touches most pages, which are then written back once in 16 MB
    sql.exec('PRAGMA wal_autocheckpoint = 4000')
    // recursive: a row that takes another one's place removes it from the search index too
    sql.exec('PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA journal_size_limit = 16000000')
    // what is deleted is gone from the pages too, and nothing is sorted in files of others' folders
    sql.exec('PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY')
    migrate(sql)
    this.#lastSeq = Number(this.prepare('SELECT max(seq) AS last FROM changes').get()?.last ?? 0)
  }

  /** Why nothing can be kept at the moment; null when all is well. */
  get fault(): DatabaseFault | null {
    return this.#fault
  }

  /** There is no file under it: what is in it lasts until the app quits. */
  get isInMemory(): boolean {
    return this.#lasting
  }

  /** A statement, compiled once. */
  prepare(text: string): StatementSync {
    const known = this.#statements.get(text)
    if (known) return known
    const statement = this.#sql.prepare(text)
    this.#statements.set(text, statement)
    return statement
  }

  /** A number for a change, never given twice. */
  nextSeq(): number {
    return ++this.#lastSeq
  }

  /** All of it or nothing of it. Errors that are not SQLite's are bugs, and thrown. After closing nothing is taken. */
  transact(write: () => void): Result<void, DatabaseFault> {
    if (!this.#sql.isOpen) return fail('unwritable')
    try {
      this.#sql.exec('BEGIN IMMEDIATE')
      write()
      this.#sql.exec('COMMIT')
    } catch (error) {
      if (this.#sql.isTransaction) this.#sql.exec('ROLLBACK')
      const fault = faultIn(error)
      if (fault === null) throw error
      this.#note(fault)
      return fail(fault)
    }
    if (this.unkept.size === 0) this.#note(null) // a small write may still find room on a full disk
    return ok(undefined)
  }

  /** The disk took changes it had refused. */
  release(seqs: readonly number[]): void {
    for (const seq of seqs) this.unkept.delete(seq)
    if (this.unkept.size === 0) this.#note(null)
  }

  /** What a query answers, or `otherwise` when the file cannot be read. */
  read<T>(query: () => T, otherwise: T): T {
    if (!this.#sql.isOpen) return otherwise
    try {
      return query()
    } catch (error) {
      const fault = faultIn(error)
      if (fault === null) throw error
      this.#note(fault)
      return otherwise
    }
  }

  /** The rows of a query, as they are read; none when the file cannot be read. */
  rows<T>(query: string, values: readonly SQLInputValue[], read: (row: SqlRow) => T): readonly T[] {
    return this.read(
      () =>
        this.prepare(query)
          .all(...values)
          .map(read),
      [],
    )
  }

  /** The number that a query calls `n`; 0 when the file cannot be read. */
  count(query: string, values: readonly SQLInputValue[] = []): number {
    return this.read(() => Number(this.prepare(query).get(...values)?.n), 0)
  }

  /** The journal holds what was deleted until it is emptied. */
  emptyJournal(): void {
    this.read(() => this.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all(), [])
  }

  [Symbol.dispose](): void {
    this.#statements.clear()
    if (this.#sql.isOpen) this.#sql.close()
  }

  #note(fault: DatabaseFault | null): void {
    if (this.#lasting || fault === this.#fault) return
    this.#fault = fault
    if (fault) this.#log.error('history cannot be kept', { fault })
    else this.#log.info('history is kept again')
    this.faultChanged.emit(fault)
  }
}

/** Brings an older file up to date, each step whole. */
function migrate(sql: DatabaseSync): void {
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  sql.function('key_of', (kind, id, name) =>
    whoKey(kind === null ? null : { kind: kind as Actor['kind'], id: text(id), name: text(name) }),
  )
  sql.function('words_of', (name, oldName, place, drive, who) =>
    searchText([text(name), text(oldName), ...textsIn(place), text(drive), text(who)]),
  )
  sql.function('names_before', (drive) => namesIn(calledBefore(String(drive))).join('\n') || null)
  sql.function('called_before', (drive) => JSON.stringify(calledBefore(String(drive))))
  sql.function('decided_before', (verdict, words, at) =>
    JSON.stringify(decidedBefore(String(verdict), String(words), Number(at))),
  )
  sql.function('as_kept', (words) => asKept(String(words)))
  sql.function('checks_before', (checks) => checksBefore(String(checks)))
  const done = Number(sql.prepare('PRAGMA user_version').get()?.user_version ?? 0)
  for (const [index, step] of migrations.entries()) {
    if (index >= done) sql.exec(`BEGIN; ${step}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
}

/** Why the history file cannot be used. */
export type DatabaseFault = 'full' | 'unwritable' | 'damaged' | 'newer'

/** SQLite's primary result codes, as far as they are no bugs of ours. */
const faults: Readonly<Record<number, DatabaseFault>> = {
  3: 'unwritable', // PERM
  5: 'unwritable', // BUSY
  6: 'unwritable', // LOCKED
  7: 'unwritable', // NOMEM
  8: 'unwritable', // READONLY
  10: 'unwritable', // IOERR
  11: 'damaged', // CORRUPT
  13: 'full', // FULL
  14: 'unwritable', // CANTOPEN
  15: 'unwritable', // PROTOCOL
  22: 'unwritable', // NOLFS
  23: 'unwritable', // AUTH
  26: 'damaged', // NOTADB
}

/** What an error of node:sqlite means; null for anything else. */
export function faultIn(error: unknown): DatabaseFault | null {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null
  return typeof code === 'number' ? (faults[code & 0xff] ?? null) : null
}
