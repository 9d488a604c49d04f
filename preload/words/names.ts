import { readableName } from './readable-name.ts'
import type { Words } from './words.ts'

/** Names are data: whatever is in them, they stay what they are and nothing else (interface.md 4). */

/** What would act instead of being shown: controls, line breaks, and marks that turn the direction of what follows. */
const acting = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const leftToRight =
  /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}])\p{L}/u
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The name as a person reads it, with each acting character shown as �. */
export const shown = (name: string): string => shownAsItIs(readableName(name))

/** The same, without reading it as percent-encoded: two names that differ in that alone are told apart. */
export function shownAsItIs(name: string): string {
  return name.toWellFormed().replace(acting, '\ufffd')
}

/** At most `longest` characters as a reader counts them: the middle goes, the extension stays. */
export function shortened(name: string, longest: number): string {
  if (name.length <= longest) return name
  const letters = [...graphemes.segment(name)].map(({ segment }) => segment)
  if (letters.length <= longest) return name
  const extension = /\.[^.\s]{1,8}$/.exec(name)?.[0].length ?? 0
  const room = Math.max(2, longest) - 1
  const tail = Math.min(room - 1, extension + Math.max(0, Math.floor((room - extension) / 3)))
  return `${letters.slice(0, room - tail).join('')}…${tail > 0 ? letters.slice(-tail).join('') : ''}`
}

/**
 * For plain text: a name written the other way than the language must neither reorder the sentence around it nor, as
 * its first word, turn all of it. Others stay as they are.
 */
export function isolated(text: string, { locale }: Pick<Words, 'locale'>): string {
  const otherWay = locale.direction === 'rtl' ? leftToRight : rightToLeft
  return otherWay.test(text) ? `\u2068${text}\u2069` : text
}

/** For plain text of nothing but names: it reads the way of the language. */
export const directed = (line: string, { locale }: Pick<Words, 'locale'>): string =>
  locale.direction === 'rtl' ? `\u200f${line}` : line

/** How somebody is called whose name Microsoft may not give. */
export function whoDid(who: { readonly name: string | null } | null, words: Words): string {
  return who?.name ?? words.phrase('person.someone')
}
