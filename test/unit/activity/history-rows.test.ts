import { expect, test } from 'vitest'
import type { HistoryRow, Reason } from '../../../preload/contract/activity.ts'
import type { BurstPart } from '../../../main/history/burst-parts.ts'
import { type StoredChange, whoKey } from '../../../main/history/stored-change.ts'
import { type Around, burstLine, burstRow, historyRow } from '../../../main/activity/history-rows.ts'
import { aChange } from '../history/a-change.ts'
import { english } from '../../words.ts'

const told: Reason = {
  kind: 'told',
  words: 'Told',
  title: '',
  sentence: '',
  remedy: null,
  canAllowSimilar: false,
}
const ada = { kind: 'user', id: 'ada', name: 'Ada Okafor', email: null } as const
const bo = { kind: 'user', id: 'bo', name: 'Bo Lindqvist', email: null } as const

function around(own: string | null = null): Around {
  return {
    account: 'ada@contoso.example',
    words: english,
    isOwn: ({ who }) => who?.id === own,
    reason: () => told,
  }
}

const said = ({ sentence }: Pick<HistoryRow, 'sentence'>) => sentence.map(({ text }) => text).join('')
const row = (facts: Partial<StoredChange>, own: string | null = null) =>
  historyRow(aChange(facts), around(own))

test('a row says who did what, where, and what became of it', () => {
  expect(row({ verdict: 'told', toldAt: 1 })).toMatchObject({
    who: { id: 'ada', name: 'Ada Okafor', kind: 'person' },
    place: ['My files', 'Plans'],
    tail: null,
    told: true,
    reason: told,
    unseen: true,
    canMute: ['person', 'folder', 'file', 'subscription'],
    burst: null,
  })
  expect(said(row({}))).toBe('Ada Okafor edited budget.xlsx')
  expect(row({}).unseen).toBe(false)
})

const kinds: readonly (readonly [Partial<StoredChange>, string | null, Partial<HistoryRow['who']>])[] = [
  [{}, 'ada', { kind: 'you' }],
  [{ who: null }, null, { kind: 'someone', name: 'Someone' }],
  [{ who: { ...ada, kind: 'application', name: 'Backup' } }, null, { kind: 'app', name: 'Backup' }],
  [{ who: { ...ada, name: 'a\u202eb' } }, null, { kind: 'person', name: 'a\ufffdb' }],
]

test.each(kinds)('of %j, with %j as oneself, it was %j', (facts, own, who) => {
  expect(row(facts, own).who).toMatchObject(who)
})

test('a version story is the tail of its row', () => {
  const { tail } = row({
    times: 20,
    size: 15_000,
    sizeFirst: 664,
    since: new Date(2026, 10, 19, 9).getTime(),
  })
  expect(tail).toBe('20 times since 09:00, +14 KB')
})

const mutes: readonly (readonly [Partial<StoredChange>, readonly string[]])[] = [
  [{ itemKind: 'folder' }, ['person', 'folder', 'subscription']],
  [{ place: [], folders: [], parentId: 'root' }, ['person', 'file', 'subscription']],
  [{ who: null, kind: 'deleted' }, ['folder', 'file', 'subscription']],
]

test.each(mutes)('of %j can be muted %j', (facts, canMute) => {
  expect(row(facts).canMute).toEqual(canMute)
})

function part(facts: Partial<BurstPart>): BurstPart {
  const { who = ada, places = [['Plans'], ['Plans']] } = facts
  const base = {
    kind: 'edited',
    itemKind: 'file',
    subscriptionId: 's',
    count: 1,
    since: 1_000,
    until: 2_000,
    names: ['a.txt', 'z.txt'],
  } as const
  const { count = base.count } = facts
  return { ...base, items: count, who, whoKey: whoKey(who), places, ...facts }
}

const newest = aChange({ id: '9', at: 2_000, burst: 'b' })
const burst = (parts: readonly BurstPart[], own: string | null = null) => burstRow(newest, parts, around(own))

