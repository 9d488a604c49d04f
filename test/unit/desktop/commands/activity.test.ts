import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noFilter } from '../../../../preload/contract/activity.ts'
import { activityHandlers } from '../../../../main/desktop/commands/activity.ts'
import type { Opened } from '../../../../main/desktop/open-url.ts'
import type { Database } from '../../../../main/history/database.ts'
import { History } from '../../../../main/history/history.ts'
import { openDatabase } from '../../../../main/history/open-database.ts'
import { logTo } from '../../../../main/kit/log.ts'
import { ruleContext } from '../../../../main/rules/rule-context.ts'
import { freshSettings } from '../../../../main/settings/schema.ts'
import { VirtualClock } from '../../../story/virtual-clock.ts'
import { aChange, keep } from '../../history/a-change.ts'
import { english } from '../../../words.ts'

const clock = new VirtualClock()
let folder: string
let chosen: string | null
let opened: (string | null)[]
let opens: Opened
let copied: string[]
let removed: string[]
let database: Database
let history: History
let commands: ReturnType<typeof activityHandlers>

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'drivebell-handlers-'))
  chosen = null
  opened = []
  opens = 'opened'
  copied = []
  removed = []
  database = openDatabase(':memory:', { clock, log: logTo(() => {}) }).database
  history = new History({ database, clock, words: () => english })
  const nobody = { ownNames: () => new Set<string>(), ownDomains: () => new Set<string>() }
  commands = activityHandlers({
    history,
    clock,
    accounts: { list: () => [] },
    rules: () => ruleContext(freshSettings, { at: clock.now(), words: english, ...nobody }),
    words: () => english,
    open: async (url) => (opened.push(url), url === null ? 'no-page' : opens),
    copy: async (text) => copied.push(text) > 0,
    chooseFile: async (name, as) => chosen && path.join(chosen, `${name}.${as}`),
    separator: () => ',',
    removeOldHistories: () => removed.push('all'),
  })
})

afterEach(() => {
  database[Symbol.dispose]()
  rmSync(folder, { recursive: true })
})

/** So many changes, of which the second and third were told as one. */
function keepSome(count: number): void {
  const ids = Array.from({ length: count }, (_, n) => String(n + 1))
  keep(
    database,
    ids.map((id) => aChange({ id, at: Number(id) * 1_000 })),
  )
  history.settle(['2', '3'], 'told', { burst: 'b' })
}

test('the window reads rows, bursts and digests page by page, and how many match', async () => {
  keepSome(100)
  history.recordDigest({ id: 'd', cause: 'away', from: 0, until: 1_500, count: 1 })
  const first = await commands.history({ filter: noFilter, before: null })
  expect([first.rows.length, first.away.length, first.matches]).toEqual([60, 0, 100])
  const last = await commands.history({ filter: noFilter, before: first.next })
  expect(last.rows.slice(-2)).toMatchObject([
    {
      id: '3',
      told: true,
      reason: { kind: 'told' },
      burst: { id: 'b', count: 2, since: 2_000, until: 3_000 },
    },
    { id: '1', told: false, reason: { kind: 'waiting' }, burst: null },
  ])
  expect([last.rows.length, last.away, last.next]).toEqual([39, [{ id: 'd', cause: 'away', from: 0, until: 1_500, count: 1 }], null]) // prettier-ignore
  expect(await commands.burst({ burstId: 'b', after: 1 })).toMatchObject({ lines: [{ id: '2' }], total: 2 })
})

test('few rows with a burst among them still say how many changes match', async () => {
  keepSome(3)
  expect((await commands.history({ filter: noFilter, before: null })).matches).toBe(3)
  expect((await commands.history({ filter: { ...noFilter, text: 'nobody' }, before: null })).matches).toBe(0)
})

test('opening a change shows its item, or the folder of what was deleted, and marks it seen', async () => {
  keep(database, [aChange({ id: '1' }), aChange({ id: '2', kind: 'deleted' })])
  history.settle(['1', '2'], 'told')
  expect(await commands.openChange({ changeId: '1', what: 'item' })).toEqual({ ok: true })
  expect(await commands.openChange({ changeId: '2', what: 'item' })).toEqual({ ok: true })
  expect(opened).toEqual(['https://contoso.example/budget.xlsx', 'https://contoso.example/Plans'])
  expect(history.unseen()).toBe(0)
  expect(await commands.openChange({ changeId: '9', what: 'item' })).toMatchObject({ ok: false })
})

test.each([
  { opens: 'nothing-opens-it', key: 'refusal.not-opened' },
  { opens: 'no-page', key: 'refusal.no-page' },
] as const)('a change that did not open says so and stays unseen: $opens', async ({ key, ...how }) => {
  opens = how.opens
  keep(database, [aChange({ id: '1' })])
  history.settle(['1'], 'told')
  expect(await commands.openChange({ changeId: '1', what: 'item' })).toEqual({ ok: false, why: { key } })
  expect(history.unseen()).toBe(1)
})

test('the address of an item is copied, if it has one', async () => {
  keep(database, [aChange({ id: '1' }), aChange({ id: '2', webUrl: null })])
  expect(await commands.copyLink({ changeId: '1' })).toEqual({ ok: true })
  expect(await commands.copyLink({ changeId: '2' })).toMatchObject({ ok: false })
  expect(copied).toEqual(['https://contoso.example/budget.xlsx'])
})

test('what matches is exported where the person says, each change of a burst by itself', async () => {
  keepSome(3)
  expect(await commands.exportHistory({ filter: noFilter, as: 'csv' })).toEqual({ ok: true, written: null })
  chosen = folder
  const answer = await commands.exportHistory({ filter: noFilter, as: 'csv' })
  const file = answer.ok ? (answer.written ?? '') : ''
  expect(readFileSync(file, 'utf8').trimEnd().split('\r\n')).toHaveLength(4)
  chosen = path.join(folder, 'missing')
  expect(await commands.exportHistory({ filter: noFilter, as: 'json' })).toEqual({
    ok: false,
    why: { key: 'command.export.missing' },
  })
  expect(existsSync(chosen)).toBe(false)
})

test('nobody known is called someone in the list of people', async () => {
  keep(database, [aChange({ id: '1', who: null })])
  expect(await commands.people({ text: '' })).toMatchObject([
    { name: 'Someone', kind: 'someone', changes: 1 },
  ])
})

test('who deletes everything deletes what was set aside too, and nobody else does', async () => {
  await commands.deleteHistory({ filter: { ...noFilter, text: 'budget' } })
  expect(removed).toEqual([])
  await commands.deleteHistory({ filter: noFilter })
  expect(removed).toEqual(['all'])
})
