import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TokenCache } from '../../../main/accounts/tokens/token-cache.ts'
import { alertAboutFiles } from '../../../main/desktop/alert-sources.ts'
import { Alerts } from '../../../main/desktop/alerts.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import { History } from '../../../main/history/history.ts'
import type { Files } from '../../../main/kit/files.ts'
import { Settings } from '../../../main/settings/settings.ts'
import { noFilter } from '../../../preload/contract/activity.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { english } from '../../words.ts'
import { quiet } from '../../wire/quiet.ts'
import { TestKeyring } from '../accounts/tokens/keyring.ts'
import { aChange, keep } from '../history/a-change.ts'

// Whatever state the profile is in, and whatever the disk says: Drivebell opens, says what is true, and loses no row. The
// table beside this file is this test's own.

const clientId = '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2'
const kept = 200

let whole: string
beforeAll(async () => {
  whole = newFolder()
  const clock = new VirtualClock()
  new Settings({ directory: whole, clock, log: quiet }).update({ clientId })
  using database = openDatabase(path.join(whole, 'history.db'), { clock, log: quiet }).database
  keep(
    database,
    Array.from({ length: kept }, (_, n) => aChange({ id: String(n + 1), name: 'kept.txt' })),
  )
  await using cache = cacheIn(whole, fs, clock)
  await cache.open()
  cache.write('a.b', '{"RefreshToken":{}}')
})
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'drivebell-files-'))
  folders.push(folder)
  return folder
}

const cacheIn = (directory: string, files: Files, clock: VirtualClock, by = false) =>
  new TokenCache({
    directory,
    sealer: new TestKeyring(),
    unsealedByChoice: () => by,
    files,
    clock,
    log: quiet,
  })

/** What a start finds, and what the window says of it. */
interface Found {
  readonly said: readonly string[]
  readonly rows: number
  readonly clientId: string | null
  readonly signIns: number
}

type Connect = (file: string) => DatabaseSync

/** Opens everything that rests on disk as the app does. */
async function opened(directory: string, files: Files = fs, connect?: Connect): Promise<Found> {
  const clock = new VirtualClock()
  const settings = new Settings({ directory, clock, log: quiet, files })
  const history = path.join(directory, 'history.db')
  const { database, setAside } = openDatabase(history, {
    clock,
    log: quiet,
    files,
    ...(connect && { connect }),
  })
  using _open = database
  await using cache = cacheIn(directory, files, clock)
  await cache.open()
  new History({ database, clock, words: () => english }).page(noFilter, null, 10)
  const alerts = new Alerts()
  using _said = alertAboutFiles({
    alerts,
    settings,
    cache,
    database,
    historySetAside: setAside,
    sharedFolder: null,
  })
  return {
    said: alerts.list().map(({ what }) => english.say(what)),
    rows: Number(database.prepare('SELECT count(*) AS n FROM changes').get()?.['n']),
    clientId: settings.value.clientId,
    signIns: cache.ids().length,
  }
}

/** Every byte of the files that are no links, by name. */
function bytesIn(directory: string): Map<string, string> {
  const names = fs
    .readdirSync(directory)
    .filter((name) => fs.statSync(path.join(directory, name), { throwIfNoEntry: false })?.isFile())
  return new Map(names.map((name) => [name, fs.readFileSync(path.join(directory, name)).toString('base64')]))
}

type Change = (at: (name: string) => string) => void
const write =
  (name: string, content: string | Uint8Array): Change =>
  (at) =>
    fs.writeFileSync(at(name), content)
const remove =
  (name: string): Change =>
  (at) =>
    fs.rmSync(at(name))
const text =
  (name: string, edit: (text: string) => string): Change =>
  (at) =>
    fs.writeFileSync(at(name), edit(fs.readFileSync(at(name), 'utf8')))
const json = (edit: (value: Record<string, unknown>) => unknown): Change =>
  text('settings.json', (found) => JSON.stringify(edit(JSON.parse(found) as Record<string, unknown>)))
const folder =
  (name: string): Change =>
  (at) => (fs.rmSync(at(name), { force: true }), fs.mkdirSync(at(name)))
const elsewhere =
  (name: string): Change =>
  (at) => {
    fs.renameSync(at(name), at(`${name}.elsewhere`))
    fs.symlinkSync(at(`${name}.elsewhere`), at(name))
  }
const sql =
  (statement: string): Change =>
  (at) => {
    using open = new DatabaseSync(at('history.db'))
    open.exec(statement)
  }
const half: Change = (at) => fs.truncateSync(at('history.db'), fs.statSync(at('history.db')).size / 2)
const both =
  (...changes: readonly Change[]): Change =>
  (at) =>
    changes.forEach((change) => change(at))

