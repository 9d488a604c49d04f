import { expect, test } from 'vitest'
import { finishedPage } from '../../../main/accounts/sign-in/result-pages.ts'
import { allLanguages, languageLike } from '../../../preload/words/languages.ts'
import { localeOf } from '../../../preload/words/locale.ts'
import { wordsOf } from '../../../preload/words/words.ts'
import { language } from '../../words.ts'

test.each([
  ['de-CH', 'de'],
  ['en_GB.UTF-8', 'en'],
  ['es-419', 'es'],
  ['fr-CA', 'fr'],
  ['it_IT@euro', 'it'],
  ['nl-BE', 'nl'],
  ['pl', 'pl'],
  ['pt', 'pt-BR'],
  ['pt-BR', 'pt-BR'],
  ['pt_PT.UTF-8', 'pt-BR'],
  ['ar-EG', 'ar'],
  ['ja-JP', 'ja'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh_SG.UTF-8', 'zh-Hans'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh-TW', undefined],
  ['zh-HK', undefined],
  ['zh-Hant-CN', undefined],
  ['ko-KR', 'ko'],
  ['nb-NO', undefined],
  ['nn', undefined],
  ['da', undefined],
  ['ca-ES', undefined],
  ['fa-IR', undefined],
  ['C', undefined],
  ['POSIX', undefined],
  ['', undefined],
])('somebody whose system prefers %j reads %s', (tag, name) => {
  expect(languageLike(tag, allLanguages)).toBe(name)
})

test('of the languages there are, never the made-up one', () => {
  expect(languageLike('de', ['en', 'pseudo'])).toBeUndefined()
  expect(languageLike('en', ['pseudo', 'en'])).toBe('en')
})

test('Arabic alone is read from right to left, the page of the browser too', () => {
  const rtl = allLanguages
    .filter((name) => name !== 'pseudo')
    .filter((name) => localeOf(name, []).direction === 'rtl')
  expect(rtl).toEqual(['ar'])
  expect(finishedPage(wordsOf({ ...language, locale: localeOf('ar', ['ar-EG']) }))).toContain(
    '<html lang="ar" dir="rtl">',
  )
  expect(finishedPage(wordsOf(language))).toContain('<html lang="en" dir="ltr">')
})

test.each([
  ['pt-BR', ['pt-PT'], 'pt-PT'],
  ['pt-BR', ['de-DE'], 'pt-BR'],
  ['zh-Hans', ['zh-CN'], 'zh-CN'],
  ['zh-Hans', ['zh-TW'], 'zh-Hans'],
  ['zh-Hans', ['en-SG'], 'zh-Hans-SG'],
  ['ar', ['ar-EG'], 'ar-EG'],
  ['ar', ['en-US', 'ar-SA'], 'ar-SA'],
  ['de', ['en-AT'], 'de-AT'],
])('%s for somebody whose system prefers %j writes dates as %s', (name, preferred, formats) => {
  expect(localeOf(name, preferred).formats).toBe(formats)
})
