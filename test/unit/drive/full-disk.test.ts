import { afterEach, beforeEach, expect, test } from 'vitest'
import { noFilter } from '../../../preload/contract/activity.ts'
import { defaultRules } from '../../../preload/contract/rules.ts'
import { DriveStores } from '../../../main/drive/drive-store.ts'
import { DriveSync } from '../../../main/drive/drive-sync.ts'
import { driveFeed } from '../../../main/graph/delta.ts'
import type { Database } from '../../../main/history/database.ts'
import { History } from '../../../main/history/history.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import { NoticeQueue } from '../../../main/notices/notice-queue.ts'
import { settled, VirtualClock } from '../../story/virtual-clock.ts'
import { Recorder } from '../notices/recorder.ts'
import { deleted, edited, everything, Feed, file, folder, gone, quiet, root, touched } from './feed.ts'
import { english } from '../../words.ts'

const oldDay = Date.parse('2025-01-01T00:00:00Z')
let clock: VirtualClock
let feed: Feed
let database: Database
let history: History
let desktop: Recorder
let noticeQueue: NoticeQueue
let stores: DriveStores
let sync: DriveSync
const budget = file('f1', 'budget.xlsx', 'plans', oldDay)

beforeEach(async () => {
  clock = new VirtualClock()
  feed = new Feed()
  database = openDatabase(':memory:', { clock, log: quiet }).database
  history = new History({ database, clock, words: () => english })
  desktop = new Recorder()
  noticeQueue = new NoticeQueue({
    words: () => english,
    took() {},
    clock,
    history,
    notifier: desktop,
    rules: () => ({
      at: clock.now(),
      showNotices: true,
      own: 'tell',
      quietHours: null,
      mutes: [],
      rulesOf: () => defaultRules,
      words: english,
      ownNames: () => new Set<string>(),
      ownDomains: () => new Set(),
    }),
    accounts: () => [],
    log: quiet,
  })
  stores = new DriveStores(database)
  sync = open()
  feed.write(root, folder('plans', 'Plans', 'root', oldDay), budget)
  await sync.sync('joined')
  sync.learn()
  await settled()
  await clock.advance({ minutes: 10 })
})

/** As at the start of the app, or after a pause. */
function open(): DriveSync {
  return new DriveSync({
    subscriptionId: 's',
    accountId: 'a',
    feed: driveFeed('d'),
    scope: () => everything,
    driveName: 'My files',
    graph: feed.graph(clock),
    stores: stores,
    clock,
    log: quiet,
    beginsAtTimes: false,
    askWho: null,
    stored: () => void noticeQueue.tell(),
    changed() {},
  })
}

afterEach(() => {
  sync[Symbol.dispose]()
  database[Symbol.dispose]()
})

function fillDisk(): void {
  const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count)
  database.prepare(`PRAGMA max_page_count = ${pages}`).get()
  const fill = database.prepare('INSERT INTO drives (subscription_id, learn_link) VALUES (?, ?)')
  for (const size of [2_000, 200, 20]) {
    for (let n = 0; database.transact(() => void fill.run(`filler ${size} ${n}`, 'x'.repeat(size))).ok; n++);
  }
}

function freeDisk(): void {
  database.prepare('PRAGMA max_page_count = 100000').get()
}

async function hint(): Promise<void> {
  await sync.sync('hint')
  await clock.advance({ minutes: 3 })
}

const titles = () => desktop.shown.map(({ title }) => title)

test('with a full disk changes are told, each once, and kept as soon as there is room', async () => {
  fillDisk()
  const many = Array.from({ length: 3 }, (_, n) =>
    file(`many ${n}`, `${'x'.repeat(200)} ${n}.txt`, 'plans', clock.now()),
  )
  const webUrl = `https://contoso.example/${'x'.repeat(3_900)}` // needs room that is not there
  feed.write({ ...edited(budget, clock.now()), webUrl })
  await hint()
  expect(database.fault).toBe('full')
  feed.write(...many)
  await hint()
  expect(database.fault).toBe('full')
  expect(titles()).toEqual(['Bo Lindqvist edited budget.xlsx', 'Ada Okafor added 3 files in Plans'])
  feed.write(
    touched(many[0] ?? budget, { name: 'short.txt', lastModifiedDateTime: '2026-11-19T09:30:00Z' }),
    deleted('f1'),
  )
  await hint()
  expect(titles().slice(2)).toEqual(['2 people changed short.txt and budget.xlsx'])
  expect(desktop.shown.at(-1)?.body).toMatch(
    /Ada Okafor renamed x+…x* 0\.txt to short\.txt.*\nSomeone deleted budget\.xlsx/,
  )
  expect(history.page(noFilter, null, 10).changes).toHaveLength(4) // one row for the burst
  expect(history.facts().kept).toBe(6)

  freeDisk()
  feed.write(file('last', 'last.txt', 'plans', clock.now()))
  await hint()
  expect(database.fault).toBeNull()
  expect(database.unkept.size).toBe(0)
  expect(titles().slice(3)).toEqual(['Ada Okafor added last.txt'])
  expect(history.page(noFilter, null, 10).changes.map(({ verdict }) => verdict)).toEqual(
    Array.from({ length: 5 }, () => 'told'),
  )
  expect(history.unseen()).toBe(5)
})

test('with a full disk a drive is not read anew until there is room', async () => {
  fillDisk()
  feed.write(edited(budget, clock.now()))
  feed.fault = (query) => (query.get('token') === null ? null : gone(null))
  expect(await sync.sync('hint')).toMatchObject({ ok: false, error: { code: 'diskFull' } })
  freeDisk()
  await clock.advance({ minutes: 1 })
  feed.fault = () => null
  await hint()
  expect(titles()).toEqual(['Bo Lindqvist edited budget.xlsx'])
})

test('with a full disk a pause forgets nothing: what was told before is not told again', async () => {
  fillDisk()
  feed.write({ ...edited(budget, clock.now()), webUrl: `https://contoso.example/${'x'.repeat(3_900)}` })
  await hint()
  expect(titles()).toEqual(['Bo Lindqvist edited budget.xlsx'])
  sync[Symbol.dispose]()
  sync = open()
  await sync.sync('paused')
  freeDisk()
  await hint()
  expect(titles()).toEqual(['Bo Lindqvist edited budget.xlsx'])
  expect(history.facts().kept).toBe(1)
})
