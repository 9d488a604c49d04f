import type { Message } from '../../../preload/words/phrase.ts'
import { expect, test } from 'vitest'
import type { Discovered, Found, Target } from '../../../preload/contract/discovery.ts'
import {
  type Branch,
  grown,
  linesOf,
  outOfSight,
  searchBranch,
  searched,
  toggled,
} from '../../../renderer/follow/folders.ts'
import { Looks, readOn, type Seen } from '../../../renderer/follow/looks.ts'
import { drivedBy, everything, scopeOf, wishOf } from '../../../renderer/follow/wish.ts'

const found = (key: string): Found => ({
  key,
  name: key,
  place: '',
  icon: 'library',
  choice: { kind: 'target', target: { kind: 'drive', driveId: key } },
  followed: null,
})
const offline: Message = { key: 'discover.refused.offline' }
const retiring: Message = { key: 'discover.note.retiring' }

const page = (keys: string, next: string | null = null, note: Message | null = null) => ({
  kind: 'page' as const,
  rows: keys.split('').map(found),
  next,
  note,
})
const refused: Discovered = { kind: 'refused', why: offline }

test('the answer to an older or forgotten look is not heard; a call that breaks is a refusal', async () => {
  const answers: PromiseWithResolvers<Discovered>[] = []
  const looks = new Looks(() => {
    const answer = Promise.withResolvers<Discovered>()
    answers.push(answer)
    return answer.promise
  })
  const look = () => looks.look({ accountId: 'grace', place: { kind: 'mine' }, cursor: null })
  const [older, newer] = [look(), look()]
  answers[1]?.resolve(page('a'))
  answers[0]?.resolve(page('b'))
  expect([await older, await newer]).toEqual([null, page('a')])
  const broken = look()
  answers[2]?.reject(new Error('gone'))
  expect(await broken).toMatchObject({ kind: 'refused' })
  const forgotten = look()
  looks.forget()
  answers[3]?.resolve(page('c'))
  expect(await forgotten).toBe(null)
})

const seen: Seen = { ...page('ab', 'x', retiring), isReading: true }
test.each<[string, Discovered | null, Seen]>([
  ['the next rows, each once', page('bc', 'y'), { ...page('abc', 'y', retiring), isReading: false }],
  ['overtaken: asks can be made again', null, { ...seen, isReading: false }],
  ['refused: what was read stays', refused, { ...page('ab', null, offline), isReading: false }],
])('read on, %s', (_name, answer, wanted) => expect(readOn(seen, answer)).toEqual(wanted))

const item = (id: string, isFolder = true) => ({ id, name: id, isFolder })
const branch = (next: string | null, ...items: ReturnType<typeof item>[]): Branch => ({
  kind: 'page',
  items,
  next,
  isReading: false,
})
const branches = new Map<string, Branch>([
  ['', branch(null, item('a'), item('b'), item('f', false))],
  ['a', branch('x', item('a1'), item('a2', false))],
  ['a1', branch(null)],
])
const drawn = (open: readonly string[], chosen: readonly ReturnType<typeof item>[]) =>
  linesOf(branches, new Set(open), chosen).map((line) =>
    line.kind === 'item' ? `${line.level} ${line.item.id} ${line.check}` : `${line.level} ${line.kind}`,
  )

test.each<[readonly string[], readonly ReturnType<typeof item>[], readonly string[]]>([
  [[], [], ['1 a no', '1 b no', '1 f no']],
  [['a'], [item('a2', false)], ['1 a partly', '2 a1 no', '2 a2 yes', '2 more', '1 b no', '1 f no']],
  [
    ['a', 'a1'],
    [item('a')],
    ['1 a yes', '2 a1 inside', '3 empty', '2 a2 inside', '2 more', '1 b no', '1 f no'],
  ],
  [['b'], [], ['1 a no', '1 b no', '2 loading', '1 f no']],
])('unfolded %o with %o chosen', (open, chosen, wanted) => expect(drawn(open, chosen)).toEqual(wanted))

test.each<[string, Branch | undefined, readonly string[]]>([
  ['Microsoft has not answered', undefined, ['a', 'a1', 'a2', 'loading']],
  ['Microsoft finds more', branch(null, item('a1'), item('za')), ['a', 'a1', 'a2', 'za']],
  ['Microsoft refuses', { kind: 'refused', why: offline }, ['a', 'a1', 'a2']],
])('a search shows what is loaded first, each once: %s', (_name, found, wanted) => {
  const at = searchBranch('A')
  const all = found ? new Map(branches).set(at, found) : branches
  const lines = linesOf(searched(all, 'A'), new Set(), [], at)
  expect(lines.map((line) => (line.kind === 'item' ? line.item.id : line.kind))).toEqual(wanted)
})

test('a chosen folder takes in what was chosen inside it, and is dropped by itself', () => {
  expect(toggled([item('a1'), item('b')], item('a'), branches)).toEqual([item('b'), item('a')])
  expect(toggled([item('b'), item('a')], item('a'), branches)).toEqual([item('b')])
})

test('what is chosen and not in the tree can still be seen', () => {
  const lines = linesOf(branches, new Set(), [])
  expect(outOfSight(lines, [item('b'), item('gone')])).toEqual([item('gone')])
})

test('a folder grows page by page, and a refusal takes its place', () => {
  const first = branch('x', item('a'))
  const next = { kind: 'page' as const, items: [item('a'), item('b')], next: null }
  expect(grown(first, next)).toEqual(branch(null, item('a'), item('b')))
  expect(grown({ kind: 'loading' }, next)).toEqual({ ...next, isReading: false })
  expect(grown(first, { kind: 'refused', why: offline })).toEqual({ kind: 'refused', why: offline })
})

test('a wish is a scope only when it can be one', () => {
  const many = Array.from({ length: 201 }, (_, index) => item(String(index)))
  expect(scopeOf(everything)).toEqual({ kind: 'everything' })
  expect(scopeOf({ kind: 'only', items: [] })).toBe(null)
  expect(scopeOf({ kind: 'only', items: many })).toBe(null)
  expect(scopeOf({ kind: 'only', items: [item('a')] })).toEqual({ kind: 'only', items: [item('a')] })
  expect(wishOf({ kind: 'everything' })).toEqual(everything)
})

test.each<[Target, string | null]>([
  [{ kind: 'own-drive', driveId: null }, null],
  [{ kind: 'drive', driveId: 'd' }, 'd'],
  [{ kind: 'site-library', siteId: 's', listId: 'l', driveId: 'd' }, 'd'],
  [{ kind: 'drive-list', driveId: 'd' }, null],
  [{ kind: 'site-list', siteId: 's', listId: 'l' }, null],
  [{ kind: 'shared-folder', driveId: 'd', itemId: 'f' }, null],
])('%o is browsed as %s', (target, driveId) => expect(drivedBy(target)).toBe(driveId))