/** `gone`: what of the three the state itself took away, so that no row, choice or sign-in is expected of it. */
type State = readonly [name: string, change: Change, gone?: readonly ('settings' | 'history' | 'sign-ins')[]]

const states: readonly State[] = [
  ['as it was left', () => undefined],
  ['settings: not there', remove('settings.json'), ['settings']],
  ['settings: empty', write('settings.json', ''), ['settings']],
  ['settings: cut short', text('settings.json', (found) => found.slice(0, -20))],
  ['settings: other bytes', write('settings.json', Buffer.from([0, 1, 255, 254, 7])), ['settings']],
  ['settings: a list', write('settings.json', '[]'), ['settings']],
  ['settings: null', write('settings.json', 'null'), ['settings']],
  ['settings: a byte order mark', text('settings.json', (found) => `\ufeff${found}`)],
  [
    'settings: UTF-16',
    (at) =>
      write(
        'settings.json',
        Buffer.from(`\ufeff${fs.readFileSync(at('settings.json'), 'utf8')}`, 'utf16le'),
      )(at),
  ],
  ['settings: of a newer version', json((value) => ({ ...value, version: 99 })), ['settings']],
  ['settings: of no version', json((value) => ({ ...value, version: undefined }))],
  ['settings: something unknown in it', json((value) => ({ ...value, later: true }))],
  ['settings: one odd choice', json((value) => ({ ...value, settings: { theme: 7 } }))],
  ['settings: an odd list', json((value) => ({ ...value, mutes: 'many', subscriptions: [null, 7] }))],
  ['settings: a version that is an object', json((value) => ({ ...value, version: { toString: 1 } }))],
  ['settings: a folder', folder('settings.json'), ['settings']],
  ['settings: a link to elsewhere', elsewhere('settings.json')],
  [
    'settings: a link to nothing',
    both(remove('settings.json'), (at) => fs.symlinkSync(at('nothing'), at('settings.json'))),
    ['settings'],
  ],
  [
    'settings: a write that a crash cut',
    both(
      (at) => fs.copyFileSync(at('settings.json'), at('settings.json.whole')),
      write('settings.json', '{"ver'),
    ),
  ],
  ['settings: what a crash left beside', write('settings.json.new', '{"ver')],
  ['history: not there', remove('history.db'), ['history']],
  ['history: empty', write('history.db', ''), ['history']],
  ['history: other bytes', write('history.db', 'not a database, but long enough: '.repeat(200)), ['history']],
  ['history: cut short', half, ['history']],
  [
    'history: overwritten in the middle',
    (at) => fs.writeFileSync(at('history.db'), fs.readFileSync(at('history.db')).fill(7, 8_192, 40_000)),
    ['history'],
  ],
  ['history: without a table', sql('DROP TABLE changes'), ['history']],
  ['history: of a newer version', sql('PRAGMA user_version = 999'), ['history']],
  [
    'history: rows that nobody can read',
    sql(
      "UPDATE changes SET detail = '{', kind = 'odd', drive_name = '{', decided_by = '{', who_kind = 'robot', place = '{'",
    ),
  ],
  ['history: a folder', folder('history.db'), ['history']],
  ['history: a link to elsewhere', elsewhere('history.db')],
  ['history: a journal that is not its own', write('history.db-wal', 'x'.repeat(5_000))],
  [
    'history: copied together with its journal',
    sql('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0'),
  ],
  ['sign-ins: not there', remove('sign-ins.sealed'), ['sign-ins']],
  ['sign-ins: empty', write('sign-ins.sealed', ''), ['sign-ins']],
  ['sign-ins: sealed by another key', write('sign-ins.sealed', Buffer.alloc(200, 9)), ['sign-ins']],
  ['sign-ins: cut short', (at) => fs.truncateSync(at('sign-ins.sealed'), 10), ['sign-ins']],
  ['sign-ins: a folder', folder('sign-ins.sealed'), ['sign-ins']],
  ['sign-ins: a link to elsewhere', elsewhere('sign-ins.sealed')],
  ['sign-ins: what a crash left beside', write('sign-ins.sealed.new', 'half')],
  [
    'sign-ins: readable ones of another time',
    write('sign-ins.json', '{"version":1,"accounts":{"a.b":"{}"}}'),
  ],
  [
    'all three damaged',
    both(write('settings.json', '{'), half, write('sign-ins.sealed', 'x')),
    ['settings', 'history', 'sign-ins'],
  ],
  [
    'all three are folders',
    both(folder('settings.json'), folder('history.db'), folder('sign-ins.sealed')),
    ['settings', 'history', 'sign-ins'],
  ],
]

const rowsOf: string[] = []

