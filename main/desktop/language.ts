import { allLanguages, languageLike, type LanguageName } from '../../preload/words/languages.ts'
import { localeOf } from '../../preload/words/locale.ts'
import { pseudoTexts } from '../../preload/words/pseudo.ts'
import type { SettingsView } from '../../preload/contract/settings.ts'
import { type Language, type Words, wordsOf } from '../../preload/words/words.ts'
import { Listeners } from '../kit/listeners.ts'
import type { Log } from '../kit/log.ts'

type Texts = Language['texts']

const textsIn = async (file: Promise<{ readonly default: Texts }>): Promise<Texts> => (await file).default

/** How the messages of each language are read. */
type Files = Readonly<Partial<Record<LanguageName, () => Promise<Texts>>>>

/** Each a file of its own, read when the language is first spoken. */
const shipped: Files = {
  de: () => textsIn(import('../../preload/words/locales/de.json', { with: { type: 'json' } })),
  en: english,
  es: () => textsIn(import('../../preload/words/locales/es.json', { with: { type: 'json' } })),
  fr: () => textsIn(import('../../preload/words/locales/fr.json', { with: { type: 'json' } })),
  it: () => textsIn(import('../../preload/words/locales/it.json', { with: { type: 'json' } })),
  nl: () => textsIn(import('../../preload/words/locales/nl.json', { with: { type: 'json' } })),
  pl: () => textsIn(import('../../preload/words/locales/pl.json', { with: { type: 'json' } })),
  'pt-BR': () => textsIn(import('../../preload/words/locales/pt-BR.json', { with: { type: 'json' } })),
  ar: () => textsIn(import('../../preload/words/locales/ar.json', { with: { type: 'json' } })),
  ja: () => textsIn(import('../../preload/words/locales/ja.json', { with: { type: 'json' } })),
  'zh-Hans': () => textsIn(import('../../preload/words/locales/zh-Hans.json', { with: { type: 'json' } })),
  ko: () => textsIn(import('../../preload/words/locales/ko.json', { with: { type: 'json' } })),
  /** Made of English, to see what does not come from the messages. */
  pseudo: async () => pseudoTexts(await english()),
}

function english(): Promise<Texts> {
  return textsIn(import('../../preload/words/locales/en.json', { with: { type: 'json' } }))
}

interface Speaker {
  readonly log: Log
  /** Where the messages are: what is shipped. */
  readonly files?: Files
  /** The system's languages, most wanted first; the first also says how numbers and times are written. */
  readonly preferred: readonly string[]
  /** An installed copy has no made-up language, and the environment has no say in it. */
  readonly isPackaged: boolean
  /** What the environment asks for. */
  readonly asked?: string | undefined
}

/** The languages that can be chosen here. */
const languagesOffered = ({ isPackaged, files = shipped }: Speaker): readonly LanguageName[] =>
  allLanguages.filter((name) => name in files && (name !== 'pseudo' || !isPackaged))

/** The language to speak: the chosen one, or by the system's first language that there is. */
export function languageFor(choice: SettingsView['language'], speaker: Speaker): LanguageName {
  const offered = languagesOffered(speaker)
  const find = (name: string | undefined) => offered.find((each) => each === name)
  const bySystem = speaker.preferred.map((tag) => languageLike(tag, offered)).find(Boolean)
  return find(choice) ?? (speaker.isPackaged ? undefined : find(speaker.asked)) ?? bySystem ?? 'en'
}

/** The language everything is said in now. Its words are a value: whoever keeps them says things as before. */
export class SpokenLanguage {
  readonly #speaker: Speaker
  readonly #changed = new Listeners<void>()
  #name: LanguageName
  #value: Language
  #words: Words

  private constructor(name: LanguageName, value: Language, speaker: Speaker) {
    this.#name = name
    this.#speaker = speaker
    this.#value = value
    this.#words = wordsOf(value)
  }

  /** Speaks what is chosen in Settings. */
  static async open(choice: SettingsView['language'], speaker: Speaker): Promise<SpokenLanguage> {
    const name = languageFor(choice, speaker)
    return new SpokenLanguage(name, await read(name, speaker), speaker)
  }

  get value(): Language {
    return this.#value
  }

  get words(): Words {
    return this.#words
  }

  get offered(): readonly LanguageName[] {
    return languagesOffered(this.#speaker)
  }

  /** Speaks what is chosen from now on; of two choices in a row, the later one. */
  async choose(choice: SettingsView['language']): Promise<void> {
    const name = languageFor(choice, this.#speaker)
    if (name === this.#name) return
    this.#name = name
    const value = await read(name, this.#speaker)
    if (name !== this.#name) return
    this.#value = value
    this.#words = wordsOf(value)
    this.#changed.emit()
  }

  onChange(listener: () => void): Disposable {
    return this.#changed.add(listener)
  }
}

/** A file that cannot be read is no reason to say nothing: English is said instead. */
async function read(name: LanguageName, speaker: Speaker): Promise<Language> {
  const { preferred, log, files = shipped } = speaker
  try {
    const texts = await (files[name] ?? english)()
    return { locale: localeOf(name === 'pseudo' ? 'en' : name, preferred), texts }
  } catch (error) {
    if (name === 'en') throw error
    log.error('messages not read, English is spoken', { language: name, why: String(error) })
    return await read('en', speaker)
  }
}
