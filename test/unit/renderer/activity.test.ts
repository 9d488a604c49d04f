import { describe, expect, test } from 'vitest'
import { type AwayLine, type Filter, noFilter } from '../../../preload/contract/activity.ts'
import { filterFor, narrows, noChoices, wordsOf } from '../../../renderer/activity/filter/filter-choices.ts'
import { countOf, daysOf, type Line, linesOf } from '../../../renderer/activity/list/days.ts'
import { firstMuted } from '../../../renderer/activity/row/first-muted.ts'
import { piecesOf } from '../../../renderer/activity/filter/hits.ts'
import { nextRow } from '../../../renderer/activity/list/use-row-keys.ts'
import { away, people, rows } from '../../window/sample-rows.ts'
import { now } from '../../window/samples.ts'
import { englishIn } from '../../words.ts'

const time = englishIn('UTC')
const days = daysOf(rows, true, time, now)
const lines = linesOf(days, [], time)

describe('Activity by day', () => {
  test('groups the rows, newest day first', () => {
    expect(days.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Today', 8],
      ['Yesterday', 7],
    ])
  })

  test('knows which days can be counted', () => {
    expect(daysOf(rows, false, time, now).map(({ whole }) => whole)).toEqual([true, false])
  })

  test('says how much changed, and at least how much while a day is not read to its end', () => {
    const words = englishIn('UTC')
    const counts = (whole: boolean) => daysOf(rows, whole, time, now).map((day) => countOf(day, words))
    expect(counts(true)).toEqual(['19 changes, notified of 16', '7 changes, notified of 5'])
    expect(counts(false)).toEqual(['19 changes, notified of 16', 'At least 7 changes'])
  })

  test('puts a heading before the rows of each day', () => {
    const kinds = lines.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'day')).toHaveLength(2)
    expect(kinds.indexOf('day', 1)).toBe(9)
  })
})

const ended = (until: string): AwayLine => ({
  id: until,
  from: 0,
  until: Date.parse(until),
  count: 1,
  cause: 'away',
})

/** What stands around the time away. */
const around = (found: readonly Line[]) => {
  const at = found.findIndex(({ kind }) => kind === 'away')
  return [found[at - 1], found[at], found[at + 1]].map((line) =>
    line?.kind === 'row' ? time.clock(line.row.at) : line?.day.name,
  )
}

test.each([
  ['between two changes', away[0]?.until ?? 0, ['09:12', 'Today', '02:14']],
  ['after all changes', Date.parse('2026-11-19T10:42:30Z'), ['Today', 'Today', '10:42']],
  ['before the first of its day', Date.parse('2026-11-19T00:10:00Z'), ['00:52', 'Today', 'Yesterday']],
  ['on a day without changes', Date.parse('2026-11-20T08:00:00Z'), ['Today', 'Today', '10:42']],
  ['before all changes', Date.parse('2026-11-02T08:00:00Z'), ['13:00', 'Yesterday', undefined]],
])('a time away that ended %s stands there', (_name, until, wanted) => {
  const line = { ...ended('2026-11-19T00:00:00Z'), until }
  expect(around(linesOf(days, [line], time))).toEqual(wanted)
})

test.each([
  [1, 'ArrowDown', 2],
  [8, 'ArrowDown', 10],
  [10, 'ArrowUp', 8],
  [1, 'ArrowUp', 1],
  [16, 'ArrowDown', 16],
  [1, 'PageDown', 10],
  [10, 'PageUp', 1],
  [5, 'Home', 1],
  [5, 'End', 16],
  [5, 'm', null],
])('from line %i, %s leads to %s, past the headings', (from, key, to) => {
  expect(nextRow(lines, from, key)).toBe(to)
})

describe('what is looked for', () => {
  const local = (...at: [number, number, number]) => new Date(...at).getTime()
  const noon = new Date(2026, 10, 19, 12).getTime()

  test.each<[string, Parameters<typeof filterFor>[0], Partial<typeof noChoices>, Partial<Filter>]>([
    ['words, without the space around them', '  budget 2027 ', {}, { text: 'budget 2027' }],
    ['a person', '', { person: people[0] ?? null }, { person: 'id of Ada Okafor' }],
    [
      'renamed, also while moved',
      '',
      { kind: 'renamed' },
      { kinds: ['renamed', 'moved-and-renamed', 'changed'] },
    ],
    ['today', '', { time: 'today' }, { from: local(2026, 10, 19) }],
    ['yesterday', '', { time: 'yesterday' }, { from: local(2026, 10, 18), until: local(2026, 10, 19) }],
    ['seven days with today', '', { time: 'week' }, { from: local(2026, 10, 13) }],
    ['this year', '', { time: 'year' }, { from: local(2026, 0, 1) }],
    ['held back', '', { told: false }, { told: false }],
  ])('%s', (_name, text, choices, filter) => {
    const found = filterFor(text, { ...noChoices, ...choices }, noon)
    expect(found).toEqual({ ...noFilter, ...filter })
    expect(narrows(found)).toBe(true)
  })

  test('nothing chosen is everything', () => {
    expect(filterFor('', noChoices, noon)).toEqual(noFilter)
    expect(narrows(noFilter)).toBe(false)
  })
})

test.each([
  ['Budget 2027.xlsx', 'budget', 0, undefined, ['[Budget]', ' 2027.xlsx']],
  ['Budget 2027.xlsx', 'get 2027', 0, undefined, ['Bud', '[get]', ' ', '[2027]', '.xlsx']],
  ['Budget 2027.xlsx', 'get', 0, 4, ['Bud', '[g]']],
  ['Budget 2027.xlsx', 'get', 4, undefined, ['[et]', ' 2027.xlsx']],
  ['a+b (1).txt', '(1) +', 0, undefined, ['a', '[+]', 'b ', '[(1)]', '.txt']],
  ['a.txt', '', 0, undefined, ['a.txt']],
  ['a.txt', 'b', 0, undefined, ['a.txt']],
  ['İzmir planı.docx', 'izmir PLANI', 0, undefined, ['[İzmir]', ' ', '[planı]', '.docx']],
  ['Straße.txt', 's', 0, undefined, ['[S]', 'tra', '[ß]', 'e.txt']],
  ['Bob’s cafe\u0301.txt', "bob's café", 0, undefined, ['[Bob’s]', ' ', '[cafe\u0301]', '.txt']],
])('in "%s", "%s" from %i to %s is marked as %j', (text, typed, from, to, wanted) => {
  const pieces = piecesOf(text, wordsOf(typed), from, to)
  expect(pieces.map(({ text, hit }) => (hit ? `[${text}]` : text))).toEqual(wanted)
})

test('the mute key mutes the file, of a burst its folder, and nothing where nothing can be muted', () => {
  const [file, burst] = rows
  expect(file && firstMuted(file)).toBe('file')
  expect(burst && firstMuted(burst)).toBe('folder')
  expect(file && firstMuted({ ...file, canMute: [] })).toBeUndefined()
})
