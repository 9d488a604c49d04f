import { describe, expect, test } from 'vitest'
import type { StoredChange } from '../../../main/history/stored-change.ts'
import { latestChange } from '../../../main/activity/history-rows.ts'
import { isolated, shortened, shown } from '../../../preload/words/names.ts'
import { detail, plain, sentence, traySentence } from '../../../main/notices/change-sentence.ts'
import { aChange } from '../history/a-change.ts'
import { localeOf } from '../../../preload/words/locale.ts'
import { wordsOf } from '../../../preload/words/words.ts'
import { english, language } from '../../words.ts'

const said = (facts: Partial<StoredChange>, isOwn = false) =>
  plain(sentence(aChange(facts), english, { isOwn }), english)

describe('sentences (interface.md 4)', () => {
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
    [
      { kind: 'moved-and-renamed', itemKind: 'folder', name: 'Done', oldName: 'Open', alongside: 2 },
      'Ada Okafor moved Open to Plans as Done, with 2 items',
    ],
    [{ kind: 'unshared' }, 'Ada Okafor stopped sharing budget.xlsx'],
    [{ kind: 'sharing-changed' }, 'Ada Okafor changed who can open budget.xlsx'],
    [{ kind: 'malware' }, 'Microsoft flagged budget.xlsx as malware'],
    [{ kind: 'changed' }, 'Ada Okafor changed budget.xlsx'],
    [{ kind: 'appeared' }, 'budget.xlsx appeared in Plans'],
    [{ name: null }, 'Ada Okafor edited an item'],
    [{ who: { kind: 'application', id: 'x', name: 'Scanner', email: null } }, 'Scanner edited budget.xlsx'],
    [{ who: { kind: 'user', id: 'x', name: null, email: null } }, 'Someone edited budget.xlsx'],
  ])('%o', (facts, expected) => expect(said(facts)).toBe(expected))

  test('own changes say You', () => expect(said({}, true)).toBe('You edited budget.xlsx'))

  test('names stand out', () => {
    expect(sentence(aChange({ kind: 'renamed', oldName: 'b' }), english)).toEqual([
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
    expect(isolated(shown(name), english)).toBe(name)
  })
})

describe('in a language read from right to left', () => {
  const arabic = wordsOf({
    locale: localeOf('ar', ['ar-EG']),
    texts: { ...language.texts, 'notice.edited': '<b>{who}</b>: تعديل <b>{item}</b>' },
  })

  test.each([
    ['budget.xlsx', '\u2068Ada Okafor\u2069: تعديل \u2068budget.xlsx\u2069'],
    ['الميزانية.xlsx', '\u2068Ada Okafor\u2069: تعديل \u2068الميزانية.xlsx\u2069'],
    ['الميزانية', '\u2068Ada Okafor\u2069: تعديل الميزانية'],
    ['2027', '\u2068Ada Okafor\u2069: تعديل 2027'],
  ])('names written the other way turn no sentence: %s', (name, expected) =>
    expect(plain(sentence(aChange({ name }), arabic), arabic)).toBe(expected),
  )
})

describe('the tray', () => {
  test('shortens the item first', () => {
    expect(traySentence(aChange(), english)).toBe('Ada Okafor edited budget.xlsx')
    expect(traySentence(aChange({ name: 'Minutes of the general meeting.docx' }), english)).toBe(
      'Ada Okafor edited Minutes …ing.docx',
    )
  })

  test('keeps a person whole and leaves out where a thing went', () => {
    const who = { kind: 'user', id: 'c', name: 'Chiara Esposito', email: null } as const
    const name = 'Offer steel frame rev B.pdf'
    expect(traySentence(aChange({ kind: 'renamed', who, name, oldName: 'Offer.pdf' }), english)).toBe(
      'Chiara Esposito renamed Offe… B.pdf',
    )
    expect(traySentence(aChange({ kind: 'moved', who, name: 'Handover' }), english)).toBe(
      'Chiara Esposito moved Handover',
    )
  })

  test.each(['renamed', 'moved-and-renamed', 'deleted', 'sharing-changed'] as const)(
    'a line fits: %s',
    (kind) => {
      const long = 'x'.repeat(400)
      const who = { kind: 'user', id: 'a', name: long, email: null } as const
      const change = aChange({ kind, who, name: long, oldName: long, place: [long] })
      expect(latestChange(change, english).sentence.length).toBeLessThanOrEqual(35)
    },
  )
})

test.each([
  ['added', 'Ada Okafor added Scaffold late to Risks'],
  ['edited', 'Ada Okafor edited Scaffold late in Risks'],
  ['deleted', 'Ada Okafor deleted Scaffold late from Risks'],
  ['restored', 'Ada Okafor restored Scaffold late'],
] as const)('an entry of a list that was %s', (kind, text) => {
  const entry = { itemKind: 'entry', name: 'Scaffold late', driveName: 'Risks', place: [] } as const
  expect(plain(sentence(aChange({ ...entry, kind }), english), english)).toBe(text)
})

test.each([
  ['anonymous', 'Anyone with the link can open it'],
  ['organization', 'People in your organization can open it'],
  ['users', null],
] as const)('shared with scope %s', (scope, expected) => {
  const change = aChange({ kind: 'shared', detail: { shared: { scope, with: [] } } })
  expect(detail(change, english)).toBe(expected)
})

test('whom something was shared with loses the middle of a long name', () => {
  const change = aChange({ kind: 'shared', detail: { shared: { scope: 'users', with: ['x'.repeat(400)] } } })
  expect(plain(sentence(change, english, { longest: 12 }), english)).toBe(
    'Ada Okafor shared budget.xlsx with xxxxxxxx…xxx',
  )
})
