import * as fs from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { bytesIn, clientId, kept, opened, wholeProfiles } from './whole-profile.ts'

// Whatever state the profile is in: Drivebell opens, says what is true, and loses no row. The table beside this file is
// this test's own.

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

const profiles = wholeProfiles()
const rowsOf: string[] = []

describe('a profile', () => {
  test.each(states.map((state) => [state[0], state] as const))('%s', async (name, [, change, gone = []]) => {
    const directory = profiles.copy()
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

test('the table', async () => {
  const table = [
    '# What Drivebell says of its files',
    '',
    'Written by `files-found.test.ts`, which brings a profile with changes, settings and a sign-in into each state and opens it as the app does, twice. Every change that a state leaves readable is there before and after; what cannot be read stays where it is, or is kept beside it. What is said when the disk itself fails is in [disk-fails.md](disk-fails.md).',
    '',
    '| state | what the window says | at the next start |',
    '| --- | --- | --- |',
    ...rowsOf,
    '',
  ].join('\n')
  await expect(table).toMatchFileSnapshot('files-found.md')
})
