import { describe, expect, expectTypeOf, test } from 'vitest'
import { localeOf } from '../../../preload/words/locale.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import { plainText, pseudoTexts } from '../../../preload/words/pseudo.ts'
import { wordsOf } from '../../../preload/words/words.ts'
import { english, language } from '../../words.ts'

describe('the locale', () => {
  test.each([
    [['en-US'], 'en-US', 'h12'],
    [['en-GB', 'en-US'], 'en-GB', 'h23'],
    [['de-DE'], 'en-DE', 'h23'],
    [['de-DE', 'en-IE'], 'en-IE', 'h23'],
    [['fr'], 'en-FR', 'h23'],
    [['pt-BR'], 'en-001', 'h23'], // no English is written there
    [['ko-KR'], 'en-001', 'h12'],
    [['en_GB.UTF-8'], 'en-GB', 'h23'],
    [['C'], 'en-US', 'h12'],
    [[], 'en-US', 'h12'],
  ])('of %j', (preferred, formats, hourCycle) =>
    expect(localeOf('en', preferred)).toEqual({ language: 'en', formats, hourCycle, direction: 'ltr' }),
  )

  test('of another language, where it is at home', () => {
    expect(localeOf('de', ['de-CH']).formats).toBe('de-CH')
    expect(localeOf('de', ['en-US']).formats).toBe('de')
  })
})

describe('a sentence', () => {
  test('has its names as parts of their own', () => {
    expect(
      english.parts('notice.moved', { who: 'Ada', item: 'a.txt', old: '', place: 'Plans' } as never),
    ).toEqual([
      { text: 'Ada', strong: true },
      { text: ' moved ', strong: false },
      { text: 'a.txt', strong: true },
      { text: ' to ', strong: false },
      { text: 'Plans', strong: false },
    ])
  })

  test('leaves names as they are', () => {
    expect(english.phrase('notice.added', { who: '<b>{who}</b>', item: "it's # {n}" })).toBe(
      "<b>{who}</b> added it's # {n}",
    )
  })

  test('counts as the person writes numbers', () => {
    const swiss = wordsOf({ ...language, locale: localeOf('en', ['de-CH']) })
    expect(swiss.phrase('notice.count.added', { n: 12_000 })).toBe("12'000 added")
    expect(english.phrase('notice.count.added', { n: 12_000 })).toBe('12,000 added')
  })

  test.each([
    ['a message that there is not', { key: 'delivery.found.of-another-version' }],
    ['a message called as what every object has', { key: 'toString' }],
    ['a value that is missing', { key: 'delivery.found.hmac' }],
    ['no value at all', { key: 'catalogue.title.resource', values: { resource: null } }],
    ['such a fact within', { key: 'catalogue.title.resource', values: { resource: { key: 'no' } } }],
  ])('kept by another version, with %s, breaks nothing', (_, fact) => {
    expect(english.say(fact as Message).trim()).not.toMatch(/undefined|function/)
  })

  test('is a fact until it is said, and so are the facts in it', () => {
    const fact: Message = {
      key: 'rule.not-from',
      values: { names: { key: 'person.count', values: { who: { key: 'rule.guests' }, n: 2 } } },
    }
    expect(english.say(fact)).toBe('not from guests 2')
    expectTypeOf<{ key: 'rule.not-from' }>().not.toExtend<Message>()
    expectTypeOf<{ key: 'no.such-key' }>().not.toExtend<Message>()
  })
})

