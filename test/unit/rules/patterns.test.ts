import { describe, expect, test } from 'vitest'
import { fileTypeOf } from '../../../main/rules/rule-match.ts'
import { globMatcher, pathOf } from '../../../main/rules/glob.ts'
import { patternLike, Patterns } from '../../../main/rules/patterns.ts'

const matched = (glob: string, path: string) => globMatcher(glob)?.(pathOf(path.split('/')))

describe('a glob means what people write', () => {
  test.each<[string, string, boolean]>([
    ['*.xlsx', 'Budget.XLSX', true],
    ['*.xlsx', 'Budget.xlsx.bak', false],
    ['*.XLSX', 'straße.xlsx', true],
    ['ÜBER*', 'über uns.docx', true],
    ['Cafe\u0301*', 'Café.txt', true],
    ['*', '.hidden', true],
    ['?.txt', '🌻.txt', true],
    ['?.txt', '.txt', false],
    ['*.{xlsx,docx}', 'a.docx', true],
    ['*.{xls{x,m},docx}', 'a.xlsm', true],
    ['*.{xlsx,docx}', 'a.pdf', false],
    ['plan-[0-9]*', 'Plan-7 b.dwg', true],
    ['plan-[!0-9]*', 'Plan-7 b.dwg', false],
    ['[]]x', ']x', true],
    ['[!]', '!', true],
    ['[!]', 'a', false],
    ['[^0-9]x', '7x', false],
    ['[^0-9]x', 'ax', true],
    ['[a-]x', '-x', true],
    ['[a-]x', 'bx', false],
    ['Report (1).xlsx', 'Report (1).xlsx', true],
    ['a+b$.txt', 'a+b$.txt', true],
    ['!final*', '!final.doc', true],
    ['Plans/**', 'Plans/Old/a.txt', true],
    ['Plans/**', 'plans', true],
    ['Plans/*', 'Plans/Old/a.txt', false],
    ['**/Old/**', 'Old/a.txt', true],
    ['**/Old/**', 'Plans/2026/Old/x/a.txt', true],
    ['**/Old/**', 'Plans/Older/a.txt', false],
    ['**/a/**/b/*.txt', 'a/a/b/c/b/d.txt', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c-b', false],
  ])('%s on %s: %s', (glob, text, fits) => {
    expect(matched(glob, text)).toBe(fits)
  })

  test('a name made to be slow is not', () => {
    const glob = `${'*a'.repeat(100)}b`
    expect(matched(glob, 'a'.repeat(400))).toBe(false)
    expect(matched(`${'**/a/'.repeat(60)}b`, `${'a/'.repeat(200)}c`)).toBe(false)
  })
})

test('patterns that cannot be read are named by their places, and decide nothing', () => {
  const globs = ['*.xlsx', '[abc', '{a,b', 'a}', '   ', '{a,b}'.repeat(20), '*.docx']
  const patterns = new Patterns(globs.map((glob) => ({ glob, not: false })))
  expect(patterns.bad).toEqual([1, 2, 3, 4, 5])
  expect(patterns.match({ name: 'a.txt', oldName: null, place: [] })).toEqual({
    kind: 'matches-none',
    globs: ['*.xlsx', '*.docx'],
  })
  expect(new Patterns([{ glob: '[', not: false }]).match({ name: 'a', oldName: null, place: [] })).toBeNull()
})

describe('of the name, or of the path when they hold a slash', () => {
  const inOld = { name: 'a.xlsx', oldName: null, place: ['Plans', 'Old'] }
  test.each<[string, { glob: string; not: boolean }[], Parameters<Patterns['match']>[0], string | null]>([
    ['none', [], inOld, null],
    ['wanted name', [{ glob: '*.xlsx', not: false }], inOld, null],
    ['path', [{ glob: 'Plans/**', not: false }], inOld, null],
    ['path from the top', [{ glob: '/Plans/**', not: false }], inOld, null],
    ['folder with a slash at its end', [{ glob: 'plans/old/', not: false }], inOld, null],
    ['backslashes', [{ glob: 'plans\\old\\*', not: false }], inOld, null],
    ['path elsewhere', [{ glob: 'Old/**', not: false }], inOld, 'matches-none'],
    ['unwanted', [{ glob: '**/Old/**', not: true }], inOld, 'matches'],
    [
      'unwanted wins',
      [
        { glob: '*.xlsx', not: false },
        { glob: 'a*', not: true },
      ],
      inOld,
      'matches',
    ],
    ['old name is wanted', [{ glob: 'b*', not: false }], { ...inOld, oldName: 'b.txt' }, null],
    ['old name is not unwanted', [{ glob: 'b*', not: true }], { ...inOld, oldName: 'b.txt' }, null],
    ['nameless', [{ glob: '*', not: false }], { ...inOld, name: null }, 'matches-none'],
    ['nameless, nothing wanted', [{ glob: '*', not: true }], { ...inOld, name: null }, null],
  ])('%s', (_name, patterns, change, match) => {
    expect(new Patterns(patterns).match(change)?.kind ?? null).toBe(match)
  })
})

test.each([
  ['Budget 2027.XLSX', '*.xlsx'],
  ['README', 'README'],
  ['.gitignore', '.gitignore'],
  ['[draft] {x}', '?draft? ?x?'],
])('%s is told by %s', (name, glob) => {
  expect(patternLike(name)).toBe(glob)
  expect(matched(glob, name)).toBe(true)
})

test.each([
  ['Budget.XLSX', 'spreadsheets'],
  ['a.tar.gz', 'archives'],
  ['Photo 🌻.HEIC', 'images'],
  ['plan.dwg', 'drawings'],
  ['README', null],
  ['.pdf', null],
  [null, null],
])('%s is of type %s', (name, type) => {
  expect(fileTypeOf(name)).toBe(type)
})
