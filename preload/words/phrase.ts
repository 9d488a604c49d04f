import { type Formatters, IntlMessageFormat } from 'intl-messageformat'
import type { MessageKey, Messages, WithValues } from './keys.ts'
import type { Locale } from './locale.ts'

/** The messages of one language, as its file in locales/ holds them. */
export type Texts = Readonly<Record<MessageKey, string>>

/** A piece of a sentence; names are strong. */
export interface Part {
  readonly text: string
  readonly strong: boolean
}

/** A piece of a sentence with the tag it stands in: `b` holds a name that stands out, `i` any other name. */
export interface Piece {
  readonly text: string
  readonly tag: string | null
}

/** What a message needs; of several keys, what all of them need. */
export type Values<K extends MessageKey> = (
  K extends MessageKey ? (each: Messages[K]) => void : never
) extends (all: infer V) => void
  ? Readonly<V>
  : never

/** Left out where the message needs nothing. */
export type ValuesOf<K extends MessageKey> = object extends Values<K> ? [] : [values: Values<K>]

/**
 * A fact to be worded where it is shown: its key names it. What is kept or crosses to the window is such a fact and
 * not a sentence. A value may be a fact itself: why a thing failed, within what failed.
 */
export type Message = PlainFact | FactOf<WithValues>

interface PlainFact {
  readonly key: PlainKey
  readonly values?: undefined
}

type FactOf<S> = S extends { key: infer K; values: infer V }
  ? { readonly key: K; readonly values: { readonly [A in keyof V]: Value<V[A]> } }
  : never

type Value<V> = string extends V ? V | Message : V

/** Messages that need no values. */
export type PlainKey = { [K in MessageKey]: object extends Messages[K] ? K : never }[MessageKey]

/** What stands behind a part of a key: of `catalogue.row`, the keys of rows. */
export type Below<Part extends string> = {
  [K in MessageKey]: K extends `${Part}.${infer Rest}` ? Rest : never
}[MessageKey]

/** A message as pieces of text; what the three ways of saying it are made of. */
export type Say = (key: MessageKey, values?: object) => readonly Piece[]

/** Says the messages of one language. Each is parsed when it is first said. */
export function saying(texts: Texts, { language, formats, hourCycle }: Locale): Say {
  const parsed = new Map<MessageKey, IntlMessageFormat>()
  const formatters: Formatters = {
    // plurals follow the language, numbers and times the person's region
    getPluralRules: (_language, options) => new Intl.PluralRules(language, options),
    getNumberFormat: (_language, options) => new Intl.NumberFormat(formats, options),
    getDateTimeFormat: (_language, options) => new Intl.DateTimeFormat(formats, { ...options, hourCycle }),
  }
  const message = (key: MessageKey) => {
    const known = parsed.get(key)
    if (known) return known
    const made = new IntlMessageFormat(texts[key], language, undefined, { formatters })
    parsed.set(key, made)
    return made
  }
  return (key, values = {}) =>
    [message(key).format<Piece>({ ...values, ...tags })]
      .flat()
      .map((chunk) => (typeof chunk === 'string' ? { text: chunk, tag: null } : chunk))
}

type Chunk = string | Piece

const textOf = (chunk: Chunk): string => (typeof chunk === 'string' ? chunk : chunk.text)

/** The tags that messages may use. */
export const tagNames = ['b', 'i', 'link'] as const

const tags = Object.fromEntries(
  tagNames.map((tag) => [tag, (chunks: readonly Chunk[]) => ({ text: chunks.map(textOf).join(''), tag })]),
)
