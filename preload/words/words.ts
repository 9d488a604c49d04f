/**
 * Every sentence a person can read is data in locales/: one flat file of ICU messages for each language, keys by
 * subject. `Words` says them in one language. It is a value, made once and handed to whoever words something; when the
 * language changes, another one takes its place.
 *
 * What is kept on disk, decided, or sent to the window is a fact, a {@link Message} or a kind of one's own, and is
 * worded where it is shown:
 *
 *     const why: Message = { key: 'cause.offline' }                    // where it is known
 *     words.say(why)                                                      // where it is read
 *     words.phrase('notice.detail.story', { n, time: words.clock(since) })  // a sentence on the spot
 *
 * To change wording, open locales/en.json; after adding a key or an argument, `npm run words`.
 */
import type { MessageKey } from './keys.ts'
import type { Locale } from './locale.ts'
import { type Measures, measures } from './measures.ts'
import { type Message, type Part, type Piece, saying, type Texts, type ValuesOf } from './phrase.ts'
import { type Times, times } from './times.ts'

/** What the words of one language are made of: main reads it, and hands it to the window. */
export interface Language {
  readonly locale: Locale
  readonly texts: Texts
}

/** All that can be said in one language, in one person's way of writing numbers and times. */
export interface Words extends Measures, Times {
  readonly locale: Locale
  /** A sentence as plain text. */
  readonly phrase: <K extends MessageKey>(key: K, ...values: ValuesOf<K>) => string
  /** A sentence in parts, each name a part of its own. */
  readonly parts: <K extends MessageKey>(key: K, ...values: ValuesOf<K>) => readonly Part[]
  /** A sentence in pieces, each with its tag: for links and the like. */
  readonly pieces: <K extends MessageKey>(key: K, ...values: ValuesOf<K>) => readonly Piece[]
  /** A fact as plain text. */
  readonly say: (message: Message) => string
}

/** Makes the words of a language; times are the system's zone's, or the one's given. */
export function wordsOf({ locale, texts }: Language, timeZone?: string): Words {
  const pieces = saying(texts, locale)
  const phrase = (key: MessageKey, values?: object) =>
    pieces(key, values)
      .map(({ text }) => text)
      .join('')
  const say = ({ key, values }: Message): string => {
    try {
      const said = Object.entries(values ?? {}).map(([name, value]) => [
        name,
        typeof value === 'object' ? say(value as Message) : value,
      ])
      return phrase(key, Object.fromEntries(said))
    } catch {
      return '' // kept by another version, it may name a message or a value that there is not
    }
  }
  return {
    locale,
    phrase,
    parts: (key, ...values) => pieces(key, ...values).map(({ text, tag }) => ({ text, strong: tag === 'b' })),
    pieces,
    say,
    ...measures(locale),
    ...times(locale, phrase, timeZone),
  }
}
