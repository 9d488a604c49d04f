import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesIn, type Change } from '../../../main/drive/changes.ts'
import { collapse, deltaSet } from '../../../main/drive/delta-set.ts'
import type { Circumstances } from '../../../main/drive/kinds.ts'
import { learned, remembered, type Known } from '../../../main/drive/known.ts'
import type { DriveItem } from '../../../main/graph/schemas.ts'

const since = Date.parse('2026-11-19T09:00:00Z')
const now = since + 60_000
const long = since - 30 * 24 * 3_600_000
const ada = { kind: 'user', id: 'ada', name: 'Ada Okafor', email: null } as const
const bo = { kind: 'user', id: 'bo', name: 'Bo Lindqvist', email: null } as const

const budget: DriveItem = {
  id: 'f',
  name: 'budget.xlsx',
  parentId: 'plans',
  kind: 'file',
  deleted: false,
  size: 100,
  eTag: null,
  cTag: null,
  hash: 'quickXorHash:1',
  createdAt: long,
  modifiedAt: long,
  createdBy: ada,
  modifiedBy: bo,
  sharing: null,
  shared: null,
  sharingChanged: false,
  malware: false,
  webUrl: 'https://contoso.example/budget.xlsx',
}
const plans: DriveItem = {
  ...budget,
  id: 'plans',
  name: 'Plans',
  kind: 'folder',
  parentId: 'root',
  hash: null,
}
const notebook: DriveItem = { ...budget, id: 'n', name: 'Notes', kind: 'package', hash: null }
const removed: DriveItem = { ...budget, deleted: true, name: null, size: null, modifiedBy: null }
const personal = { ...budget, cTag: 'c1' }
const eTag = (n: number) => `"{9E41C0D2-0000-4000-8000-0000000000C3},${n}"`

interface Situation {
  readonly known?: readonly (DriveItem | Known)[]
  readonly set: readonly DriveItem[]
  readonly learning?: boolean
  readonly everything?: boolean
}

function judged({ known = [], set, learning = false, everything = false }: Situation) {
  const index = new Map(known.map((item) => [item.id, 'deleted' in item ? remembered(item, null) : item]))
  const look = (id: string) => index.get(id) ?? null
  const items = new Map<string, DriveItem>()
  collapse(items, set)
  const by: Circumstances = {
    set: deltaSet(items, look),
    since,
    now,
    completedAt: learning ? null : long,
    lists: everything ? 'everything' : 'changes',
    known: look,
  }
  return changesIn([...items.values()], by)
}

const kinds = (situation: Situation) =>
  judged(situation).flatMap(({ change }) => (change ? [`${change.kind} ${change.name}`] : []))

const late = { ...learned(budget, since + 1_000) }

