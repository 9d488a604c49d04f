import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DriveSync, type SyncState } from '../../../main/drive/drive-sync.ts'
import { driveFeed } from '../../../main/graph/delta.ts'
import type { Database } from '../../../main/history/database.ts'
import { History } from '../../../main/history/history.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import { plain, sentence } from '../../../main/notices/wording.ts'
import { settled, VirtualClock } from '../../story/virtual-clock.ts'
import {
  deleted,
  edited,
  everything,
  Feed,
  file,
  folder,
  gone,
  quiet,
  root,
  touched,
  wholeReading,
} from './feed.ts'

let clock: VirtualClock
let feed: Feed
let database: Database
let history: History
let states: SyncState[]
let sync: DriveSync

beforeEach(() => {
  clock = new VirtualClock()
  feed = new Feed()
  feed.echoes = [root]
  database = openDatabase(':memory:', { clock, log: quiet }).database
  history = new History({ database, clock })
  states = []
  sync = open()
})

afterEach(() => {
  sync[Symbol.dispose]()
  if (clock.waiting > 0) throw new Error('timers were left behind')
  database[Symbol.dispose]()
})

function open(): DriveSync {
  const names = {
    subscriptionId: 's',
    accountId: 'a',
    feed: driveFeed('d'),
    scope: () => everything,
    driveName: 'My files',
  }
  return new DriveSync({
    ...names,
    graph: feed.graph(clock),
    database,
    clock,
    log: quiet,
    askWho: null,
    stored() {},
    changed: (state) => void states.push(state),
  })
}

/** As after a crash: nothing but the database is left. */
function reopen(): void {
  sync[Symbol.dispose]()
  sync = open()
}

const told = () =>
  history
    .pending()
    .changes.map((change) =>
      [plain(sentence(change)), 'in', change.place.join('/') || '/', change.missed ? '(missed)' : '']
        .join(' ')
        .trim(),
    )

/** The next sync finds its deltaLink dead. */
function kill(location: string | null): void {
  let isDead = true
  feed.fault = (query) => {
    if (!isDead || query.get('token') === 'all' || query.get('token') === null) return null
    isDead = false
    return gone(location)
  }
}

const oldDay = Date.parse('2025-01-01T00:00:00Z')
const budget = file('f1', 'budget.xlsx', 'plans', oldDay)
const plans = folder('plans', 'Plans', 'root', oldDay)

/** A drive with an old file in a folder, all of it known. */
async function follow(): Promise<void> {
  feed.write(root, plans, budget)
  await sync.sync('joined')
  sync.learn()
  await settled()
  expect(sync.state.learning).toBeNull()
  await clock.advance({ minutes: 10 })
}

describe('the first sync', () => {
  test('begins with what happens from now on', async () => {
    feed.write(root, plans, budget)
    expect(await sync.sync('joined')).toEqual({ ok: true, value: undefined })
    expect(feed.asked).toEqual(['latest'])
    expect(told()).toEqual([])
  })

  test('learns old items in the background, page by page, and shows how far it is', async () => {
    feed.pageSize = 2
    feed.write(root, plans, budget, file('f2', 'a', 'root', oldDay), file('f3', 'b', 'root', oldDay))
    await sync.sync('joined')
    sync.learn()
    await settled()
    expect(feed.asked).toEqual(['latest', 'all', 'all skip 2', 'all skip 4', '5'])
    expect(states.map(({ learning }) => learning?.done ?? null)).toEqual([null, null, 2, 4, null, null, null])
  })

  test('goes on learning after a restart where it ended', async () => {
    feed.pageSize = 2
    feed.write(root, plans, budget)
    await sync.sync('joined')
    feed.fault = (query) => (query.get('skip') ? Response.json({}, { status: 403 }) : null)
    sync.learn()
    await settled()
    feed.fault = () => null
    reopen()
    sync.learn()
    await settled()
    expect(feed.asked.slice(1)).toEqual(['all', 'all skip 2', 'all skip 2', '3'])
    expect(sync.state.learning).toBeNull()
  })

  test('begins to learn anew when the place is lost', async () => {
    feed.pageSize = 2
    feed.write(root, plans, budget)
    await sync.sync('joined')
    feed.fault = (query) => (query.get('skip') ? gone(null) : null)
    sync.learn()
    await settled()
    feed.fault = () => null
    await clock.advance({ minutes: 1 })
    expect(feed.asked.slice(1)).toEqual(['all', 'all skip 2', 'all', 'all skip 2', '3'])
    expect(sync.state.learning).toBeNull()
  })
})

