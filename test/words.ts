import { SpokenLanguage } from '../main/desktop/language.ts'
import { logTo } from '../main/kit/log.ts'
import type { LanguageName } from '../preload/words/languages.ts'
import type { Message } from '../preload/words/phrase.ts'
import texts from '../preload/words/locales/en.json' with { type: 'json' }
import { localeOf } from '../preload/words/locale.ts'
import { pseudoTexts } from '../preload/words/pseudo.ts'
import { type Language, type Words, wordsOf } from '../preload/words/words.ts'

/** English, for somebody in Britain. */
export const language: Language = { locale: localeOf('en', ['en-GB']), texts }

/** The made-up one, in which every message is another. */
export const pseudoLanguage: Language = { ...language, texts: pseudoTexts(texts) }

/** Another one, for somebody whose system prefers it. */
export async function languageOf(name: LanguageName): Promise<Language> {
  const speaker = { log: logTo(() => {}), preferred: [name], isPackaged: true }
  return (await SpokenLanguage.open(name, speaker)).value
}

/** In the computer's time zone. */
export const english: Words = wordsOf(language)

/** In another one. */
export const englishIn = (timeZone: string): Words => wordsOf(language, timeZone)

/** A fact that reads as this text. */
export const reads = (text: string): Message => ({
  key: 'catalogue.title.resource',
  values: { resource: text },
})