describe('verdicts beside the corpus (test/corpus)', () => {
  const table: readonly (readonly [string, Situation, readonly string[]])[] = [
    ['deleted, nameless, while learning', { set: [removed], learning: true }, ['deleted null']],
    ['root deleted', { known: [{ ...budget, kind: 'root' }], set: [removed] }, []],
    [
      'unknown, without times',
      { set: [{ ...budget, createdAt: null, modifiedAt: null }] },
      ['appeared budget.xlsx'],
    ],
    ['cTag on one side only', { known: [personal], set: [budget] }, []],
    ['no hash, no size', { known: [budget], set: [{ ...budget, hash: null, size: null }] }, []],
    [
      'folder unshared, its file with it',
      {
        known: [
          { ...budget, sharing: 'x' },
          { ...plans, sharing: 'x' },
        ],
        set: [budget, plans],
      },
      ['unshared Plans'],
    ],
    [
      'moved into a shared folder',
      { known: [budget], set: [{ ...budget, parentId: 'team', sharing: 'x' }] },
      ['moved budget.xlsx'],
    ],
    ['away and back', { known: [budget], set: [{ ...budget, name: 'b' }, budget] }, []],
    [
      'file of a deleted folder',
      { known: [{ ...remembered(plans, null), deletedAt: long }, budget], set: [removed] },
      [],
    ],
    [
      'folders in a ring',
      {
        known: [
          { ...plans, parentId: 'q' },
          { ...plans, id: 'q', name: 'Q', parentId: 'plans' },
        ],
        set: [
          { ...removed, id: 'plans' },
          { ...removed, id: 'q' },
        ],
      },
      ['deleted Plans', 'deleted Q'],
    ],
    [
      'a section edited, its notebook not listed',
      { known: [notebook, { ...budget, parentId: 'n' }], set: [{ ...budget, parentId: 'n', size: 1 }] },
      ['edited budget.xlsx'],
    ],

    [
      'learning: created before the start, edited now',
      { set: [{ ...budget, createdAt: since - 60_000, modifiedAt: now }], learning: true },
      ['edited budget.xlsx'],
    ],
    [
      'learning: created now',
      { set: [{ ...budget, createdAt: now, modifiedAt: now }], learning: true },
      ['added budget.xlsx'],
    ],
    [
      'learning: old, edited now',
      { set: [{ ...budget, modifiedAt: now }], learning: true },
      ['edited budget.xlsx'],
    ],
    ['learning: old, something else', { set: [budget], learning: true }, ['appeared budget.xlsx']],
    [
      'learning: folder echo',
      {
        set: [
          { ...plans, modifiedAt: now },
          { ...budget, modifiedAt: now },
        ],
        learning: true,
      },
      ['edited budget.xlsx'],
    ],
    [
      'learning: folder made now, with a file',
      {
        set: [
          { ...plans, createdAt: now },
          { ...budget, createdAt: now },
        ],
        learning: true,
      },
      ['added Plans', 'added budget.xlsx'],
    ],
    [
      'learning: folder touched',
      { set: [{ ...plans, modifiedAt: now }], learning: true },
      ['appeared Plans'],
    ],
    ['learning: old folder', { set: [plans], learning: true }, []],

    [
      'learned late, edited before',
      { known: [{ ...late, modifiedAt: now }], set: [{ ...budget, modifiedAt: now }] },
      ['edited budget.xlsx'],
    ],
    [
      'learned late, created before',
      { known: [{ ...late, createdAt: now }], set: [{ ...budget, createdAt: now }] },
      ['added budget.xlsx'],
    ],
    ['learned late, then renamed', { known: [late], set: [{ ...budget, name: 'b' }] }, ['renamed b']],
    [
      'learned late, then metadata',
      { known: [{ ...late, eTag: eTag(1) }], set: [{ ...budget, eTag: eTag(2) }] },
      [],
    ],
    [
      'learned early, nothing differs',
      {
        known: [learned({ ...budget, modifiedAt: now }, since - 200_000)],
        set: [{ ...budget, modifiedAt: now }],
      },
      [],
    ],

    ['read anew: unchanged', { known: [budget, plans], set: [budget, plans], everything: true }, []],
    [
      'read anew: never met before all was known',
      { set: [budget, plans], everything: true, learning: true },
      [],
    ],
    ['read anew: appeared', { set: [budget], everything: true }, ['appeared budget.xlsx']],
    ['read anew: learned late', { known: [late], set: [budget], everything: true }, []],
  ]
  test.each(table)('%s', (_, situation, expected) => {
    expect(kinds(situation)).toEqual(expected)
  })
})