describe('measures', () => {
  const american = wordsOf({ ...language, locale: localeOf('en', ['en-US']) }, 'UTC')
  const german = wordsOf({ ...language, locale: localeOf('en', ['de-DE']) }, 'UTC')
  const at = Date.parse('2026-11-19T16:20:07Z')

  test('times follow the region', () => {
    expect(american.clock(at)).toBe('4:20 PM')
    expect(german.clock(at)).toBe('16:20')
    expect(german.exactClock(at)).toBe('16:20:07')
    expect(american.fullDate(at)).toBe('November 19, 2026')
    expect(american.until(at + 86_400_000, at)).toBe('tomorrow 4:20 PM')
  })

  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [1023, '1,023 bytes'],
    [1536, '1.5 KB'],
    [14 * 1024, '14 KB'],
    [3 * 1024 ** 3, '3 GB'],
    [2000 * 1024 ** 4, '2,000 TB'],
  ])('%i bytes are %s', (bytes, text) => expect(english.bytes(bytes)).toBe(text))

  test.each([
    [-5, '0 seconds', '0 seconds'],
    [1000, '1 second', '1 second'],
    [38_900, '38 seconds', '38 seconds'],
    [60_000, '1 minute', '1 minute'],
    [69_600_000, '19 hours', '19 hours, 20 minutes'],
    [26 * 86_400_000 + 4 * 3_600_000, '26 days', '26 days, 4 hours'],
  ])('%i ms are %s, or %s', (ms, one, two) => {
    expect(english.span(ms)).toBe(one)
    expect(english.span(ms, 2)).toBe(two)
  })

  test.each([
    ['en', -5, '0 seconds ago', 'in 0 seconds'],
    ['en', 38_900, '38 seconds ago', 'in 38 seconds'],
    ['en', 26 * 86_400_000 + 4 * 3_600_000, '26 days ago', 'in 26 days'],
    ['de', 2 * 86_400_000, 'vor 2 Tagen', 'in 2 Tagen'],
    ['fr', 60_000, 'il y a 1 minute', 'dans 1 minute'],
    ['pl', 60_000, '1 minutę temu', 'za 1 minutę'],
    ['ar', 2 * 60_000, 'قبل دقيقتين', 'خلال دقيقتين'],
  ])('in %s, %i ms ago or ahead are said with the right case', (name, ms, ago, ahead) => {
    const words = wordsOf({ ...language, locale: localeOf(name, []) })
    expect([words.ago(ms), words.ahead(ms)]).toEqual([ago, ahead])
  })

  test.each([
    [5.4, '5 ms'],
    [3400, '3.4 secs'],
  ])('an answer took %i ms: %s', (ms, text) => expect(english.answerTime(ms)).toBe(text))

  test('lists', () => {
    expect(english.list(['a', 'b', 'c'], 'and')).toBe('a, b and c')
    expect(american.list(['a', 'b', 'c'], 'or')).toBe('a, b, or c')
  })

  test.each([
    ['en-GB', 'a, b, c'],
    ['pl', 'a, b, c'],
    ['ko', 'a, b, c'],
    ['ja', 'a、b、c'],
    ['zh-Hans-CN', 'a、b、c'],
    ['ar-EG', 'a، b، c'],
  ])('a list without an "and" has the commas of %s', (tag, expected) => {
    const { list } = wordsOf({ ...language, locale: localeOf(tag, [tag]) })
    expect(list(['a', 'b', 'c'], 'commas')).toBe(expected)
  })
})

describe('the made-up language', () => {
  const pseudo = wordsOf({ ...language, texts: pseudoTexts(language.texts) })

  test('changes every message, and says the same', () => {
    const said = pseudo.phrase('notice.burst.added', { who: 'Ada', n: 2, thing: 'file', place: 'Plans' })
    expect(said).toBe('[!! Ada ååddééd 2 fïïlééš ïïñ Plans !!]')
    const texts: Readonly<Record<string, string>> = pseudoTexts(language.texts)
    for (const [key, text] of Object.entries(language.texts)) expect(texts[key]).not.toBe(text)
  })

  test('shows what does not come from the messages', () => {
    const said = pseudo.phrase('notice.added', { who: 'Ada', item: 'a.txt' })
    expect(plainText(`${said} · Plans and more`, ['Plans'])).toEqual(['and', 'more'])
    expect(plainText(said)).toEqual([])
  })
})
