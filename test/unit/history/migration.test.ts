import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noFilter } from '../../../preload/contract/activity.ts'
import { History } from '../../../main/history/history.ts'
import { migrations } from '../../../main/history/migrations.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import { logTo } from '../../../main/kit/log.ts'
import { DeliveryCounts } from '../../../main/webhooks/listener/delivery-counts.ts'
import { DeliveryStore } from '../../../main/webhooks/listener/delivery-store.ts'
import { english } from '../../words.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'

const clock = new VirtualClock()
let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'drivebell-migration-'))
  file = path.join(folder, 'history.db')
})

afterEach(() => rmSync(folder, { recursive: true }))

/** A file as the first version left it, with one change told, one waiting and one of a set not read to its end. */
function writeFirstVersion(): void {
  using sql = new DatabaseSync(file)
  sql.exec(`${migrations[0]}; PRAGMA user_version = 1`)
  const columns = [
    'seq, subscription_id, account_id, drive_name, batch, state, missed, verdict, told_at, seen, at, kind, item_id',
    'item_kind, name, place, who_kind, who_id, who_name, size, size_before, alongside',
  ].join(', ')
  const insert = sql.prepare(`INSERT INTO changes (${columns}) VALUES (${columns.replace(/\w+/g, '?')})`)
  const rest = ['file', 'Pläne 2027.xlsx', '["Finance","Budget"]']
  const ada = ['user', '1A2B', 'Zoë Ångström']
  insert.run(
    1,
    's',
    'a',
    'My files',
    1,
    'settled',
    0,
    'told',
    50,
    1,
    40,
    'edited',
    'f',
    ...rest,
    ...ada,
    120,
    100,
    0,
  )
  insert.run(2, 's', 'a', 'My files', 1, 'pending', 1, null, null, 0, 60, 'added', 'g', ...rest, null, null, null, 1, null, 0) // prettier-ignore
  insert.run(
    3,
    's',
    'a',
    'My files',
    2,
    'open',
    0,
    null,
    null,
    0,
    70,
    'edited',
    'h',
    ...rest,
    ...ada,
    1,
    1,
    0,
  )
}

test('changes kept by the first version are all there, found, and still to be told', () => {
  writeFirstVersion()
  const { database, setAside } = openDatabase(file, { clock, log: logTo(() => {}) })
  using _ = database
  const history = new History({ database, clock, words: () => english })
  expect(setAside).toBeNull()
  expect(history.page(noFilter, null, 10).changes).toMatchObject([
    { id: '2', verdict: null, who: null, missed: { cause: 'away', from: 60 }, times: 1, since: 60 },
    {
      id: '1',
      verdict: 'told',
      toldAt: 50,
      seen: true,
      times: 1,
      since: 40,
      sizeFirst: 100,
      folders: [],
      burst: null,
    },
  ])
  expect(history.matches({ ...noFilter, text: 'PLÄNE ångström' })).toBe(1)
  expect(history.people('')).toMatchObject([
    { key: 'someone', changes: 1 },
    { key: 'person 0000000000001a2b', name: 'Zoë Ångström', changes: 1 },
  ])
  expect(history.pending().changes.map(({ id }) => id)).toEqual(['2'])
  expect(history.latestTold()).toHaveLength(1)
})

/** The file as the version left it whose next step holds `text`. */
function migratedUpTo(text: string): DatabaseSync {
  const before = migrations.findIndex((step) => step.includes(text))
  const sql = new DatabaseSync(file)
  sql.function('key_of', (kind, id, _name) => `${String(kind)} ${String(id)}`)
  sql.function('words_of', { varargs: true }, () => '')
  sql.function('names_before', (drive) => drive)
  sql.function('called_before', (drive) => JSON.stringify(drive))
  sql.function('decided_before', { varargs: true }, () => null)
  for (const step of migrations.slice(1, before)) sql.exec(step)
  sql.exec(`PRAGMA user_version = ${before}`)
  return sql
}

test('what was snoozed before is muted', () => {
  writeFirstVersion()
  {
    using sql = migratedUpTo('mute_id')
    sql.exec("UPDATE changes SET verdict = 'snoozed', verdict_words = '10:00', snooze_id = 'z' WHERE seq = 1")
  }
  using database = openDatabase(file, { clock, log: logTo(() => {}) }).database
  const { changes } = new History({ database, clock, words: () => english }).page(noFilter, null, 10)
  expect(changes).toContainEqual(expect.objectContaining({ id: '1', verdict: 'muted', muteId: 'z' }))
})

test('what was kept is found as it is searched today', () => {
  writeFirstVersion()
  {
    using sql = migratedUpTo('GLOB')
    sql.exec("UPDATE changes SET name = 'İzmir planı.docx', words = 'i\u0307zmir planı.docx' WHERE seq = 1")
    sql.exec(
      "UPDATE changes SET name = 'plain.txt', drive_name = 'Harbour', words = 'as it was' WHERE seq = 2",
    )
  }
  using database = openDatabase(file, { clock, log: logTo(() => {}) }).database
  const history = new History({ database, clock, words: () => english })
  const found = (text: string) => history.page({ ...noFilter, text }, null, 10).changes.map(({ id }) => id)
  expect([found('izmir plani'), found('as it was'), found('plain')]).toEqual([['1'], ['2'], []])
})

test('what deliveries were found to be is kept as facts', () => {
  writeFirstVersion()
  {
    using sql = migratedUpTo('checks_before')
    const checks = [
      { key: 'path', kind: 'passed', title: 'Path known', words: 'Inbox, new mail webhook' },
      { key: 'client-state', kind: 'passed', title: 'clientState', words: 'equal' },
      {
        key: 'validation-token',
        kind: 'passed',
        title: 'Validation token',
        words: 'signed by Microsoft, for this app, 4 min old',
      },
      { key: 'data-signature', kind: 'passed', title: 'Data signature', words: 'HMAC equal, key ours' },
      { key: 'repeat', kind: 'skipped', title: 'Not a repeat', words: '' },
    ]
    sql
      .prepare(
        `INSERT INTO deliveries (at, webhook_id, verdict, refusal, status, took_ms, bytes, headers, checks, is_replay)
         VALUES (1, 'w', 'refused', 'not-expected', 404, 1, 1, '{}', ?, 0)`,
      )
      .run(JSON.stringify(checks))
    sql.exec(`INSERT INTO delivery_counts VALUES ('w', 1, 'not-expected', 2), ('w', 1, 'unknown-path', 3)`)
  }
  using database = openDatabase(file, { clock, log: logTo(() => {}) }).database
  const delivery = new DeliveryStore(database).find('1')
  expect(delivery?.refusal).toBe('unknown-path')
  expect(delivery?.checks.map(({ found }) => found && english.say(found))).toEqual([
    'Inbox, new mail',
    'equal',
    'signed by Microsoft, for this app, 4 minutes old',
    'HMAC equal, key ours',
    null,
  ])
  expect([...new DeliveryCounts(database).of('w', 'ever')]).toEqual([['unknown-path', 5]])
})

test('a file that was brought up to date is not touched again', () => {
  writeFirstVersion()
  for (const _ of [1, 2]) {
    using database = openDatabase(file, { clock, log: logTo(() => {}) }).database
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length })
  }
})
