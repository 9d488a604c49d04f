import type { Message } from '../preload/words/phrase.ts'
import texts from '../preload/words/locales/en.json' with { type: 'json' }
import { localeOf } from '../preload/words/locale.ts'
import { pseudoTexts } from '../preload/words/pseudo.ts'
import { type Language, type Words, wordsOf } from '../preload/words/words.ts'

/** English, for somebody in Britain. */
export const language: Language = { locale: localeOf('en', ['en-GB']), texts }

/** The made-up one, in which every message is another. */
export const pseudoLanguage: Language = { ...language, texts: pseudoTexts(texts) }

/** In the computer's time zone. */
export const english: Words = wordsOf(language)

/** In another one. */
export const englishIn = (timeZone: string): Words => wordsOf(language, timeZone)

/** A fact that reads as this text. */
export const reads = (text: string): Message => ({
  key: 'catalogue.title.resource',
  values: { resource: text },
})
