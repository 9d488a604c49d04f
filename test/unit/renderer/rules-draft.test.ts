import { english } from '../../words.ts'
import { describe, expect, test } from 'vitest'
import { rulesSchema } from '../../../preload/contract/rule-schemas.ts'
import { defaultRules, type Rules } from '../../../preload/contract/rules.ts'
import {
  differs,
  type Draft,
  draftOf,
  editingOf,
  followed,
  patternOf,
  putBack,
  rulesOf,
  tellsNothing,
  withKind,
  withSomeone,
  withTyped,
} from '../../../renderer/rules/rules-draft.ts'
import { parseMegabytes, megaparseMegabytes } from '../../../renderer/rules/megabytes.ts'
import { someoneAmong } from '../../../renderer/rules/someone-among.ts'
import { usualHours } from '../../../renderer/ui/usual-hours.ts'
import { rules } from '../../window/sample-details.ts'

const ada = { kind: 'person', id: 'ada', name: 'Ada Okafor' } as const
const fresh = draftOf(defaultRules, usualHours)
const edited = (base: Rules, change: (draft: Draft) => Draft) => ({
  base,
  draft: change(draftOf(base, usualHours)),
})
const adding = (draft: Draft): Draft => withKind(draft, 'moved', true)

describe('a draft', () => {
  test.each([defaultRules, rules])('of rules gives the same rules, and they pass the border', (given) => {
    const same = rulesOf(draftOf(given, usualHours))
    expect(same).toEqual(rulesSchema.parse(same))
    expect(differs(editingOf(given, usualHours))).toBe(false)
  })

  test.each<[string, (draft: Draft) => Draft, boolean]>([
    ['a kind turned off', (draft) => withKind(draft, 'moved', false), true],
    ['off and on again', (draft) => withKind(withKind(draft, 'moved', false), 'moved', true), false],
    ['only, nobody named', (draft) => ({ ...draft, people: { kind: 'only', who: [] } }), true],
    [
      'somebody named behind "everyone"',
      (draft) => ({ ...withSomeone(draft, ada), people: { kind: 'everyone', who: [ada] } }),
      false,
    ],
    ['a pattern being typed', (draft) => ({ ...draft, typed: { glob: '*.x', not: false } }), true],
    ['spaces being typed', (draft) => ({ ...draft, typed: { glob: '  ', not: true } }), false],
    ['hours behind "none"', (draft) => ({ ...draft, quiet: { ...draft.quiet, kind: 'none' } }), true],
    ['another time, not daily', (draft) => ({ ...draft, often: { kind: 'at-once', at: '09:00' } }), false],
    ['daily', (draft) => ({ ...draft, often: { ...draft.often, kind: 'daily' } }), true],
  ])('%s', (_, change, expected) => {
    expect(differs(edited(defaultRules, change))).toBe(expected)
  })

  test('what a choice hides comes back with it', () => {
    const named = withSomeone({ ...fresh, people: { kind: 'only', who: [] } }, ada)
    const everyone: Draft = { ...named, people: { ...named.people, kind: 'everyone' } }
    expect(rulesOf(everyone).people).toEqual({ kind: 'everyone' })
    expect(rulesOf({ ...everyone, people: { ...everyone.people, kind: 'except' } }).people).toEqual({
      kind: 'except',
      who: [ada],
    })
  })

  test('nobody is named twice', () => {
    expect(withSomeone(withSomeone(fresh, ada), { ...ada, name: 'A. Okafor' }).people.who).toEqual([ada])
  })
})

describe('when the rules in force change', () => {
  const muted: Rules = { ...defaultRules, apps: false }
  test('an untouched draft follows them', () => {
    expect(followed(editingOf(defaultRules, usualHours), muted, usualHours).draft.apps).toBe(false)
  })
  test('a touched one stays, and differs from them', () => {
    const touched = edited(rules, adding)
    const next = followed(touched, muted, usualHours)
    expect(next).toEqual({ base: muted, draft: touched.draft })
    expect(differs(next)).toBe(true)
  })
  test('a saved one no longer differs', () => {
    const touched = edited(rules, adding)
    expect(differs(followed(touched, rulesOf(touched.draft), usualHours))).toBe(false)
  })
})

test.each([
  ['*.xlsx', false, { glob: '*.xlsx', not: false }],
  ['  *.xlsx ', true, { glob: '*.xlsx', not: true }],
  ['not Plans/Old/**', false, { glob: 'Plans/Old/**', not: true }],
  ['!*.tmp', false, { glob: '*.tmp', not: true }],
  ['notes.txt', false, { glob: 'notes.txt', not: false }],
  [' ', false, null],
  ['!', false, null],
])('%j typed, to leave out: %j', (glob, not, expected) => {
  expect(patternOf({ glob, not })).toEqual(expected)
})

test('a typed pattern is taken once', () => {
  const typed = withTyped({ ...fresh, typed: { glob: '!*.tmp', not: false } })
  expect(typed.patterns).toEqual([{ glob: '*.tmp', not: true }])
  expect(withTyped({ ...typed, typed: { glob: 'not *.tmp', not: false } })).toEqual(typed)
})

test.each<[Partial<Rules>, boolean]>([
  [{}, false],
  [{ kinds: [] }, true],
  [{ people: { kind: 'only', who: [] } }, true],
  [{ people: { kind: 'except', who: [] } }, false],
  [{ size: { least: 2, most: 1 } }, true],
  [{ size: { least: 1, most: 1 } }, false],
])('%o tells nothing: %s', (change, expected) => {
  expect(tellsNothing({ ...defaultRules, ...change })).toBe(expected)
})

test.each([
  ['', null],
  [' 2.5 ', 2_500_000],
  ['0,5', 500_000],
  ['.5', 500_000],
  ['0', 0],
  ['two', 'bad'],
  ['-1', 'bad'],
  ['1e3', 'bad'],
  ['99999999', 'bad'],
] as const)('%j megabytes are %j bytes', (text, expected) => {
  expect(parseMegabytes(text)).toBe(expected)
})

test.each([null, 0, 500_000, 2_500_000])('%j bytes are shown as they can be typed', (bytes) => {
  expect(parseMegabytes(megaparseMegabytes(bytes))).toBe(bytes)
})

test('who can still be named: guests first, nobody twice, nobody unknown', () => {
  const people = [
    { key: 'ada', id: 'ada', name: 'Ada Okafor', kind: 'person', changes: 3 },
    { key: 'robot', id: null, name: 'Contract Robot', kind: 'app', changes: 2 },
    { key: 'someone', id: null, name: 'Someone', kind: 'someone', changes: 1 },
  ] as const
  const names = (text: string, known: Parameters<typeof someoneAmong>[2]) =>
    someoneAmong(people, text, known, english).map(({ name }) => name)
  expect(names('', [])).toEqual(['Guests', 'Ada Okafor', 'Contract Robot'])
  expect(names('OKA', [])).toEqual(['Ada Okafor'])
  expect(names('', [ada, { kind: 'guests' }])).toEqual(['Contract Robot'])
})

test('what was removed comes back where it was', () => {
  expect(putBack(['a', 'c'], 1, 'b')).toEqual(['a', 'b', 'c'])
  expect(putBack([], 3, 'b')).toEqual(['b'])
})
