import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noFilter } from '../../../preload/contract/activity.ts'
import { History } from '../../../main/history/history.ts'
import { openDatabase, removeAsides } from '../../../main/history/open-database.ts'
import { logTo } from '../../../main/kit/log.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { aChange, keep } from './a-change.ts'
import { english } from '../../words.ts'

const log = logTo(() => {})
let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'drivebell-history-'))
  file = path.join(folder, 'history.db')
})

afterEach(() => rmSync(folder, { recursive: true }))

function kept(at = '2026-11-19T12:00:00'): {
  names: (string | null)[]
  setAside: string | null
  fault: unknown
} {
  const clock = new VirtualClock(new Date(at))
  const { database, setAside } = openDatabase(file, { clock, log })
  using open = database
  const { changes } = new History({ database, clock, words: () => english }).page(noFilter, null, 10)
  return { names: changes.map(({ name }) => name), setAside, fault: open.fault }
}

function begin(): void {
  using database = openDatabase(file, { clock: new VirtualClock(), log }).database
  keep(
    database,
    Array.from({ length: 2_000 }, (_, n) => aChange({ id: String(n + 1), name: 'kept.txt' })),
  )
}

test('what was kept is there at the next start', () => {
  begin()
  expect(kept()).toEqual({
    names: Array.from({ length: 10 }, () => 'kept.txt'),
    setAside: null,
    fault: null,
  })
})

const damages: readonly (readonly [string, () => void])[] = [
  [
    'no database at all',
    () => writeFileSync(file, 'not a database, but long enough to look at: '.repeat(100)),
  ],
  ['cut short', () => truncateSync(file, statSync(file).size / 2)],
  [
    'overwritten in the middle',
    () => {
      const bytes = readFileSync(file)
      writeFileSync(file, bytes.fill(7, 8_192, bytes.length - 8_192))
    },
  ],
  [
    'without the tables it should have',
    () => {
      using sql = new DatabaseSync(file)
      sql.exec('DROP TABLE changes')
    },
  ],
]

test.each(damages)('a damaged file (%s) is set aside with its date, and a fresh one begun', (_, damage) => {
  begin()
  damage()
  const before = readFileSync(file)
  const aside = path.join(folder, 'history-2026-11-19.db')
  expect(kept()).toEqual({ names: [], setAside: aside, fault: null })
  expect(readFileSync(aside)).toEqual(before)
  expect(kept()).toEqual({ names: [], setAside: null, fault: null })
})

test('a second damaged file of a day does not replace the first', () => {
  for (const name of ['history-2026-11-19.db', 'history-2026-11-19-2.db']) {
    writeFileSync(file, `junk of ${name}`.repeat(100))
    expect(kept().setAside).toBe(path.join(folder, name))
    expect(readFileSync(path.join(folder, name), 'utf8')).toContain(name)
  }
})

test('the journal of a damaged file goes with it', () => {
  begin()
  writeFileSync(`${file}-wal`, 'an old journal')
  writeFileSync(file, 'junk'.repeat(1_000))
  kept()
  expect(existsSync(path.join(folder, 'history-2026-11-19.db'))).toBe(true)
  expect(existsSync(`${file}-wal`) && readFileSync(`${file}-wal`, 'utf8') === 'an old journal').toBe(false)
})

test('where no file can be had, the app still starts and says so', () => {
  file = path.join(folder, 'missing', 'history.db')
  expect(kept()).toEqual({ names: [], setAside: null, fault: 'unwritable' })
})

test('a file of a newer version is left as it is', () => {
  begin()
  using sql = new DatabaseSync(file)
  sql.exec('PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)')
  const before = readFileSync(file)
  expect(kept()).toEqual({ names: [], setAside: null, fault: 'newer' })
  expect(readFileSync(file)).toEqual(before)
})

/** SQLite's primary result codes, but for those of damage. */
const refusals = {
  PERM: 3,
  BUSY: 5,
  LOCKED: 6,
  NOMEM: 7,
  READONLY: 8,
  IOERR: 10,
  FULL: 13,
  CANTOPEN: 14,
  AUTH: 23,
}

test.each(Object.entries(refusals))(
  '%s is no damage: the file stays, and is read at the next start',
  (_name, errcode) => {
    begin()
    const connect = () => {
      throw Object.assign(new Error('as injected'), { code: 'ERR_SQLITE_ERROR', errcode: errcode | (3 << 8) })
    }
    const { database, setAside } = openDatabase(file, { clock: new VirtualClock(), log, connect })
    expect([setAside, database.isInMemory, database.fault]).toEqual([
      null,
      true,
      errcode === refusals.FULL ? 'full' : 'unwritable',
    ])
    expect(kept().names).toHaveLength(10)
  },
)

test('what was set aside goes when everything is deleted, and nothing else does', () => {
  const others = ['history.db', 'history-2026.db', 'my-history-2026-01-02.db', 'history-2026-01-02.txt']
  const asides = ['history-2026-01-02.db', 'history-2026-01-02-3.db', 'history-2026-01-02.db-wal']
  for (const name of [...others, ...asides]) writeFileSync(path.join(folder, name), name)
  removeAsides(file, log)
  expect(readdirSync(folder).sort()).toEqual([...others].sort())
})

test('what is behind a link keeps its mode', () => {
  const elsewhere = path.join(folder, 'elsewhere')
  writeFileSync(elsewhere, 'of somebody else', { mode: 0o644 })
  symlinkSync(elsewhere, file)
  expect(kept().setAside).toBe(path.join(folder, 'history-2026-11-19.db'))
  expect([statSync(elsewhere).mode & 0o777, readFileSync(elsewhere, 'utf8')]).toEqual([
    0o644,
    'of somebody else',
  ])
})
