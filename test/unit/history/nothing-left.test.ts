import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noFilter } from '../../../preload/contract/activity.ts'
import { type DriveState, unread, writeDown } from '../../../main/drive/drive-state.ts'
import type { Database } from '../../../main/history/database.ts'
import { History } from '../../../main/history/history.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import { dayMs } from '../../../main/kit/time.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { quiet } from '../../wire/quiet.ts'
import { aChange, keep } from './a-change.ts'
import { english } from '../../words.ts'

const clock = new VirtualClock()
let folder: string
let file: string
let database: Database
let history: History

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'drivebell-left-'))
  file = path.join(folder, 'history.db')
  open()
})

afterEach(() => {
  database[Symbol.dispose]()
  rmSync(folder, { recursive: true })
})

function open(): void {
  database = openDatabase(file, { clock, log: quiet }).database
  history = new History({ database, clock, words: () => english })
}

/** What of a text is in any of the files, as the app runs. */
const left = (...texts: readonly string[]) => {
  const all = ['', '-wal', '-shm', '-journal'].map((tail) => file + tail).filter((each) => existsSync(each))
  const bytes = Buffer.concat(all.map((each) => readFileSync(each))).toString('latin1')
  return texts.filter((text) => bytes.includes(text))
}

const secrets = [
  'secret-plan.docx',
  'Quentin Quarantine',
  'hidden-folder',
  'DELTA-TOKEN',
  'LEARN-TOKEN',
  'RESYNC-TOKEN',
  'index-item.txt',
]

/** Two drives followed; of the first, there is something to be found of every kind. */
function keepSecrets(): void {
  const who = { kind: 'user', id: 'q', name: 'Quentin Quarantine', email: null } as const
  for (const subscriptionId of ['s', 'other']) {
    const [deltaLink, learnLink, resyncLink] = ['DELTA', 'LEARN', 'RESYNC'].map(
      (kind) => `https://graph.example/${subscriptionId === 's' ? kind : 'x'}-TOKEN`,
    )
    const state = { ...unread, deltaLink, learnLink, resyncLink } as DriveState
    const write = { rows: [], changes: [], reverted: [], forgotten: [], state, close: null }
    database.transact(() => writeDown(database, subscriptionId, write))
  }
  const rest = { name: 'secret-plan.docx', place: ['hidden-folder'], who }
  const ids = Array.from({ length: 1_500 }, (_, n) => String(n + 1))
  keep(
    database,
    ids.map((id) => aChange({ id, subscriptionId: 's', ...rest })),
  )
  keep(database, [aChange({ id: '9000', subscriptionId: 'other', name: 'stays.txt' })])
  history.settle([...ids, '9000'], 'told')
  const { no } = database.prepare("SELECT no FROM drives WHERE subscription_id = 's'").get() ?? {}
  const item =
    "INSERT INTO items (drive, id, name, kind, malware, generation) VALUES (?, ?, 'index-item.txt', 'file', 0, 1)"
  database.transact(() => {
    for (let n = 0; n < 5_000; n++) database.prepare(item).run(Number(no), String(n))
  })
}

test('nothing of what was deleted is left in the files', async () => {
  keepSecrets()
  expect(left(...secrets)).not.toEqual([])
  expect(await history.deleteMatching({ ...noFilter, text: 'secret-plan' })).toBe(true)
  expect(left(...secrets)).toEqual(secrets.filter((each) => /TOKEN|index-item/.test(each)))
  expect(left('stays.txt')).toEqual(['stays.txt'])
})

test('nor of what grew too old', async () => {
  keepSecrets()
  await history.deleteBefore(clock.now() - 90 * dayMs)
  expect(left('secret-plan.docx', 'Quentin Quarantine')).toEqual([])
})

test('nor of a drive that is followed no longer, its tokens first of all', async () => {
  keepSecrets()
  const forgetting = history.forget('s', { keepChanges: false })
  const links = 'SELECT delta_link, learn_link, resync_link FROM drives ORDER BY no'
  expect(Object.values(database.prepare(links).get() ?? {})).toEqual([null, null, null])
  await forgetting
  expect(left(...secrets)).toEqual([])
  expect(left('x-TOKEN')).toEqual(['x-TOKEN'])
})

test('where the history is to stay, the tokens and the index go', async () => {
  keepSecrets()
  await history.forget('s', { keepChanges: true })
  expect(left(...secrets)).toEqual(['secret-plan.docx', 'Quentin Quarantine', 'hidden-folder'])
})

test('what a quit interrupted, and drives that settings know nothing of, are forgotten at the next start', async () => {
  keepSecrets()
  void history.forget('s', { keepChanges: false })
  database[Symbol.dispose]()
  open()
  expect(left('index-item.txt')).toEqual(['index-item.txt'])
  await history.forgetOthers(null)
  expect(left(...secrets, 'x-TOKEN')).toEqual(['x-TOKEN'])
  await history.forgetOthers(['other'])
  expect(left('x-TOKEN')).toEqual(['x-TOKEN'])
  await history.forgetOthers([])
  expect(left('x-TOKEN', 'stays.txt')).toEqual(['stays.txt'])
})
