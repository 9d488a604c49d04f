import { describe, expect, test } from 'vitest'
import { keysSource, shapeOf } from '../../../build/messages.ts'
import { textsOf } from '../../../build/sentences.ts'
import { type Sources, wordProblems } from '../../../build/words-check.ts'

const fine: Sources = {
  english: { 'notice.edited': '<b>{who}</b> edited {n, plural, one {# file} other {# files}}' },
  notes: {},
  others: {
    de: { 'notice.edited': '{n, plural, one {# Datei} other {# Dateien}} von <b>{who}</b> bearbeitet' },
  },
  allowed: {},
  same: {},
  named: [/^notice\.([a-z0-9-]+)$/u],
  putIn: new Set(['edited', 'count', 'a', 'b']),
}

describe('messages', () => {
  test('are fine', () => expect(wordProblems(fine)).toEqual([]))

  test.each<[string, Partial<Sources>]>([
    ['en.json: nothing uses notice.edited', { named: [/^notice$/u] }],
    ['en.json: nothing uses notice.edited', { putIn: new Set(['added']) }],
    [
      'en.json: notice.edited says "told"',
      { english: { 'notice.edited': 'You were told {who} {n, number}<b></b>' } },
    ],
    [
      'en.json: edited is no key like "notice.edited"',
      { english: { edited: '' }, named: [/^edited$/u], others: {} },
    ],
    ['en.json: a.a is out of order', { english: { 'a.b': '', 'a.a': '' }, named: [/^a/u], others: {} }],
    [
      'en.json: notice.edited uses an unknown tag, em',
      { english: { 'notice.edited': '<em>{who}</em>' }, others: {} },
    ],
    ['de.json: notice.edited is missing', { others: { de: {} } }],
    ['de.json: there is no notice.added', { others: { de: { ...fine.others['de'], 'notice.added': '' } } }],
    [
      'de.json: notice.edited takes other arguments or tags than in English',
      { others: { de: { 'notice.edited': '{who} bearbeitet' } } },
    ],
    [
      'de.json: notice.edited counts {n} by few, other, not by one, other',
      { others: { de: { 'notice.edited': '<b>{who}</b> {n, plural, few {# Datei} other {# Dateien}}' } } },
    ],
    [
      'pl.json: notice.edited counts {n} by one, other, not by few, many, one, other',
      { others: { pl: { 'notice.edited': '<b>{who}</b> {n, plural, one {# plik} other {# pliki}}' } } },
    ],
    [
      'de.json: notice.edited names other numbers of {n} than in English',
      { others: { de: { 'notice.edited': '<b>{who}</b> {n, plural, =0 {} one {# Datei} other {#}}' } } },
    ],
    ['de.json: notice.edited is in English', { others: { de: fine.english } }],
    [
      'de.json: notice.edited is partly in English',
      { others: { de: { 'notice.edited': '<b>{who}</b> {n, plural, one {the} other {# Dateien}}' } } },
    ],
    [
      'de.json: notice.edited is empty, or begins or ends with a space',
      { others: { de: { 'notice.edited': '<b>{who}</b> {n, plural, one {#} other {#}} ' } } },
    ],
    ['words-same.json: "OneDrive" is the same nowhere', { same: { all: ['OneDrive'] } }],
    ['words-allowed.json: notice.edited needs no leave', { allowed: { 'notice.edited': 'why not' } }],
    ['en.notes.json: there is no notice.added', { notes: { 'notice.added': 'a note' } }],
  ])('%s', (problem, wrong) => expect(wordProblems({ ...fine, ...wrong })).toContain(problem))

  test('a number may be counted where English only writes it', () => {
    const english = { 'notice.count': '{n, number} new' }
    const fr = { 'notice.count': '{n, plural, one {# nouveau} many {# de nouveaux} other {# nouveaux}}' }
    expect(wordProblems({ ...fine, english, others: { fr } })).toEqual([])
  })

  test.each([
    ['names are', { all: ['OneDrive'] }],
    ['words of both languages are, in that language alone', { de: ['OneDrive'], fr: ['Solution'] }],
  ])('the same in another language: %s', (_, same) => {
    const english = { 'notice.a': 'OneDrive', 'notice.b': '{who} · {n, number} –' }
    expect(wordProblems({ ...fine, english, others: { de: english }, same })).toEqual([])
  })

  test('one that cannot be read says so', () => {
    const problems = wordProblems({ ...fine, english: { 'notice.edited': '{who' }, others: {} })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('en.json: notice.edited cannot be read: ')
  })

  test.each([
    'Heard 3 seconds ago',
    'Wake it',
    'Tell me',
    'A notice',
    '{n, plural, one {# digest} other {}}',
    'Your organisation',
    'It was cancelled',
    'The colour',
  ])('"%s" is worded in a way nobody speaks', (text) =>
    expect(wordProblems({ ...fine, english: { 'notice.edited': text }, others: {} })).toHaveLength(1),
  )

  test('names of arguments and parts of words are free', () => {
    const english = { 'notice.edited': '{digest} foretold noticed' }
    expect(wordProblems({ ...fine, english, others: {} })).toEqual([])
  })
})

