import { describe, expect, test } from 'vitest'
import type { StoredChange } from '../../../main/history/stored-change.ts'
import { historyRow, latestChange } from '../../../main/notices/history-row.ts'
import { isolated, shortened, shown } from '../../../main/notices/names.ts'
import { isOwn } from '../../../main/notices/people.ts'
import { judge } from '../../../main/notices/rules.ts'
import { plain, reason, sentence, traySentence } from '../../../main/notices/wording.ts'
import { aChange } from '../history/a-change.ts'

const said = (facts: Partial<StoredChange>, isOwn = false) => plain(sentence(aChange(facts), { isOwn }))

describe('sentences (ui.md 4)', () => {
  test.each<[Partial<StoredChange>, string]>([
    [{ kind: 'added' }, 'Ada Okafor added budget.xlsx'],
    [{ kind: 'edited' }, 'Ada Okafor edited budget.xlsx'],
    [{ kind: 'renamed', oldName: 'b.xlsx' }, 'Ada Okafor renamed b.xlsx to budget.xlsx'],
    [{ kind: 'moved', place: ['Finance', 'Old'] }, 'Ada Okafor moved budget.xlsx to Old'],
    [{ kind: 'moved', place: [] }, 'Ada Okafor moved budget.xlsx to My files'],
    [{ kind: 'moved-and-renamed', oldName: 'b' }, 'Ada Okafor moved b to Plans as budget.xlsx'],
    [{ kind: 'deleted', who: null }, 'Someone deleted budget.xlsx'],
    [{ kind: 'deleted', who: null, name: null }, 'Someone deleted an item in Plans'],
    [{ kind: 'deleted', who: null, name: null, place: [] }, 'Someone deleted an item in My files'],
    [{ kind: 'deleted', name: 'Plans', alongside: 1 }, 'Ada Okafor deleted Plans and 1 item'],
    [{ kind: 'deleted', name: 'Plans', alongside: 1_214 }, 'Ada Okafor deleted Plans and 1,214 items'],
    [{ kind: 'restored' }, 'Ada Okafor restored budget.xlsx'],
    [{ kind: 'shared' }, 'Ada Okafor shared budget.xlsx'],
    [{ kind: 'unshared' }, 'Ada Okafor stopped sharing budget.xlsx'],
    [{ kind: 'sharing-changed' }, 'Ada Okafor changed who can open budget.xlsx'],
    [{ kind: 'malware' }, 'Microsoft flagged budget.xlsx as malware'],
    [{ kind: 'appeared' }, 'budget.xlsx appeared in Plans'],
    [{ name: null }, 'Ada Okafor edited an item'],
    [{ who: { kind: 'application', id: 'x', name: 'Scanner' } }, 'Scanner edited budget.xlsx'],
    [{ who: { kind: 'user', id: 'x', name: null } }, 'Someone edited budget.xlsx'],
  ])('%o', (facts, expected) => expect(said(facts)).toBe(expected))

  test('own changes say You', () => expect(said({}, true)).toBe('You edited budget.xlsx'))

  test('names stand out', () => {
    expect(sentence(aChange({ kind: 'renamed', oldName: 'b' }))).toEqual([
      { text: 'Ada Okafor', strong: true },
      { text: ' renamed ', strong: false },
      { text: 'b', strong: false },
      { text: ' to ', strong: false },
      { text: 'budget.xlsx', strong: true },
    ])
  })

  test.each([
    [
      "{who} <b>it's</b> {n, plural, other {#}}",
      "Ada Okafor edited {who} <b>it's</b> {n, plural, other {#}}",
    ],
    ['100%20%.txt', 'Ada Okafor edited 100%20%.txt'],
    ['bell\u0007 and\nline\u2028.txt', 'Ada Okafor edited bell\ufffd and\ufffdline\ufffd.txt'],
    ['invoice\u202Efdp.exe', 'Ada Okafor edited invoice\ufffdfdp.exe'],
    ['half \ud83d.txt', 'Ada Okafor edited half \ufffd.txt'],
    ['👩‍👩‍👧 plan.txt', 'Ada Okafor edited 👩‍👩‍👧 plan.txt'],
    ['הצעה.docx', 'Ada Okafor edited \u2068הצעה.docx\u2069'],
    ['الميزانية.xlsx', 'Ada Okafor edited \u2068الميزانية.xlsx\u2069'],
  ])('a name stays a name: %s', (name, expected) => expect(said({ name })).toBe(expected))
})

describe('names', () => {
  test.each([
    ['short.txt', 20, 'short.txt'],
    ['a very long name of a report.docx', 20, 'a very lon…port.docx'],
    ['no extension in this long name', 12, 'no exten…ame'],
    ['👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧.txt', 8, '👩‍👩‍👧👩‍👩‍👧…👩‍👩‍👧.txt'],
    ['abc.def', 1, 'a…'],
  ])('%s in %i characters', (name, longest, expected) => expect(shortened(name, longest)).toBe(expected))

  test('plain ones are left exactly as they are', () => {
    const name = 'Pläne 2027 – final (2) & more 📄.xlsx'
    expect(isolated(shown(name))).toBe(name)
  })
})

