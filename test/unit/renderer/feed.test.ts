import { expect, test } from 'vitest'
import {
  type Filter,
  type HistoryPage,
  type HistoryRow,
  noFilter,
} from '../../../preload/contract/activity.ts'
import { below, HistoryFeed, onto } from '../../../renderer/activity/list/feed.ts'
import { manyRows } from '../../window/samples.ts'

/** A history in memory, two rows a page; `asked` is what was asked for, `held` what is not answered yet. */
function history(rows: readonly HistoryRow[]) {
  const asked: (string | null)[] = []
  const held: (() => void)[] = []
  const kept = { rows, fails: false, holds: false }
  const read = async ({
    filter,
    before,
  }: {
    filter: Filter
    before: string | null
  }): Promise<HistoryPage> => {
    asked.push(filter.text ? `${filter.text}: ${before}` : before)
    if (kept.fails) throw new Error('cannot read')
    if (kept.holds) await new Promise<void>((answer) => void held.push(answer))
    const found = kept.rows.filter(({ id }) => id.includes(filter.text))
    const from = before === null ? 0 : found.findIndex(({ id }) => id === before) + 1
    const page = found.slice(from, from + 2)
    const more = from + page.length < found.length
    return { rows: page, away: [], next: more ? (page.at(-1)?.id ?? null) : null, matches: found.length }
  }
  return { asked, held, kept, feed: new HistoryFeed(read) }
}

const ids = (feed: HistoryFeed) => {
  const current = feed.current()
  return current.kind === 'rows' ? current.rows.map(({ id }) => id) : current.kind
}

const turns = () => new Promise((settled) => setImmediate(settled))

test('reads the first page, then on, to the end', async () => {
  const { feed } = history(manyRows(3))
  expect(ids(feed)).toBe('loading')
  feed.ask(noFilter, 1)
  await expect.poll(() => ids(feed)).toEqual(['many-0', 'many-1'])
  feed.more()
  await expect.poll(() => ids(feed)).toEqual(['many-0', 'many-1', 'many-2'])
  expect(feed.current()).toMatchObject({ next: null, matches: 3 })
})

test('a new revision is read again as far back as before', async () => {
  const rows = manyRows(9)
  const { feed, kept } = history(rows.slice(1))
  feed.ask(noFilter, 1)
  feed.more()
  await expect.poll(() => ids(feed)).toHaveLength(4)
  kept.rows = rows
  feed.ask(noFilter, 2)
  await expect.poll(() => ids(feed)).toHaveLength(6)
  expect(ids(feed)).toEqual(rows.slice(0, 6).map(({ id }) => id))
})

test('far down, a new revision reads five pages and keeps what lies below', async () => {
  const rows = manyRows(41)
  const { feed, kept, asked } = history(rows.slice(1))
  feed.ask(noFilter, 1)
  for (let read = 2; read < 30; read += 2) {
    await expect.poll(() => ids(feed)).toHaveLength(read)
    feed.more()
  }
  await expect.poll(() => ids(feed)).toHaveLength(30)
  kept.rows = rows
  asked.length = 0
  feed.ask(noFilter, 2)
  await expect.poll(() => ids(feed)).toHaveLength(31)
  expect(asked).toHaveLength(5)
  expect(ids(feed)).toEqual(rows.slice(0, 31).map(({ id }) => id))
})

test('the same revision is not read twice', async () => {
  const { feed, asked } = history(manyRows(1))
  feed.ask(noFilter, 1)
  feed.ask(noFilter, 1)
  await expect.poll(() => ids(feed)).toHaveLength(1)
  expect(asked).toEqual([null])
})

test('revisions that come while reading are one more reading', async () => {
  const { feed, asked } = history(manyRows(1))
  for (const revision of [1, 2, 3]) feed.ask(noFilter, revision)
  await expect.poll(() => asked).toHaveLength(2)
  await turns()
  expect(asked).toHaveLength(2)
})

test('another filter starts anew; a late answer to the one before is dropped', async () => {
  const { feed, kept, held } = history(manyRows(12))
  feed.ask(noFilter, 1)
  await expect.poll(() => ids(feed)).toHaveLength(2)
  kept.holds = true
  feed.ask({ ...noFilter, text: 'many-1' }, 1)
  await expect.poll(() => held).toHaveLength(1)
  feed.ask({ ...noFilter, text: 'many-11' }, 1)
  await expect.poll(() => held).toHaveLength(2)
  expect(ids(feed)).toEqual(['many-0', 'many-1'])
  held[1]?.()
  await expect.poll(() => ids(feed)).toEqual(['many-11'])
  held[0]?.()
  await turns()
  expect(ids(feed)).toEqual(['many-11'])
})

test('a failure says so, and is tried again when asked or at the next revision', async () => {
  const { feed, kept } = history(manyRows(1))
  kept.fails = true
  feed.ask(noFilter, 1)
  await expect.poll(() => ids(feed)).toBe('failed')
  kept.fails = false
  feed.again()
  await expect.poll(() => ids(feed)).toEqual(['many-0'])
})

test('a failure later keeps what was read', async () => {
  const { feed, kept, asked } = history(manyRows(4))
  feed.ask(noFilter, 1)
  await expect.poll(() => ids(feed)).toHaveLength(2)
  kept.fails = true
  feed.more()
  await expect.poll(() => asked).toHaveLength(2)
  await turns()
  expect(ids(feed)).toHaveLength(2)
})

const page = (of: readonly HistoryRow[], next: string | null = 'on', matches = 100): HistoryPage => ({
  rows: of,
  away: [],
  next,
  matches,
})

test.each<[string, HistoryPage, HistoryPage | null, readonly string[]]>([
  ['nothing known', page(manyRows(2)), null, ['0', '1']],
  ['what is known goes on below', page(manyRows(2)), page(manyRows(4)), ['0', '1', '2', '3']],
  ['rows between may be missing', page(manyRows(2)), page(manyRows(9).slice(5)), ['0', '1']],
  ['some were deleted', page(manyRows(2), 'on', 99), page(manyRows(4)), ['0', '1']],
  ['read to the end', page(manyRows(2), null), page(manyRows(4)), ['0', '1']],
])('read again, %s', (_name, fresh, known, wanted) => {
  expect(onto(fresh, known).rows.map(({ id }) => id.slice('many-'.length))).toEqual(wanted)
})

test('a row that comes again further down stands where it stood', () => {
  const rows = manyRows(4)
  expect(below(page(rows.slice(0, 3)), page(rows.slice(2), null))).toMatchObject({ rows, next: null })
})
