import { expect, test } from 'vitest'
import { SpokenLanguage, wantedLanguage } from '../../../main/desktop/language.ts'

test('another language is spoken from its choice on, by words made anew', async () => {
  const language = await SpokenLanguage.open('en', ['en-GB'])
  const before = language.words
  const heard: string[] = []
  using _ = language.onChange(() => heard.push(language.words.phrase('person.someone')))
  await language.choose('pseudo')
  expect(heard).toEqual(['[!! Šöömééööñéé !!]'])
  expect(before.phrase('person.someone')).toBe('Someone')
  expect(language.value.locale).toEqual({ language: 'en', formats: 'en-GB', hourCycle: 'h23' })
})

test('only a copy that is being built speaks the made-up language', () => {
  expect(wantedLanguage('pseudo', false)).toBe('pseudo')
  expect(wantedLanguage('pseudo', true)).toBe('en')
  expect(wantedLanguage('xx', false)).toBe('en')
  expect(wantedLanguage(undefined, false)).toBe('en')
})