describe('the tray', () => {
  test('shortens the item first', () => {
    expect(traySentence(aChange())).toBe('Ada Okafor edited budget.xlsx')
    expect(traySentence(aChange({ name: 'Minutes of the general meeting.docx' }))).toBe(
      'Ada Okafor edited Minutes …ing.docx',
    )
  })

  test('keeps a person whole and leaves out where a thing went', () => {
    const who = { kind: 'user', id: 'c', name: 'Chiara Esposito' } as const
    const name = 'Offer steel frame rev B.pdf'
    expect(traySentence(aChange({ kind: 'renamed', who, name, oldName: 'Offer.pdf' }))).toBe(
      'Chiara Esposito renamed Offe… B.pdf',
    )
    expect(traySentence(aChange({ kind: 'moved', who, name: 'Handover' }))).toBe(
      'Chiara Esposito moved Handover',
    )
  })

  test.each(['renamed', 'moved-and-renamed', 'deleted', 'sharing-changed'] as const)(
    'a line fits: %s',
    (kind) => {
      const long = 'x'.repeat(400)
      const who = { kind: 'user', id: 'a', name: long } as const
      const change = aChange({ kind, who, name: long, oldName: long, place: [long] })
      expect(latestChange(change).sentence.length).toBeLessThanOrEqual(35)
    },
  )
})

const by = (id: string | null, kind: 'user' | 'application' = 'user') =>
  aChange({ who: { kind, id, name: 'x' } })

describe('rules', () => {
  const context = {
    showNotices: true,
    tellOwnChanges: false,
    ownIds: new Set(['0a1b2c3d4e5f6071', 'AAAA-11']),
  }
  test.each([
    [by('0a1b2c3d4e5f6071'), true],
    [by('A1B2C3D4E5F6071'), true],
    [by('aaaa-11'), true],
    [by('aaaa-12'), false],
    [by('aaaa-11', 'application'), false],
    [by(null), false],
    [aChange({ who: null }), false],
  ])('own changes are recognised by id', (change, expected) => {
    expect(isOwn(change, context.ownIds)).toBe(expected)
    expect(judge(change, context)).toEqual(
      expected ? { kind: 'hold', verdict: 'own-change' } : { kind: 'tell' },
    )
  })

  test('settings decide', () => {
    const own = by('aaaa-11')
    expect(judge(own, { ...context, tellOwnChanges: true })).toEqual({ kind: 'tell' })
    expect(judge(by('x'), { ...context, showNotices: false })).toEqual({
      kind: 'hold',
      verdict: 'notices-off',
    })
  })
})

describe('a line of Activity', () => {
  test('has everything the window shows', () => {
    const change = aChange({
      id: '7',
      verdict: 'told',
      toldAt: 1,
      place: ['Finance', 'Plans'],
      subscriptionId: 's',
    })
    expect(historyRow(change, 'grace@lindenhof.example', false)).toEqual({
      id: '7',
      subscriptionId: 's',
      at: 1_000,
      kind: 'edited',
      who: { id: 'ada', name: 'Ada Okafor', kind: 'person' },
      sentence: sentence(change),
      place: ['My files', 'Finance', 'Plans'],
      account: 'grace@lindenhof.example',
      told: true,
      reason: 'Told',
      unseen: true,
      canOpen: true,
    })
  })

  test.each([
    [{ who: null }, false, 'someone'],
    [{ who: { kind: 'application', id: 'x', name: 'Scanner' } }, false, 'app'],
    [{}, true, 'you'],
  ] as const)('knows who it was: %o', (facts, own, kind) => {
    expect(historyRow(aChange(facts), '', own).who.kind).toBe(kind)
  })

  test.each<[Partial<StoredChange>, string]>([
    [{ verdict: 'told' }, 'Told'],
    [{ verdict: 'digest', toldAt: new Date(2026, 10, 19, 8, 40).getTime() }, 'In the digest of 08:40'],
    [{ verdict: 'own-change' }, 'Own change'],
    [{ verdict: 'notices-off' }, 'Notices off'],
    [{ verdict: 'refused' }, 'Refused by the system, kept here'],
    [{ verdict: null }, 'Not told yet'],
  ])('gives its reason: %o', (facts, expected) => expect(reason(aChange(facts))).toBe(expected))
})

test.each([
  ['added', 'Ada Okafor added Scaffold late to Risks'],
  ['edited', 'Ada Okafor edited Scaffold late in Risks'],
  ['deleted', 'Ada Okafor deleted Scaffold late from Risks'],
  ['restored', 'Ada Okafor restored Scaffold late'],
] as const)('an entry of a list that was %s', (kind, text) => {
  const entry = { itemKind: 'entry', name: 'Scaffold late', driveName: 'Risks', place: [] } as const
  expect(plain(sentence(aChange({ ...entry, kind })))).toBe(text)
})