describe('a profile', () => {
  test.each(states.map((state) => [state[0], state] as const))('%s', async (name, [, change, gone = []]) => {
    const directory = newFolder()
    fs.cpSync(whole, directory, { recursive: true })
    const at = (file: string) => path.join(directory, file)
    change(at)
    const before = bytesIn(directory)
    const { said, rows, clientId: id, signIns } = await opened(directory)
    expect({ rows, id, signIns }).toEqual({
      rows: gone.includes('history') ? 0 : kept,
      id: gone.includes('settings') ? null : clientId,
      signIns: gone.includes('sign-ins') ? 0 : 1,
    })
    // what could not be read is where it was, or beside it
    const after = new Set(bytesIn(directory).values())
    const lost = [...before].filter(
      ([file, bytes]) => !after.has(bytes) && gone.includes(partOf(file)) && bytes !== '',
    )
    expect(lost.map(([file]) => file)).toEqual([])
    const again = await opened(directory)
    expect(again.rows).toBe(rows)
    rowsOf.push(`| ${name} | ${said.join(' ') || '–'} | ${again.said.join(' ') || '–'} |`)
  })
})

function partOf(file: string): 'settings' | 'history' | 'sign-ins' {
  return file.startsWith('settings') ? 'settings' : file.startsWith('history') ? 'history' : 'sign-ins'
}

const codes = [
  'EACCES',
  'EPERM',
  'EIO',
  'EMFILE',
  'ENFILE',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'ELOOP',
  'EBUSY',
] as const
const ofSql = {
  PERM: 3,
  BUSY: 5,
  NOMEM: 7,
  READONLY: 8,
  IOERR: 10,
  FULL: 13,
  CANTOPEN: 14,
  PROTOCOL: 15,
  NOLFS: 22,
  AUTH: 23,
} as const
const errorRows: string[] = []

/** The disk answers with this whenever a file of such a name is touched. */
function refusing(part: string, code: string): Files {
  const refuses = (name: string) => path.basename(name).startsWith(part)
  const names = [
    'openSync',
    'readFileSync',
    'statSync',
    'lstatSync',
    'realpathSync',
    'renameSync',
    'rmSync',
  ] as const
  const files: Record<string, unknown> = { ...fs }
  for (const name of names)
    files[name] = (file: unknown, ...rest: unknown[]) => {
      if (typeof file === 'string' && refuses(file))
        throw Object.assign(new Error(`${code}: as injected`), { code, syscall: name, errno: -1 })
      return Reflect.apply(fs[name], fs, [file, ...rest]) as unknown
    }
  return files as unknown as Files
}

describe('the disk says', () => {
  test.each(
    codes.flatMap((code) => ['settings.json', 'sign-ins.sealed'].map((file) => [code, file] as const)),
  )('%s of %s', async (code, file) => {
    const directory = newFolder()
    fs.cpSync(whole, directory, { recursive: true })
    const before = bytesIn(directory)
    const { said, rows } = await opened(directory, refusing(file, code))
    expect(said.length).toBeGreaterThan(0)
    expect(rows).toBe(kept)
    expect(bytesIn(directory).get(file)).toBe(before.get(file))
    expect(await opened(directory)).toEqual({ said: [], rows: kept, clientId, signIns: 1 })
    errorRows.push(`| ${file} | ${code} | ${said.join(' ')} |`)
  })

  test.each(Object.entries(ofSql))('%s of history.db', async (name, errcode) => {
    const directory = newFolder()
    fs.cpSync(whole, directory, { recursive: true })
    const before = bytesIn(directory)
    const { said, rows } = await opened(directory, fs, (file) => {
      if (file === ':memory:') return new DatabaseSync(file)
      throw Object.assign(new Error(name), { code: 'ERR_SQLITE_ERROR', errcode })
    })
    expect(said.length).toBeGreaterThan(0)
    expect(rows).toBe(0)
    expect(bytesIn(directory).get('history.db')).toBe(before.get('history.db'))
    expect(await opened(directory)).toEqual({ said: [], rows: kept, clientId, signIns: 1 })
    errorRows.push(`| history.db | SQLITE_${name} | ${said.join(' ')} |`)
  })
})

test('the table', async () => {
  const table = [
    '# What Drivebell says of its files',
    '',
    'Written by `files-found.test.ts`, which brings a profile with changes, settings and a sign-in into each state and opens it as the app does, twice. Every change that a state leaves readable is there before and after; what cannot be read stays where it is, or is kept beside it.',
    '',
    '| state | what the window says | at the next start |',
    '| --- | --- | --- |',
    ...rowsOf,
    '',
    '## What the disk answers',
    '',
    'Whenever the file is touched. At the next start, when the disk gives it again, everything is as before.',
    '',
    '| file | error | what the window says |',
    '| --- | --- | --- |',
    ...errorRows,
    '',
  ].join('\n')
  await expect(table).toMatchFileSnapshot('files-found.md')
})
