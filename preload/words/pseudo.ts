import {
  isLiteralElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser'
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js'
import type { Texts } from './phrase.ts'

/** A made-up language: English with accents, a third longer, in [!! brackets !!]; arguments and tags stay. What is
 * not changed on screen is not in the files of messages, and what does not fit will not fit in German. */
export function pseudoTexts(english: Texts): Texts {
  return Object.fromEntries(
    Object.entries(english).map(([key, text]) => [key, `[!! ${printAST(parse(text).map(accented))} !!]`]),
  ) as Texts
}

/** The words in a text that are not of the made-up language: plain letters outside of its brackets, and of names. */
export function plainText(text: string, names: readonly string[] = []): readonly string[] {
  const rest = [...names]
    .sort((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, ' '), outside(text))
  return rest.match(/\p{L}{2,}/gu) ?? []
}

/** What stands outside of the outermost brackets. */
function outside(text: string): string {
  let depth = 0
  return text
    .split(/(\[!!|!!\])/u)
    .filter((piece) => {
      if (piece === '[!!') depth++
      if (piece === '!!]') depth = Math.max(0, depth - 1)
      return depth === 0 && piece !== '!!]'
    })
    .join(' ')
}

function accented(element: MessageFormatElement): MessageFormatElement {
  if (isLiteralElement(element)) return { ...element, value: longer(element.value) }
  if (isTagElement(element)) return { ...element, children: element.children.map(accented) }
  if (isPluralElement(element) || isSelectElement(element)) {
    const options = Object.entries(element.options).map(([name, { value }]) => [
      name,
      { value: value.map(accented) },
    ])
    return { ...element, options: Object.fromEntries(options) }
  }
  return element
}

const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aåeéiïoöuüyýcçnñsšzžAÅEÉIÏOÖUÜYÝCÇNÑSŠZŽ'.matchAll(/(.)(.)/gu)].map(([, from = '', to = '']) => [
    from,
    to,
  ]),
)

/** Each word's vowels are said twice, so that it is longer as well. */
const longer = (text: string): string =>
  text.replaceAll(/[a-z]/giu, (letter) => {
    const accent = accents[letter] ?? letter
    return /[aeiou]/u.test(letter) ? accent + accent : accent
  })