describe('a change', () => {
  test('is told with what its folders are called after the set', async () => {
    await follow()
    feed.write(edited(budget, clock.now()), touched(plans, { name: 'Plans 2027' }))
    await sync.sync('hint')
    expect(told()).toEqual([
      'Bo Lindqvist edited budget.xlsx in Plans 2027',
      'Ada Okafor renamed Plans to Plans 2027 in /',
    ])
  })

  test('made while nobody listened is marked as missed', async () => {
    await follow()
    feed.write(edited(budget, clock.now()))
    await sync.sync('catch-up')
    feed.write(file('f2', 'late.txt', 'plans', clock.now()))
    await sync.sync('hint')
    expect(told()).toEqual([
      'Bo Lindqvist edited budget.xlsx in Plans (missed)',
      'Ada Okafor added late.txt in Plans',
    ])
  })

  test('is missed also when the catching up had to be tried again', async () => {
    await follow()
    feed.write(edited(budget, clock.now()))
    feed.fault = () => Response.json({}, { status: 404 })
    expect((await sync.sync('catch-up')).ok).toBe(false)
    feed.fault = () => null
    await clock.advance({ minutes: 2 })
    expect(told()).toEqual(['Bo Lindqvist edited budget.xlsx in Plans (missed)'])
    expect(sync.state.error).toBeNull()
  })
})

describe('while old items are being learned', () => {
  const orders = [
    ['the feed first', async () => (await sync.sync('hint'), sync.learn(), await settled())],
    ['the index first', async () => (sync.learn(), await settled(), await sync.sync('hint'), undefined)],
  ] as const

  test.each(orders)('changes are told the same: %s', async (_, run) => {
    feed.write(root, plans, budget, file('f2', 'old.txt', 'plans', oldDay))
    await sync.sync('joined')
    await clock.advance({ seconds: 5 })
    const now = clock.now()
    feed.echoes = [root, plans]
    feed.write(edited(budget, now), file('f3', 'new.txt', 'plans', now), deleted('f4', 'plans'))
    await run()
    expect(told().toSorted()).toEqual([
      'Ada Okafor added new.txt in Plans',
      'Bo Lindqvist edited budget.xlsx in Plans',
      'Someone deleted an item in Plans in Plans',
    ])
  })

  test('what the feed showed is not overwritten by an older page', async () => {
    feed.write(root, plans, budget)
    await sync.sync('joined')
    const before = feed.present
    feed.fault = (query) =>
      query.get('token') === null ? Response.json({ value: before, '@odata.deltaLink': wholeReading }) : null
    feed.echoes = [root, plans]
    feed.write(deleted('f1', 'plans'))
    await sync.sync('hint')
    sync.learn()
    await settled()
    feed.write(deleted('f1', 'plans'))
    await sync.sync('hint')
    expect(told()).toEqual(['Someone deleted an item in Plans in Plans'])
  })

  test('deletions of items nobody knew are noise once all are known', async () => {
    await follow()
    feed.write(deleted('temporary', 'plans'))
    await sync.sync('hint')
    expect(told()).toEqual([])
  })
})

describe('hints', () => {
  test('during a run cause exactly one more', async () => {
    await follow()
    feed.asked.length = 0
    const held = Promise.withResolvers<null>()
    feed.fault = () => held.promise
    const runs = [sync.sync('hint')]
    await settled()
    runs.push(sync.sync('hint'), sync.sync('hint'))
    await settled()
    expect(feed.asked).toHaveLength(1)
    feed.fault = () => null
    held.resolve(null)
    await Promise.all(runs)
    expect(feed.asked).toHaveLength(2)
  })

  test('are looked after at 2, 5 and 15 seconds, for the feed lags', async () => {
    await follow()
    feed.asked.length = 0
    feed.write(edited(budget, clock.now()))
    feed.lag = 1
    await sync.sync('hint')
    await clock.advance({ seconds: 4 })
    expect(feed.asked).toHaveLength(2)
    feed.lag = 0
    await clock.advance({ seconds: 1 })
    expect(told()).toEqual(['Bo Lindqvist edited budget.xlsx in Plans'])
    await clock.advance({ minutes: 1 })
    expect(feed.asked).toHaveLength(4)
  })

  test('that found something else are looked after all the same: what was announced may still lag', async () => {
    await follow()
    feed.write(edited(budget, clock.now()))
    await sync.sync('hint')
    feed.write(edited(budget, clock.now() + 1_000, 'Ada Okafor'))
    await clock.advance({ seconds: 2 })
    expect(told()).toHaveLength(2)
  })
})