test('keys are typed by what their messages take', () => {
  const texts = {
    'a.b': '{who} {n, plural, other {{it, select, file {file} other {item}}}} {at, time}',
    'a.c': '',
  }
  expect(keysSource(texts)).toContain(
    "  'a.b': { at: number; it: 'file' | 'other'; n: number; who: string }\n  'a.c': object\n",
  )
  expect(shapeOf('<b>{who}</b>').tags).toEqual(['b'])
})

describe('sentences in code', () => {
  test.each([
    ["const a = 'This is one.'", 'This is one.'],
    ["const a = 'Sign out'", 'Sign out'],
    ["const a = 'and it ends.'", 'and it ends.'],
    ['const a = `No access to ${name}`', 'No access to 0'],
    ['const a = <p>Nothing here yet</p>', 'Nothing here yet'],
    ['const a = <p title="Nothing here" />', 'Nothing here'],
    ["const a = b as 'x' | 'y' ? say('It is so') : null", 'It is so'],
  ])('%s', (source, text) => {
    expect(textsOf('a.tsx', source).sentences).toEqual([{ text, line: 1 }])
  })

  test.each([
    "import a from './A file.ts'",
    "// It's a comment.\nconst a = 'two words'",
    "log.warn('Not shown now', {})",
    "this.#parts.log.warn('Not shown now', {})",
    "throw new Error('This must not be.')",
    "class GraphError extends Error {}\nnew GraphError('It went wrong.')",
    "database.run('SELECT name FROM changes')",
    "type A = 'This is a type.'",
    "const a = { 'Content Type': 1 }",
    "const a = 'One'",
    "const a = 'Bearer ' + token",
    "makeStyles({ a: { gridArea: 'Head foot.' } })",
  ])('%s: none', (source) => expect(textsOf('a.tsx', source).sentences).toEqual([]))

  test('keys are named whole, or with steps put in, but never by what is put in alone', () => {
    const { named } = textsOf('a.ts', "say('notice.edited', `rule.kind.${kind}`, `${one}.${other}`)")
    const names = (key: string) => named.some((pattern) => pattern.test(key))
    expect(['notice.edited', 'rule.kind.added', 'rule.kind.added.why', 'rule', 'a.b'].map(names)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  test('what may be put in is spelled somewhere: as a text, a type, a name of a property, or a step', () => {
    const source = "type A = 'a' | 1; const b = { c: 2, 'd-e': `f.${c}-g` }; interface H { i: string }"
    const { putIn } = textsOf('a.ts', source)
    expect(['a', '1', 'c', 'd-e', 'f', 'i'].filter((word) => !putIn.has(word))).toEqual([])
    expect(['A', 'b', 'H', 'string'].filter((word) => putIn.has(word))).toEqual([])
  })
})
