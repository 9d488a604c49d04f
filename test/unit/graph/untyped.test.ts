import { describe, expect, test } from 'vitest'
import { addressIn, canonicalId, canonicalSharePointId, idIn, nameIn } from '../../../main/graph/untyped.ts'

describe('one spelling per id', () => {
  test.each([
    ['a personal account', 'B6B8AA1E4D0B1F5A', 'b6b8aa1e4d0b1f5a'],
    ['one that lost its leading zero', '6B8AA1E4D0B1F5A', '06b8aa1e4d0b1f5a'],
    ['a single digit', 'a', '000000000000000a'],
    ['an object id', 'B2E4F6A8-0C1D-4E3F-9A5B-7C8D9E0F1A2B', 'b2e4f6a8-0c1d-4e3f-9a5b-7c8d9e0f1a2b'],
    ['the drive of a site, whose case tells drives apart', 'b!-AbC_dEf', 'b!-AbC_dEf'],
    ['a longer row of digits', 'ABCDEF0123456789A', 'ABCDEF0123456789A'],
    ['a name in place of an id', 'Grace', 'Grace'],
    ['nothing', '', ''],
  ])('%s', (_, id, spelling) => {
    expect(canonicalId(id)).toBe(spelling)
    expect(canonicalId(spelling)).toBe(spelling)
  })
})

test.each([
  ['{0C9A1B2D-3E4F-4A5B-8C6D-7E8F9A0B1C2D}', '0c9a1b2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d'],
  ['Contoso.sharepoint.com,0C9A1B2D,7E8F', 'contoso.sharepoint.com,0c9a1b2d,7e8f'],
])('sites and lists are the same with braces and without: %s', (id, spelling) => {
  expect(canonicalSharePointId(id)).toBe(spelling)
})

const marks = '\u0301'.repeat(500)

test.each<[string, unknown, string | null]>([
  ['is what it is', 'budget.xlsx', 'budget.xlsx'],
  ['may be as long as a path', 'x'.repeat(400), 'x'.repeat(400)],
  ['of 1 MB is cut', 'x'.repeat(2 ** 20), 'x'.repeat(400)],
  ['is not cut within a letter', `${'x'.repeat(399)}😀`, 'x'.repeat(399)],
  [
    'has no more than ten marks on a letter',
    `e${marks}x${marks}.txt`,
    `e${marks.slice(0, 10)}x${marks.slice(0, 10)}.txt`.slice(0, 400),
  ],
  ['of 1 MB in marks is cut', `e${'\u0301'.repeat(2 ** 20)}`, `e${marks.slice(0, 10)}`],
  ['keeps what scripts need', 'שָׁלוֹם ที่นี่ ཧཱུྃ', 'שָׁלוֹם ที่นี่ ཧཱུྃ'],
  ['is no number', 7, null],
  ['is not nothing', '', null],
])('a name %s', (_, given, expected) => {
  expect(nameIn(given)).toBe(expected)
})

test('an id or an address that is too long for one is unknown, for cut it would be another', () => {
  expect([idIn('i'.repeat(400)), idIn('i'.repeat(401))]).toEqual(['i'.repeat(400), null])
  expect([addressIn('a'.repeat(4_000)), addressIn('a'.repeat(4_001))]).toEqual(['a'.repeat(4_000), null])
})
