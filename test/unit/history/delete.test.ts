import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noFilter } from '../../../preload/contract/activity.ts'
import type { Database } from '../../../main/history/database.ts'
import { History } from '../../../main/history/history.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import { Retention } from '../../../main/history/retention.ts'
import { Listeners } from '../../../main/kit/listeners.ts'
import { logTo } from '../../../main/kit/log.ts'
import { settled, VirtualClock } from '../../story/virtual-clock.ts'
import { aChange, keep } from './a-change.ts'
import { dayMs } from '../../../main/kit/time.ts'
import { english } from '../../words.ts'

const log = logTo(() => {})
let clock: VirtualClock
let folder: string
let database: Database
let history: History

beforeEach(() => {
  clock = new VirtualClock()
  folder = mkdtempSync(path.join(tmpdir(), 'drivebell-deleting-'))
  database = openDatabase(path.join(folder, 'history.db'), { clock, log }).database
  history = new History({ database, clock, words: () => english })
})

afterEach(() => {
  database[Symbol.dispose]()
  rmSync(folder, { recursive: true })
})

/** One change for each age in days, settled. */
function keepOld(...days: number[]): void {
  const ids = days.map((_, n) => String(n + 1))
  keep(
    database,
    ids.map((id, n) => aChange({ id, at: clock.now() - (days[n] ?? 0) * dayMs, name: `${days[n]} days` })),
  )
  history.settle(ids, 'told')
}

const names = () => history.page(noFilter, null, 100).changes.map(({ name }) => name)
const digest = (id: string, days: number) => {
  const until = clock.now() - days * dayMs
  history.recordDigest({ id, cause: 'away', from: until - 1_000, until, count: 2 })
}
const digests = () => history.digests(noFilter, null, history.page(noFilter, null, 100)).map(({ id }) => id)

test('what matches is deleted for good, and nothing else', async () => {
  keepOld(1, 2, 3)
  digest('d', 2)
  expect(await history.deleteMatching({ ...noFilter, text: '2 days' })).toBe(true)
  expect([names(), digests()]).toEqual([['1 days', '3 days'], ['d']])
  expect(await history.deleteMatching({ ...noFilter, until: clock.now() - 2 * dayMs + 1 })).toBe(true)
  expect([names(), digests()]).toEqual([['1 days'], []])
  expect(await history.deleteMatching(noFilter)).toBe(true)
  expect(history.facts()).toMatchObject({ kept: 0, since: null, unseen: 0 })
})

test('what comes while much is deleted stays', async () => {
  keepOld(...Array.from({ length: 1_200 }, () => 1))
  const deleting = history.deleteMatching(noFilter)
  keep(database, [aChange({ id: '9000', name: 'new' })])
  await deleting
  expect(names()).toEqual(['new'])
})

test('a file that lost most of its rows gives the room back', async () => {
  const long = 'x'.repeat(2_000)
  const ids = Array.from({ length: 2_000 }, (_, n) => String(n + 1))
  keep(
    database,
    ids.map((id) => aChange({ id, webUrl: long })),
  )
  history.settle(ids, 'told')
  const before = history.facts().bytes
  await history.deleteMatching(noFilter)
  expect(history.facts().bytes).toBeLessThan(before / 5)
  database[Symbol.dispose]()
  expect(statSync(path.join(folder, 'history.db')).size).toBeLessThan(before / 5)
})

test('a full disk that refuses to delete says so', async () => {
  keepOld(1)
  database.unkept.set(2, aChange({ id: '2', name: 'unkept' }))
  expect(await history.deleteMatching(noFilter)).toBe(false)
  expect(names()).toEqual(['unkept'])
})

test('what is older than the settings say goes after the start, each day, and when they change', async () => {
  keepOld(1, 29, 31, 400)
  digest('old', 31)
  digest('new', 1)
  let days: number | null = 365
  const changed = new Listeners<void>()
  const onChange = (heard: () => void) => changed.add(heard)
  using retention = new Retention({
    history,
    keepFor: () => days,
    onChange,
    confirmed: () => clock.now(),
    clock,
  })
  retention.start()
  await clock.advance({ minutes: 1 })
  expect(names()).toEqual(['1 days', '29 days', '31 days'])
  days = 30
  changed.emit()
  await settled()
  expect([names(), digests()]).toEqual([['1 days', '29 days'], ['new']])
  await clock.advance({ hours: 24 })
  await clock.advance({ hours: 24 })
  expect(names()).toEqual(['1 days'])
  days = null
  changed.emit()
  await clock.advance({ hours: 24 * 40 })
  expect(names()).toEqual(['1 days'])
})

test('what is still to be told is not forgotten before it is', async () => {
  const old = { at: clock.now() - 100 * dayMs }
  keep(database, [aChange({ id: '1', ...old }), aChange({ id: '2', ...old }), aChange({ id: '3', ...old })])
  history.settle(['2'], 'quiet-hours', { dueAt: clock.now() + 1 })
  history.settle(['3'], 'quiet-hours')
  await history.deleteBefore(clock.now() - 90 * dayMs)
  expect(history.page(noFilter, null, 10).changes.map(({ id }) => id)).toEqual(['2', '1'])
})
