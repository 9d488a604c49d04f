import { expect, test, vi } from 'vitest'
import type { HistoryPage, HistoryRow } from '../../../preload/activity.ts'
import { HistoryFeed } from '../../../renderer/activity/feed.ts'
import { manyRows } from '../../window/samples.ts'

/** A history in memory, two rows a page; `asked` is what was asked for. */
function history(rows: readonly HistoryRow[]) {
  const asked: (string | null)[] = []
  const kept = { rows, fails: false }
  const read = ({ before }: { before: string | null }): Promise<HistoryPage> => {
    asked.push(before)
    if (kept.fails) return Promise.reject(new Error('cannot read'))
    const from = before === null ? 0 : kept.rows.findIndex(({ id }) => id === before) + 1
    const page = kept.rows.slice(from, from + 2)
    return Promise.resolve({
      rows: page,
      next: from + page.length < kept.rows.length ? (page.at(-1)?.id ?? null) : null,
    })
  }
  return { asked, kept, feed: new HistoryFeed(read) }
}

const ids = (feed: HistoryFeed) => {
  const current = feed.current()
  return current.kind === 'rows' ? current.rows.map(({ id }) => id) : current.kind
}

test('reads the first page, then on, to the end', async () => {
  const { feed } = history(manyRows(3))
  expect(ids(feed)).toBe('loading')
  feed.refresh(1)
  await vi.waitFor(() => expect(ids(feed)).toEqual(['many-0', 'many-1']))
  feed.more()
  await vi.waitFor(() => expect(ids(feed)).toEqual(['many-0', 'many-1', 'many-2']))
  expect(feed.current()).toMatchObject({ next: null })
})

test('a new revision is read again as far back as before', async () => {
  const rows = manyRows(9)
  const { feed, kept } = history(rows.slice(1))
  feed.refresh(1)
  feed.more()
  await vi.waitFor(() => expect(ids(feed)).toHaveLength(4))
  kept.rows = rows
  feed.refresh(2)
  await vi.waitFor(() => expect(ids(feed)).toHaveLength(6))
  expect(ids(feed)).toEqual(rows.slice(0, 6).map(({ id }) => id))
})

test('the same revision is not read twice', async () => {
  const { feed, asked } = history(manyRows(1))
  feed.refresh(1)
  feed.refresh(1)
  await vi.waitFor(() => expect(ids(feed)).toHaveLength(1))
  expect(asked).toEqual([null])
})

test('revisions that come while reading are one more reading', async () => {
  const { feed, asked } = history(manyRows(1))
  feed.refresh(1)
  feed.refresh(2)
  feed.refresh(3)
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  await new Promise((settled) => setImmediate(settled))
  expect(asked).toHaveLength(2)
})

test('a failure says so, and the next revision tries again', async () => {
  const { feed, kept } = history(manyRows(1))
  kept.fails = true
  feed.refresh(1)
  await vi.waitFor(() => expect(ids(feed)).toBe('failed'))
  kept.fails = false
  feed.refresh(2)
  await vi.waitFor(() => expect(ids(feed)).toEqual(['many-0']))
})

test('a failure later keeps what was read', async () => {
  const { feed, kept, asked } = history(manyRows(4))
  feed.refresh(1)
  await vi.waitFor(() => expect(ids(feed)).toHaveLength(2))
  kept.fails = true
  feed.more()
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  await new Promise((settled) => setImmediate(settled))
  expect(ids(feed)).toHaveLength(2)
})