const bursts: readonly (readonly [readonly BurstPart[], string, string | null, readonly string[]])[] = [
  [[part({ count: 12 })], 'Ada Okafor edited 12 files in Plans', null, ['My files', 'Plans']],
  [
    [part({ count: 6 }), part({ kind: 'added', count: 4 }), part({ kind: 'deleted' })],
    'Ada Okafor changed 11 files in Plans:',
    '4 added, 6 edited, 1 deleted',
    ['My files', 'Plans'],
  ],
  [
    [part({ count: 2 }), part({ who: bo, itemKind: 'folder', count: 4_961 })],
    '2 people changed 4,963 items in Plans:',
    'Bo Lindqvist 4,961, 1 other',
    ['My files', 'Plans'],
  ],
  [
    [
      part({
        count: 2,
        places: [
          ['Plans', 'A'],
          ['Plans', 'B'],
        ],
      }),
      part({ places: [['Plans'], ['Plans', 'C']] }),
    ],
    'Ada Okafor edited 3 files in Plans',
    null,
    ['My files', 'Plans'],
  ],
  [[part({ places: [[], ['Plans']], count: 2 })], 'Ada Okafor edited a.txt and z.txt', null, ['My files']],
  [
    [part({}), part({ subscriptionId: 't', count: 2 })],
    'Ada Okafor edited 3 files in 2 drives',
    null,
    ['2 drives'],
  ],
]

test.each(bursts)('a burst of %j is one line', (parts, sentence, tail, place) => {
  const line = burst(parts)
  expect([said(line), line.tail, line.place]).toEqual([sentence, tail, place])
})

test('a burst knows how many and when, and what of it can be muted', () => {
  expect(burst([part({ since: 500 }), part({ until: 3_000, count: 4 })])).toMatchObject({
    id: '9',
    burst: { id: 'b', count: 5, since: 500, until: 3_000 },
    canMute: ['person', 'folder', 'subscription'],
  })
  expect(burst([part({}), part({ who: bo })]).canMute).toEqual(['folder', 'subscription'])
  expect(burst([part({}), part({ subscriptionId: 't' })]).canMute).toEqual(['person'])
  expect(said(burst([part({ count: 2 })], 'ada'))).toBe('You edited a.txt and z.txt')
})

test('what several did to one item ends with what happened last; of several items each counts once', () => {
  const earlier = part({ kind: 'added', items: 0 })
  const story = burst([earlier, part({ who: bo })])
  expect([said(story), story.tail, story.burst?.count]).toEqual([said(row(newest)), row(newest).tail, 2])
  const both = burst([earlier, part({ count: 2 })])
  expect([said(both), both.tail]).toEqual(['Ada Okafor edited a.txt and z.txt', null])
})

test('a file that several edited in turn says so, with their faces', () => {
  const chiara = { kind: 'user', id: 'chiara', name: 'Chiara Esposito', email: null } as const
  const two = burst([part({ items: 0, who: bo }), part({})])
  expect([said(two), two.tail, two.others.map(({ name }) => name)]).toEqual([
    'Bo Lindqvist and Ada Okafor edited budget.xlsx',
    null,
    ['Bo Lindqvist'],
  ])
  expect(two.canMute).toEqual(['folder', 'file', 'subscription'])
  const three = burst([part({ items: 0, who: bo }), part({ items: 0, who: chiara }), part({})], 'ada')
  expect([said(three), three.tail]).toEqual([
    '3 people edited budget.xlsx',
    'Bo Lindqvist, Chiara Esposito, You',
  ])
  expect(three.others).toHaveLength(2)
})

test('of two items with one name there is nothing to tell apart by name', () => {
  expect(said(burst([part({ count: 2, names: ['a.txt', 'a.txt'] })]))).toBe(
    'Ada Okafor edited 2 files in Plans',
  )
})

const lines: readonly (readonly [Partial<StoredChange>, string])[] = [
  [{}, 'Ada Okafor edited budget.xlsx'],
  [{ kind: 'renamed', oldName: 'old.xlsx' }, 'Ada Okafor renamed old.xlsx to budget.xlsx'],
  [{ kind: 'malware' }, 'Microsoft flagged budget.xlsx as malware'],
  [{ kind: 'appeared' }, 'budget.xlsx appeared in Plans'],
]

test.each(lines)('in an unfolded burst, %j reads %j', (facts, text) => {
  const line = burstLine(aChange(facts), around(null))
  expect([said(line), line.place]).toEqual([text, 'Plans'])
})
