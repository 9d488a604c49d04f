import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../../main/history/database.ts'
import { History } from '../../../main/history/history.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import { logTo } from '../../../main/kit/log.ts'
import { Teller } from '../../../main/notices/teller.ts'
import { settled, VirtualClock } from '../../story/virtual-clock.ts'
import { aChange, keep } from '../history/a-change.ts'
import { Recorder } from './recorder.ts'

const log = logTo(() => {})
const clock = new VirtualClock()
let folder: string
let database: Database
let history: History
let desktop: Recorder
let settings: { showNotices: boolean; tellOwnChanges: boolean }
let teller: Teller

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'drivebell-teller-'))
  settings = { showNotices: true, tellOwnChanges: false }
  start()
})

afterEach(() => {
  database[Symbol.dispose]()
  rmSync(folder, { recursive: true })
})

function start(): void {
  database = openDatabase(path.join(folder, 'history.db'), { clock, log }).database
  history = new History({ database, clock })
  desktop = new Recorder()
  const people = {
    ownIds: () => new Set(['ME']),
    accounts: () => [{ id: 'a', username: 'me@contoso.example' }],
  }
  teller = new Teller({
    history,
    notifier: desktop,
    settings: () => settings,
    ...people,
    took() {},
    clock,
    log,
  })
}

/** What `kill -9` leaves: the file. */
function crash(): void {
  database[Symbol.dispose]()
  start()
}

const verdicts = () => history.page(null, 100).changes.map(({ id, verdict }) => `${id} ${verdict}`)
const mine = aChange({ id: '2', who: { kind: 'user', id: 'me', name: 'Me' } })

test('tells what waits, and marks it', async () => {
  keep(database, [aChange()])
  await teller.tell()
  expect(desktop.shown).toEqual([
    {
      id: 'edited-s-item 1',
      title: 'Ada Okafor edited budget.xlsx',
      body: 'Plans · My files',
      urgency: 'normal',
      click: { kind: 'open-url', url: 'https://contoso.example/budget.xlsx' },
    },
  ])
  expect(verdicts()).toEqual(['1 told'])
  await teller.tell()
  expect(desktop.shown).toHaveLength(1)
})

test('keeps own changes, unless they are wanted', async () => {
  keep(database, [mine])
  await teller.tell()
  expect(desktop.shown).toEqual([])
  expect(verdicts()).toEqual(['2 own-change'])
  settings = { ...settings, tellOwnChanges: true }
  keep(database, [{ ...mine, id: '3' }])
  await teller.tell()
  expect(desktop.shown).toHaveLength(1)
})

test('keeps everything while notices are off', async () => {
  settings = { ...settings, showNotices: false }
  keep(database, [aChange(), mine])
  await teller.tell()
  expect(desktop.shown).toEqual([])
  expect(verdicts().toSorted()).toEqual(['1 notices-off', '2 own-change'])
})

test('what the system refuses is kept with that reason, and not tried again', async () => {
  keep(database, [aChange()])
  desktop.takes = async () => 'refused'
  await teller.tell()
  expect(verdicts()).toEqual(['1 refused'])
  await teller.tell()
  expect(desktop.shown).toHaveLength(1)
})

test('a change that comes while a notice is on its way is told too', async () => {
  keep(database, [aChange()])
  desktop.takes = async () => {
    if (desktop.shown.length > 1) return 'shown'
    keep(database, [aChange({ id: '2', name: 'late.txt', batch: 2 })])
    void teller.tell()
    return 'shown'
  }
  await teller.tell()
  expect(desktop.shown.map(({ id }) => id)).toEqual(['edited-s-item 1', 'edited-s-item 2'])
})

test('many thousands that were missed become one digest', async () => {
  const many = Array.from({ length: 3_000 }, (_, n) => aChange({ id: String(n + 1), missed: true }))
  keep(database, many)
  await teller.tell()
  expect(desktop.shown.map(({ id, title }) => [id, title])).toEqual([
    ['digest-1', '3,000 changes while you were away'],
  ])
  expect(history.pending().changes).toEqual([])
})

describe('a crash', () => {
  test('before the notice: told at the next start', async () => {
    keep(database, [aChange()])
    crash()
    await teller.tell()
    expect(desktop.shown.map(({ id }) => id)).toEqual(['edited-s-item 1'])
  })

  test.each([1, 5])('between notice and mark (%i changes): repeated under the same id', async (count) => {
    const all = Array.from({ length: count }, (_, n) => aChange({ id: String(n + 1) }))
    keep(database, all)
    desktop.takes = () => new Promise(() => {})
    void teller.tell()
    await settled()
    const before = desktop.shown
    expect(before).toHaveLength(1)
    crash()
    await teller.tell()
    expect(desktop.shown).toEqual(before)
    crash()
    await teller.tell()
    expect(desktop.shown).toEqual([])
  })
})

test('nothing is told once the app is closing', async () => {
  keep(database, [aChange()])
  teller[Symbol.dispose]()
  await teller.tell()
  expect(desktop.shown).toEqual([])
  expect(verdicts()).toEqual(['1 null'])
})
