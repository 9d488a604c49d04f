import { describe, expect, test } from 'vitest'
import type { Change } from '../../../main/history/change.ts'
import { learned, remembered } from '../../../main/drive/known-item.ts'
import {
  since,
  now,
  long,
  ada,
  bo,
  budget,
  plans,
  notebook,
  removed,
  personal,
  eTag,
  type Situation,
  judged,
  kinds,
  late,
} from './situation.ts'

describe('verdicts beside the corpus (test/corpus)', () => {
  const table: readonly (readonly [string, Situation, readonly string[]])[] = [
    ['deleted, nameless, while learning', { set: [removed], learning: true }, ['deleted null']],
    [
      'an entry of a list, with another title alone',
      { known: [{ ...budget, kind: 'entry' }], set: [{ ...budget, kind: 'entry', name: 'b' }] },
      [],
    ],
    ['root deleted', { known: [{ ...budget, kind: 'root' }], set: [removed] }, []],
    [
      'unknown, without times',
      { set: [{ ...budget, createdAt: null, modifiedAt: null }] },
      ['added budget.xlsx'],
    ],
    [
      'a hash in the other letter case, as of a restored version',
      {
        known: [{ ...budget, hash: 'sha1Hash:AB01', cTag: 'c' }],
        set: [{ ...budget, hash: 'sha1Hash:ab01', cTag: 'c' }],
      },
      [],
    ],
    [
      'a hash of other letters where case counts',
      { known: [{ ...budget, hash: 'quickXorHash:AB' }], set: [{ ...budget, hash: 'quickXorHash:ab' }] },
      ['edited budget.xlsx'],
    ],
    [
      'a name percent-encoded, of letters in another form',
      {
        known: [{ ...budget, name: 'Café.xlsx'.normalize('NFC') }],
        set: [{ ...budget, name: 'Cafe%CC%81.xlsx' }],
      },
      [],
    ],
    [
      'a name whose letter case alone differs',
      { known: [{ ...budget, name: 'café.xlsx' }], set: [{ ...budget, name: 'Café.xlsx' }] },
      ['renamed Café.xlsx'],
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
      'carries the sharing of a folder two levels up',
      {
        known: [
          { ...plans, id: 'top', parentId: 'root', sharing: 'x' },
          { ...plans, parentId: 'top' },
          budget,
        ],
        set: [{ ...budget, sharing: 'x' }],
      },
      [],
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
      'a section deleted, its notebook listed',
      {
        known: [notebook, { ...budget, parentId: 'n' }],
        set: [notebook, { ...removed, parentId: 'n' }],
      },
      ['edited Notes'],
    ],
    [
      'a section deleted once more, its notebook listed',
      {
        known: [notebook, { ...remembered({ ...budget, parentId: 'n' }, null), deletedAt: long }],
        set: [notebook, { ...removed, parentId: 'n' }],
      },
      [],
    ],
    [
      'a section nobody knew deleted, its notebook listed',
      { known: [notebook], set: [notebook, { ...removed, parentId: 'n' }] },
      [],
    ],

    [
      'learning: created before the start, edited now',
      { set: [{ ...budget, createdAt: since - 60_000, modifiedAt: now }], learning: true },
      ['changed budget.xlsx'],
    ],
    [
      'learning: created now',
      { set: [{ ...budget, createdAt: now, modifiedAt: now }], learning: true },
      ['added budget.xlsx'],
    ],
    [
      'learning: old, edited, renamed or moved now',
      { set: [{ ...budget, modifiedAt: now }], learning: true },
      ['changed budget.xlsx'],
    ],
    [
      'learning: an entry of a list, whose title is one column of many',
      { set: [{ ...budget, kind: 'entry', modifiedAt: now }], learning: true },
      ['edited budget.xlsx'],
    ],
    ['learning: old, the feed only repeats it', { set: [budget], learning: true }, []],
    [
      'learning: folder echo',
      {
        set: [
          { ...plans, modifiedAt: now },
          { ...budget, modifiedAt: now },
        ],
        learning: true,
      },
      ['changed budget.xlsx'],
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
    ['learning: folder touched', { set: [{ ...plans, modifiedAt: now }], learning: true }, ['changed Plans']],
    [
      'learning: folder shared',
      { set: [{ ...plans, modifiedAt: now, sharingChanged: true }], learning: true },
      ['appeared Plans'],
    ],
    ['learning: old folder', { set: [plans], learning: true }, []],

    [
      'learned late, edited, renamed or moved before',
      { known: [{ ...late, modifiedAt: now }], set: [{ ...budget, modifiedAt: now }] },
      ['changed budget.xlsx'],
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
    ['read anew: old and never met', { set: [budget], everything: true }, ['added budget.xlsx']],
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
    expect(only({ known: [budget], set: [removed] }).who).toBeNull()
  })

  // A name is given only for a modification that the index did not know yet.
  const [saved, ofBefore] = [{ modifiedAt: now }, { modifiedAt: long }]
  test.each([
    ['renamed just now', { ...budget, ...saved, name: 'b' }, bo],
    ['renamed, last saved before', { ...budget, ...ofBefore, name: 'b' }, null],
    ['moved just now', { ...budget, ...saved, parentId: 'q' }, bo],
    ['moved, last saved before', { ...budget, ...ofBefore, parentId: 'q' }, null],
    ['moved, and somebody edited it', { ...budget, ...saved, parentId: 'q', size: 7 }, null],
    ['deleted just now', { ...removed, ...saved, modifiedBy: ada }, ada],
    ['deleted, last saved before', { ...removed, ...ofBefore, modifiedBy: ada }, null],
    ['edited, its time missing', { ...budget, modifiedAt: null, size: 7 }, bo],
    ['renamed, its time missing', { ...budget, modifiedAt: null, name: 'b' }, null],
  ])('%s', (_, item, who) => {
    expect(only({ known: [budget], set: [item] }).who).toEqual(who)
  })

  const followedAt = since + 4_600 // Graph's times have whole seconds
  test.each([
    ['in the very second in which following began', since + 4_000, ada],
    ['in the second before', since + 3_000, null],
  ])('made %s, was done by whoever made it, if it can be news', (_, createdAt, who) => {
    const made = { ...budget, createdAt, modifiedAt: createdAt }
    expect(only({ followedAt, set: [made] })).toMatchObject({ kind: 'added', who })
  })

  test('of a copy with old dates was done by nobody known', () => {
    expect(only({ set: [{ ...budget, modifiedAt: now }] }).who).toBeNull()
  })

  test('restored was restored by nobody known: its modification may be from before the deletion', () => {
    const deleted = { ...remembered(budget, null), deletedAt: long }
    expect(only({ known: [deleted], set: [{ ...budget, ...saved }] })).toMatchObject({
      kind: 'restored',
      who: null,
    })
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
  expect(kinds({ known: [business], set: [{ ...business, id: '01abc' }] })).toEqual(['added budget.xlsx'])
})