describe('a failed sync', () => {
  test('is tried again by itself, ever more slowly', async () => {
    await follow()
    feed.fault = () => Response.json({ error: { code: 'generalException' } }, { status: 500 })
    const waiting = sync.sync('hint')
    await clock.advance({ seconds: 30 })
    expect(await waiting).toMatchObject({ ok: false, error: { kind: 'server' } })
    expect(sync.state).toMatchObject({ phase: 'idle', error: { kind: 'server' } })
    feed.fault = () => null
    feed.write(edited(budget, clock.now()))
    await clock.advance({ minutes: 5 })
    expect(told()).toEqual(['Bo Lindqvist edited budget.xlsx in Plans'])
  })
})

describe('a dead deltaLink', () => {
  test.each([
    ['where Location leads', wholeReading],
    ['without a token when there is none', null],
  ])('is followed by reading anew %s, and differences are missed changes', async (_, location) => {
    await follow()
    feed.write(file('f2', 'gone.txt', 'plans', clock.now()))
    await sync.sync('hint')
    history.settle(
      history.pending().changes.map(({ id }) => id),
      'told',
    )
    feed.pageSize = 2
    feed.write(edited(budget, clock.now()), deleted('f2'), file('f3', 'new.txt', 'plans', clock.now()))
    kill(location)
    expect((await sync.sync('hint')).ok).toBe(true)
    expect(told().toSorted()).toEqual([
      'Ada Okafor added new.txt in Plans (missed)',
      'Bo Lindqvist edited budget.xlsx in Plans (missed)',
      'Someone deleted gone.txt in Plans (missed)',
    ])
  })

  test('is silent when nothing differs', async () => {
    await follow()
    kill(wholeReading)
    expect((await sync.sync('safety')).ok).toBe(true)
    expect(told()).toEqual([])
  })

  test('tells a vanished folder once', async () => {
    await follow()
    feed.write(deleted('f1'), deleted('plans'))
    kill(wholeReading)
    await sync.sync('safety')
    expect(told()).toEqual(['Someone deleted Plans and 1 item in / (missed)'])
  })

  test('is read on after a crash, and nothing is told before the end', async () => {
    await follow()
    feed.pageSize = 1
    feed.write(edited(budget, clock.now()), file('f3', 'new.txt', 'plans', clock.now()))
    kill(wholeReading)
    const answer = feed.fault
    feed.fault = (query) => (query.get('skip') === '3' ? Response.json({}, { status: 403 }) : answer(query))
    expect((await sync.sync('safety')).ok).toBe(false)
    expect(told()).toEqual([])
    reopen()
    feed.fault = () => null
    feed.asked.length = 0
    await sync.sync('catch-up')
    expect(feed.asked).toEqual(['all skip 3'])
    expect(told()).toHaveLength(2)
  })
})

describe('a crash', () => {
  test('between the pages of a set loses nothing and tells nothing twice', async () => {
    await follow()
    feed.pageSize = 1
    feed.write(edited(budget, clock.now()), file('f3', 'new.txt', 'plans', clock.now()))
    feed.fault = (query) => (query.get('skip') === '2' ? Response.json({}, { status: 403 }) : null)
    expect((await sync.sync('hint')).ok).toBe(false)
    expect(told()).toEqual([])
    reopen()
    feed.fault = () => null
    await sync.sync('catch-up')
    expect(told()).toHaveLength(2)
    await sync.sync('safety')
    expect(told()).toHaveLength(2)
  })
})
