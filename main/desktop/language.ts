import { localeOf } from '../../preload/words/locale.ts'
import { pseudoTexts } from '../../preload/words/pseudo.ts'
import { type Language, type Words, wordsOf } from '../../preload/words/words.ts'
import { Listeners } from '../kit/listeners.ts'

/** What there are messages for, and how they are read. */
const languages = {
  en: async () => (await import('../../preload/words/locales/en.json', { with: { type: 'json' } })).default,
  /** Made of English, to see what does not come from the messages. */
  pseudo: async () => pseudoTexts(await languages.en()),
}

export type LanguageName = keyof typeof languages

/** The language that the environment asks for, where nobody but us can: an installed Drivebell follows the person. */
export function wantedLanguage(name: string | undefined, isPackaged: boolean): LanguageName {
  return !isPackaged && name === 'pseudo' ? name : 'en'
}

/** The language everything is said in now. Its words are a value: whoever keeps them says things as before. */
export class SpokenLanguage {
  readonly #preferred: readonly string[]
  readonly #changed = new Listeners<void>()
  #value: Language
  #words: Words

  private constructor(value: Language, preferred: readonly string[]) {
    this.#preferred = preferred
    this.#value = value
    this.#words = wordsOf(value)
  }

  /** `preferred`: the system's languages, whose region says how numbers and times are written. */
  static async open(name: LanguageName, preferred: readonly string[]): Promise<SpokenLanguage> {
    return new SpokenLanguage(await read(name, preferred), preferred)
  }

  get value(): Language {
    return this.#value
  }

  get words(): Words {
    return this.#words
  }

  /** Speaks another language from now on. */
  async choose(name: LanguageName): Promise<void> {
    this.#value = await read(name, this.#preferred)
    this.#words = wordsOf(this.#value)
    this.#changed.emit()
  }

  onChange(listener: () => void): Disposable {
    return this.#changed.add(listener)
  }
}

async function read(name: LanguageName, preferred: readonly string[]): Promise<Language> {
  const texts = await languages[name]()
  return { locale: localeOf(name === 'pseudo' ? 'en' : name, preferred), texts }
}
