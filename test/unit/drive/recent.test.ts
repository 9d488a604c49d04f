import { expect, test } from 'vitest'
import { everything } from './feed.ts'
import { scopeFilter } from '../../../main/drive/scope.ts'
import { RecentItems } from '../../../main/drive/recent.ts'
import { dayMs, hourMs } from '../../../main/kit/time.ts'
import type { DriveItem } from '../../../main/graph/schemas.ts'
import { budget, now, plans } from './situation.ts'

const followedAt = now
const old = now - 400 * dayMs
const yesterday = now - dayMs

const store = { known: () => null } as never
const found = (...items: readonly DriveItem[]) => {
  const recent = new RecentItems(followedAt)
  recent.add(items)
  return recent.changes({ store, inScope: scopeFilter(everything) }).map(({ change }) => change)
}
const said = (...items: readonly DriveItem[]) =>
  found(...items).map(
    (change) => change && `${change.kind} ${change.name} ${new Date(change.at).toISOString()}`,
  )
const at = (time: number) => new Date(time).toISOString()

test.each<[string, Partial<DriveItem>, string | null]>([
  ['made', { createdAt: yesterday, modifiedAt: yesterday }, `added budget.xlsx ${at(yesterday)}`],
  [
    'made, finished a moment later',
    { createdAt: yesterday, modifiedAt: yesterday + 1_500 },
    `added budget.xlsx ${at(yesterday)}`,
  ],
  [
    'made, and saved since',
    { createdAt: yesterday, modifiedAt: yesterday + hourMs },
    `changed budget.xlsx ${at(yesterday + hourMs)}`,
  ],
  ['old, and saved', { createdAt: old, modifiedAt: yesterday }, `changed budget.xlsx ${at(yesterday)}`],
  [
    'an entry of a list',
    { kind: 'entry', createdAt: old, modifiedAt: yesterday },
    `edited budget.xlsx ${at(yesterday)}`,
  ],
  [
    'a folder made',
    { kind: 'folder', createdAt: yesterday, modifiedAt: now - 1 },
    `added budget.xlsx ${at(yesterday)}`,
  ],
  ['a folder whose content changed', { kind: 'folder', createdAt: old, modifiedAt: yesterday }, null],
  ['eight days ago', { createdAt: old, modifiedAt: now - 8 * dayMs }, null],
  ['after following began', { createdAt: old, modifiedAt: now }, null],
  ['a lock file', { name: '~$budget.xlsx', createdAt: yesterday, modifiedAt: yesterday }, null],
  ['deleted', { deleted: true, createdAt: old, modifiedAt: yesterday }, null],
  ['the root', { kind: 'root', createdAt: old, modifiedAt: yesterday }, null],
  ['without times', { createdAt: null, modifiedAt: null }, null],
])('of the days before following: %s', (_, facts, expected) => {
  expect(said({ ...budget, ...facts })).toEqual(expected === null ? [] : [expected])
})

test('the newest fifty, in whatever order they come, each once', () => {
  const items = Array.from({ length: 500 }, (_, n) => ({
    ...budget,
    id: `i${(n * 7) % 500}`,
    name: `${(n * 7) % 500}.txt`,
    createdAt: old,
    modifiedAt: now - ((n * 7) % 500) * 1_000 - 1_000,
  }))
  const recent = new RecentItems(followedAt)
  for (let from = 0; from < 500; from += 100) recent.add(items.slice(from, from + 100))
  recent.add(items.slice(0, 100))
  const names = recent.changes({ store, inScope: scopeFilter(everything) }).map(({ change }) => change?.name)
  expect(names).toEqual(Array.from({ length: 50 }, (_, n) => `${n}.txt`))
})

test('parts of a notebook are not shown, and of what is not followed nothing is', () => {
  const notebook = {
    ...plans,
    id: 'n',
    kind: 'package',
    name: 'Notes',
    createdAt: old,
    modifiedAt: old,
  } as const
  const section = { ...budget, id: 'p', parentId: 'n', createdAt: old, modifiedAt: yesterday }
  expect(said(notebook, section)).toEqual([])
  const recent = new RecentItems(followedAt)
  recent.add([{ ...budget, createdAt: old, modifiedAt: yesterday }])
  const only = scopeFilter({ kind: 'only', items: [{ id: 'another', name: 'Another', isFolder: true }] })
  expect(recent.changes({ store, inScope: only }).filter(({ place }) => place !== null)).toEqual([])
})
