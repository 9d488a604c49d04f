import { expect, test } from 'vitest'
import { languageFor, SpokenLanguage } from '../../../main/desktop/language.ts'

test('another language is spoken from its choice on, by words made anew', async () => {
  const language = await SpokenLanguage.open('en', { preferred: ['en-GB'], isPackaged: false })
  const before = language.words
  const heard: string[] = []
  using _ = language.onChange(() => heard.push(language.words.phrase('person.someone')))
  await language.choose('pseudo')
  expect(heard).toEqual(['[!! Šöömééööñéé !!]'])
  expect(before.phrase('person.someone')).toBe('Someone')
  expect(language.value.locale).toEqual({ language: 'en', formats: 'en-GB', hourCycle: 'h23' })
})

test('of two choices in a row, the later one is spoken; the same again changes nothing', async () => {
  const language = await SpokenLanguage.open('en', { preferred: ['en-GB'], isPackaged: false })
  let changes = 0
  using _ = language.onChange(() => changes++)
  await Promise.all([language.choose('pseudo'), language.choose('en')])
  expect(language.words.phrase('person.someone')).toBe('Someone')
  await language.choose('system')
  expect(changes).toBe(1)
})

test.each([
  ['system', ['en-GB'], false, 'pseudo', 'pseudo'],
  ['system', ['en-GB'], true, 'pseudo', 'en'],
  ['system', ['en-GB'], false, 'xx', 'en'],
  ['system', ['fi-FI', 'en_GB.UTF-8'], true, undefined, 'en'],
  ['system', ['C'], true, undefined, 'en'],
  ['system', [], true, undefined, 'en'],
  ['en', ['en-GB'], false, 'pseudo', 'en'],
  ['pseudo', ['en-GB'], false, undefined, 'pseudo'],
  ['pseudo', ['en-GB'], true, undefined, 'en'],
] as const)(
  'chosen %s, system %j, packaged %s, asked for %s: %s',
  (choice, preferred, isPackaged, asked, name) => {
    expect(languageFor(choice, { preferred, isPackaged, asked })).toBe(name)
  },
)