describe('a change', () => {
  const only = (situation: Situation): Change => {
    const [change] = judged(situation).flatMap((each) => each.change ?? [])
    if (!change) throw new Error('nothing changed')
    return change
  }

  test('was done by whoever the evidence names', () => {
    expect(only({ set: [{ ...budget, createdAt: now }] }).who).toEqual(ada)
    expect(only({ set: [{ ...budget, createdAt: now, createdBy: null }] }).who).toEqual(bo)
    expect(only({ known: [budget], set: [{ ...budget, name: 'b' }] }).who).toEqual(bo)
    expect(only({ known: [budget], set: [removed] }).who).toBeNull()
    expect(only({ known: [budget], set: [{ ...removed, modifiedBy: ada }] }).who).toEqual(ada)
  })

  test('happened when its times say so, if they can be believed', () => {
    const at = (modifiedAt: number | null) =>
      only({ known: [budget], set: [{ ...budget, name: 'b', modifiedAt }] }).at
    expect(at(since + 5_000)).toBe(since + 5_000)
    expect(at(long)).toBe(now)
    expect(at(null)).toBe(now)
    expect(at(now + 3_600_000)).toBe(now)
  })

  test('of a deletion has place, kind and size from the index', () => {
    const gone = { ...removed, parentId: null, kind: 'file' } as const
    expect(only({ known: [{ ...plans, id: 'f', size: 7 }], set: [gone] })).toMatchObject({
      itemKind: 'folder',
      parentId: 'root',
      size: 7,
    })
  })

  test('of a deleted folder counts everything below it', () => {
    const sub = { ...plans, id: 'sub', parentId: 'plans' }
    const deep = { ...budget, id: 'deep', parentId: 'sub' }
    const set = [deep, sub, plans, budget].map((item) => ({ ...removed, id: item.id, parentId: null }))
    expect(only({ known: [deep, sub, plans, budget], set })).toMatchObject({ name: 'Plans', alongside: 3 })
  })
})

test('ids of personal drives are one in any spelling', () => {
  const id = 'A1B2C3D4E5F6071!s0123'
  const other = '0a1b2c3d4e5f6071!S0123'
  expect(
    kinds({ known: [{ ...budget, id: other.toLowerCase() }], set: [{ ...budget, id, name: 'b' }] }),
  ).toEqual(['renamed b'])
  const business = { ...budget, id: '01ABC' }
  expect(kinds({ known: [business], set: [{ ...business, id: '01abc' }] })).toEqual(['appeared budget.xlsx'])
})

describe('for any set', () => {
  const time = fc.constantFrom(long, since - 60_000, since + 1_000, now)
  const item: fc.Arbitrary<DriveItem> = fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      name: fc.constantFrom('x', 'y'),
      parentId: fc.constantFrom('a', 'b', 'root', null),
      kind: fc.constantFrom<DriveItem['kind']>('file', 'folder', 'package', 'root'),
      deleted: fc.boolean(),
      size: fc.constantFrom(1, 2, null),
      createdAt: time,
      modifiedAt: time,
      sharing: fc.constantFrom(null, 's'),
    })
    .map((facts) => ({ ...budget, ...facts }))
  const situation = fc.record({
    known: fc.uniqueArray(item, { selector: ({ id }) => id }),
    set: fc.array(item, { maxLength: 8 }),
    learning: fc.boolean(),
  })

  test('order and repetition of items make no difference, only who comes last', () => {
    fc.assert(
      fc.property(situation, fc.infiniteStream(fc.nat()), (case_, dice) => {
        const finals = [...new Map(case_.set.map((each) => [each.id, each])).values()]
        const shuffled = finals
          .map((each) => [dice.next().value ?? 0, each] as const)
          .sort(([a], [b]) => a - b)
          .map(([, each]) => each)
        const again = [...case_.set.map((each) => ({ ...each, name: 'stale' })), ...shuffled]
        expect(kinds({ ...case_, set: again }).toSorted()).toEqual(kinds(case_).toSorted())
      }),
    )
  })

  test('told once, it is not told again', () => {
    fc.assert(
      fc.property(situation, (case_) => {
        const known = new Map(case_.known.map((each) => [each.id, remembered(each, null)]))
        for (const { id, after } of judged(case_)) {
          if (after) known.set(id, after)
          else known.delete(id)
        }
        expect(kinds({ ...case_, known: [...known.values()] })).toEqual([])
      }),
    )
  })
})
