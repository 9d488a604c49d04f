import { describe, expect, test } from 'vitest'
import { languageFor, SpokenLanguage } from '../../../main/desktop/language.ts'
import { logTo } from '../../../main/kit/log.ts'
import english from '../../../preload/words/locales/en.json' with { type: 'json' }

const log = logTo(() => {})
const british = { log, preferred: ['en-GB'], isPackaged: false }

test('another language is spoken from its choice on, by words made anew', async () => {
  const language = await SpokenLanguage.open('en', british)
  const before = language.words
  const heard: string[] = []
  using _ = language.onChange(() => heard.push(language.words.phrase('person.someone')))
  await language.choose('pseudo')
  expect(heard).toEqual(['[!! Šöömééööñéé !!]'])
  expect(before.phrase('person.someone')).toBe('Someone')
  expect(language.value.locale).toEqual({
    language: 'en',
    formats: 'en-GB',
    hourCycle: 'h23',
    direction: 'ltr',
  })
})

test('of two choices in a row, the later one is spoken; the same again changes nothing', async () => {
  const language = await SpokenLanguage.open('en', british)
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
    expect(languageFor(choice, { log, preferred, isPackaged, asked })).toBe(name)
  },
)

describe('a language whose file', () => {
  const files = {
    en: () => Promise.resolve(english),
    de: () => Promise.resolve({ ...english, 'person.someone': 'Jemand' }),
    ar: () => Promise.reject(new Error('there is no such file')),
  }

  test('can be read is offered, and chosen by the system', async () => {
    const language = await SpokenLanguage.open('system', { ...british, preferred: ['de-AT', 'en'], files })
    expect(language.offered).toEqual(['de', 'en', 'ar'])
    expect(language.words.phrase('person.someone')).toBe('Jemand')
    expect(language.value.locale.formats).toBe('de-AT')
  })

  test.each(['open', 'choose'])('cannot be read leaves English, and a line in the log: %s', async (how) => {
    const lines: string[] = []
    const speaker = { ...british, files, log: logTo(({ level, text }) => lines.push(`${level} ${text}`)) }
    const language = await SpokenLanguage.open(how === 'open' ? 'ar' : 'de', speaker)
    if (how === 'choose') await language.choose('ar')
    expect(language.words.phrase('person.someone')).toBe('Someone')
    expect(language.value.locale).toMatchObject({ language: 'en', direction: 'ltr' })
    expect(lines).toEqual([
      'error messages not read, English is spoken language=ar why=Error: there is no such file',
    ])
  })

  test('is not there is not spoken, though it is chosen', async () => {
    const language = await SpokenLanguage.open('ja', { ...british, files })
    expect(language.value.locale.language).toBe('en')
  })
})
