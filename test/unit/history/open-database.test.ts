import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noFilter } from '../../../preload/contract/activity.ts'
import { History } from '../../../main/history/history.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import { logTo } from '../../../main/kit/log.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { aChange, keep } from './a-change.ts'

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
  trouble: unknown
} {
  const clock = new VirtualClock(new Date(at))
  const { database, setAside } = openDatabase(file, { clock, log })
  using open = database
  const { changes } = new History({ database, clock }).page(noFilter, null, 10)
  return { names: changes.map(({ name }) => name), setAside, trouble: open.trouble }
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
    trouble: null,
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
    'written by a newer version',
    () => {
      using sql = new DatabaseSync(file)
      sql.exec('PRAGMA user_version = 99')
    },
  ],
]

test.each(damages)('a damaged file (%s) is set aside with its date, and a fresh one begun', (_, damage) => {
  begin()
  damage()
  const before = readFileSync(file)
  const aside = path.join(folder, 'history-2026-11-19.db')
  expect(kept()).toEqual({ names: [], setAside: aside, trouble: null })
  expect(readFileSync(aside)).toEqual(before)
  expect(kept()).toEqual({ names: [], setAside: null, trouble: null })
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
  expect(kept()).toEqual({ names: [], setAside: null, trouble: 'unwritable' })
})
