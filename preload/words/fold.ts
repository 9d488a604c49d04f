/** Letters that Unicode does not take apart, or whose capital is another letter's: as people type who have no such key. */
const latin = 'ı i ȷ j ς σ ł l ø o đ d ð d ħ h ŧ t æ ae œ oe þ th'
/** Persian letters beside the Arabic ones, and those that look otherwise at the end of a word. */
const others = 'ى ي ی ي ک ك ة ه ך כ ם מ ן נ ף פ ץ צ'
const letters = new Map(
  Array.from(`${latin} ${others}`.matchAll(/(\S+) (\S+)/g), ([, from, to]) => [from, to]),
)
const letter = new RegExp(`[${[...letters.keys()].join('')}]`, 'g')

/** What only marks a letter's form or how it is said: accents, points, stretching, joiners. Vowels of Indic scripts stay. */
const marks = new RegExp(
  `[${[
    '\\u0300-\\u036f\\u0483-\\u0487\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f', // accents
    '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7', // Hebrew
    '\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed', // Arabic
    '\\u0711\\u0730-\\u074a', // Syriac
    '\\u093c\\u09bc\\u0a3c\\u0abc\\u0b3c\\u0cbc', // the dot below of Indic letters
    '\\ufe00-\\ufe0f\\p{Cf}', // what is not seen
  ].join('')}]`,
  'gu',
)

const quotes = /[‘’‚‛′´ʹʻʼʽˈꞌ＇]/g
const doubleQuotes = /[“”„‟″«»＂]/g
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g
const digits = /[\u0660-\u0669\u06f0-\u06f9]/g

/**
 * Text as it is searched, the same for every way to write it, in doubt too much alike, whatever the computer's language.
 * The history keeps its words so: whoever changes this folds them anew (migrations.ts).
 */
export function fold(text: string): string {
  if (/^[\n -~]*$/.test(text)) return text.toLowerCase()
  return text
    .replace(quotes, "'") // before they are taken apart into a space and an accent
    .normalize('NFKD')
    .replaceAll(' \u0301', "'") // an acute accent alone, taken apart
    .replaceAll('\u0345', 'ι') // as its capital has it
    .replace(marks, '')
    .toLowerCase() // ẞ is ß, and only then SS
    .toUpperCase()
    .toLowerCase()
    .replace(letter, (each) => letters.get(each) ?? each)
    .normalize('NFKD') // capitals of some letters are two: ŉ, և
    .replace(marks, '')
    .replace(quotes, "'")
    .replace(doubleQuotes, '"')
    .replace(dashes, '-')
    .replace(digits, (each) => String((each.codePointAt(0) ?? 0) & 0xf))
    .normalize('NFC')
}

/** The same letters for a reader, in whatever form of Unicode they were written. */
export const isSameText = (a: string, b: string): boolean => a === b || a.normalize() === b.normalize()

/** Does a text hold what was typed? */
export const holds = (text: string, typed: string): boolean => fold(text).includes(fold(typed.trim()))

/** Text in which letter case alone makes no difference, letter by letter: for patterns, which count letters. */
export function foldCase(text: string): string {
  return Array.from(text.normalize('NFC'), foldLetter).join('')
}

function foldLetter(each: string): string {
  if (each === 'İ' || each === 'ı') return 'i'
  const folded = each.toUpperCase().toLowerCase()
  const single = Array.from(folded).length === 1 ? folded : each.toLowerCase()
  return single === 'ς' ? 'σ' : single
}
