import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldCase, holds } from '../../../preload/words/fold.ts'

describe('what is typed finds what is written', () => {
  test.each([
    ['İSTANBUL ofisi.xlsx', 'istanbul', true],
    ['İzmir planı.docx', 'izmir', true],
    ['DİYARBAKIR.docx', 'diyarbakır', true],
    ['ISPARTA listesi.docx', 'ısparta', true],
    ['ışık.docx', 'IŞIK', true],
    ['Bob’s notes.docx', "bob's", true],
    ['Bob´s notes.docx', 'bob’s', true],
    ['Bob´s notes.docx'.normalize('NFKD'), 'bob’s', true],
    ['ʻŌlelo.docx', "'olelo", true],
    ['“Final” – v2.docx', '"final" - v2', true],
    ['non‑breaking.txt', 'non-breaking', true],
    ['Café.docx', 'Cafe\u0301', true],
    ['Café.docx', 'cafe', true],
    ['naïve Ångström.txt', 'naive angstrom', true],
    ['Łódź Øresund Đakovo.txt', 'lodz oresund dakovo', true],
    ['Þing æther cœur.txt', 'thing aether coeur', true],
    ['STRASSE.docx', 'straße', true],
    ['Straẞe.docx', 'strasse', true],
    ['ΛΟΓΟΣ.docx', 'λογος', true],
    ['λόγος.docx', 'ΛΟΓΟΣ', true],
    ['Ἀθῆναι ῼ.docx', 'αθηναι ω', true],
    ['Ёлка.docx', 'елка', true],
    ['ԵՒ և.docx', 'և', true],
    ['ეროვნული.docx', 'ᲔᲠᲝᲕᲜᲣᲚᲘ', true],
    ['ﬁnal ﬀ.docx', 'final ff', true],
    ['ＦＵＬＬ　width.docx', 'full width', true],
    ['ﾃﾞｰﾀ.xlsx', 'データ', true],
    ['ﬀ ſ K Å.txt', 'ff s k a', true],
    ['مُحَمَّد.docx', 'محمد', true],
    ['كـــتاب.docx', 'كتاب', true],
    ['کتاب ی.docx', 'كتاب ي', true],
    ['أحمد إلى آل.docx', 'احمد الي ال', true],
    ['می‌خواهم ۱۲۳.docx', 'میخواهم 123', true],
    ['שָׁלוֹם.docx', 'שלומ', true],
    ['ल़ड़का.docx', 'लडका', true],
    ['한글.hwp', '한글'.normalize('NFD'), true],
    ['soft\u00adhyphen.txt', 'softhyphen', true],
    ['100%_done.xlsx', '%_d', true],
    ['100 done.xlsx', '%', false],
    ['budget.xlsx', 'budgets', false],
    ['कि.txt', 'का', false],
    ['か.txt', 'が', false],
  ])('%s and %s: %s', (name, typed, finds) => {
    expect(holds(name, typed)).toBe(finds)
    expect(holds(name.toUpperCase(), typed.toLowerCase())).toBe(finds)
  })
})

const anyText = fc.string({ unit: 'grapheme' })
const anyUnits = fc.string({ unit: 'binary' })

test('folding what is folded changes nothing, and letter case and normal form make no difference', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, anyUnits), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
      for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(fold(text.normalize(form))).toBe(fold(text))
      expect(fold(text.toLowerCase())).toBe(fold(text))
      expect(fold(text.toUpperCase())).toBe(fold(text))
    }),
    { numRuns: 2_000 },
  )
})

test('so it is for each letter of the basic plane', () => {
  const letters = Array.from({ length: 0xd800 }, (_, unit) => String.fromCharCode(unit))
  const odd = letters.filter((letter) => {
    const folded = fold(letter)
    return [folded, letter.toUpperCase(), letter.toLowerCase()].some((each) => fold(each) !== folded)
  })
  expect(odd).toEqual([])
})

test('a part of a text is found in it', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (a, b, c) => {
      // two letters that Unicode joins into one, such as ㄷ and ㅏ, are no longer parts
      fc.pre((a + b + c).normalize('NFKC') === [a, b, c].map((each) => each.normalize('NFKC')).join(''))
      expect(holds(a + b + c, b)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('a pattern counts letters: folding keeps their number', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(Array.from(foldCase(text))).toHaveLength(Array.from(text.normalize('NFC')).length)
      expect(foldCase(foldCase(text))).toBe(foldCase(text))
    }),
    { numRuns: 2_000 },
  )
  expect([foldCase('İSTANBUL'), foldCase('ΛΟΓΟΣ'), foldCase('Straße')]).toEqual([
    'istanbul',
    'λογοσ',
    'straße',
  ])
  expect(foldCase('Café')).not.toBe(foldCase('Cafe'))
})
