import { afterEach, beforeEach, expect, test } from 'vitest'
import { DriveStores } from '../../../main/drive/drive-store.ts'
import { DriveSync } from '../../../main/drive/drive-sync.ts'
import { driveFeed } from '../../../main/graph/delta.ts'
import type { Database } from '../../../main/history/database.ts'
import { History } from '../../../main/history/history.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import { plain, sentence } from '../../../main/notices/change-sentence.ts'
import type { Scope } from '../../../preload/contract/discovery.ts'
import { settled, VirtualClock } from '../../story/virtual-clock.ts'
import { deleted, edited, Feed, file, folder, gone, quiet, type Raw, root, touched } from './feed.ts'
import { english } from '../../words.ts'

const oldDay = Date.parse('2025-01-01T00:00:00Z')
const tower = folder('tower', 'Tower', 'root', oldDay)
const plans = folder('plans', 'Plans', 'tower', oldDay)
const inner = folder('inner', 'Inner', 'plans', oldDay)
const other = folder('other', 'Other', 'tower', oldDay)
const budget = file('f1', 'budget.xlsx', 'inner', oldDay)
const menu = file('f2', 'menu.txt', 'other', oldDay)
const single = file('f3', 'single.txt', 'other', oldDay)

const only = (...items: { id: string; isFolder: boolean }[]): Scope => ({
  kind: 'only',
  items: items.map((item) => ({ ...item, name: item.id })),
})
const followed = only({ id: 'plans', isFolder: true }, { id: 'f3', isFolder: false })

let clock: VirtualClock
let feed: Feed
let database: Database
let history: History
let sync: DriveSync
let scope: Scope

beforeEach(async () => {
  clock = new VirtualClock()
  feed = new Feed()
  scope = followed
  database = openDatabase(':memory:', { clock, log: quiet }).database
  history = new History({ database, clock, words: () => english })
  sync = new DriveSync({
    subscriptionId: 's',
    accountId: 'a',
    feed: driveFeed('d'),
    driveName: 'My files',
    graph: feed.graph(clock),
    stores: new DriveStores(database),
    clock,
    log: quiet,
    scope: () => scope,
    beginsAtTimes: false,
    askWho: null,
    stored() {},
    changed() {},
  })
  feed.write(root, tower, plans, inner, other, budget, menu, single)
  await sync.sync('joined')
  sync.learn()
  await settled()
  await clock.advance({ minutes: 10 })
})

afterEach(() => {
  sync[Symbol.dispose]()
  database[Symbol.dispose]()
})

async function told(...written: Raw[]): Promise<readonly string[]> {
  feed.write(...written)
  await sync.sync('hint')
  return history.pending().changes.map((change) => plain(sentence(change, english), english))
}

const to = (item: Raw, parent: string, name = item['name']) =>
  touched(item, { name, parentReference: { id: parent, driveId: 'd' } })
const now = () => clock.now()

test.each([
  ['an edit inside', () => [edited(budget, now())], ['Bo Lindqvist edited budget.xlsx']],
  ['an edit beside', () => [edited(menu, now())], []],
  ['an edit of a file followed by itself', () => [edited(single, now())], ['Bo Lindqvist edited single.txt']],
  ['something new inside', () => [file('n', 'new.txt', 'plans', now())], ['Ada Okafor added new.txt']],
  ['something new beside', () => [file('n', 'new.txt', 'other', now())], []],
  [
    'a new folder inside with a file',
    () => [folder('nf', 'More', 'inner', now()), file('n', 'new.txt', 'nf', now())],
    ['Ada Okafor added More', 'Ada Okafor added new.txt'],
  ],
  ['a move into it', () => [to(menu, 'inner')], ['Someone moved menu.txt to Inner']],
  ['a move out of it', () => [to(budget, 'other')], ['Someone moved budget.xlsx to Other']],
  [
    'a move out of it with another name',
    () => [to(budget, 'other', 'b.xlsx')],
    ['Someone moved budget.xlsx to Other as b.xlsx'],
  ],
  ['a move within it', () => [to(budget, 'plans')], ['Someone moved budget.xlsx to Plans']],
  ['a move beside', () => [to(menu, 'tower')], []],
  ['the chosen folder moved', () => [to(plans, 'other')], ['Someone moved Plans and 2 items to Other']],
  ['the chosen folder renamed', () => [touched(plans, { name: 'Q4' })], ['Someone renamed Plans to Q4']],
  ['a folder around it renamed', () => [touched(tower, { name: 'T' })], []],
  ['a deletion inside', () => [deleted('f1', 'inner')], ['Someone deleted budget.xlsx']],
  ['a deletion beside', () => [deleted('f2', 'other')], []],
  [
    'the folder around everything deleted',
    () => [deleted('f1'), deleted('inner'), deleted('plans'), deleted('tower')],
    ['Someone deleted Tower and 6 items'],
  ],
] as const)('%s', async (_name, written, sentences) => {
  expect(await told(...written())).toEqual(sentences)
})

test('followed by id: moved away and renamed, it is followed all the same', async () => {
  await told(to(plans, 'other', 'Away'), to(single, 'tower', 'alone.txt'))
  history.settle(
    history.pending().changes.map(({ id }) => id),
    'told',
  )
  await clock.advance({ minutes: 10 })
  expect(await told(edited(budget, now()), edited(to(single, 'tower', 'alone.txt'), now()))).toEqual([
    'Bo Lindqvist edited budget.xlsx',
    'Bo Lindqvist edited alone.txt',
  ])
})

test('what moved out is not followed any more', async () => {
  await told(to(budget, 'other'))
  history.settle(
    history.pending().changes.map(({ id }) => id),
    'told',
  )
  expect(await told(edited(to(budget, 'other'), now()))).toEqual([])
})

test('another choice counts from the next reading on', async () => {
  expect(await told(edited(menu, now()))).toEqual([])
  scope = only({ id: 'other', isFolder: true })
  expect(await told(edited(edited(menu, now()), now() + 1))).toEqual(['Bo Lindqvist edited menu.txt'])
})

test('a drive read anew tells nothing from outside either', async () => {
  let isDead = true
  feed.fault = (query) => {
    if (!isDead || query.get('token') === null) return null
    isDead = false
    return gone(null)
  }
  expect(await told(edited(menu, now()), deleted('f1', 'inner'))).toEqual(['Someone deleted budget.xlsx'])
})
