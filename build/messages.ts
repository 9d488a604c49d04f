import {
  isArgumentElement,
  isDateElement,
  isLiteralElement,
  isNumberElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  isTimeElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser'

/** What an argument of a message is: a text, a number, a moment, or one of these words. */
export type Argument =
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  | { readonly kind: 'moment' }
  | { readonly kind: 'one-of'; readonly words: readonly string[] }

/** What a message says itself, piece by piece; what is put in is left out. Throws where it is none. */
export function literalsOf(text: string): readonly string[] {
  const read = (elements: readonly MessageFormatElement[]): readonly string[] =>
    elements.flatMap((each) => {
      if (isLiteralElement(each)) return [each.value]
      if (isTagElement(each)) return read(each.children)
      if (isPluralElement(each) || isSelectElement(each))
        return Object.values(each.options).flatMap(({ value }) => read(value))
      return []
    })
  return read(parse(text))
}

/** The cases one plural or ordinal of a message tells apart: categories, and numbers like =0. */
export interface Counted {
  readonly type: 'cardinal' | 'ordinal'
  readonly name: string
  readonly cases: readonly string[]
}

/** Every plural of a message, those within others too. Throws where it is none. */
export function pluralsOf(text: string): readonly Counted[] {
  const read = (elements: readonly MessageFormatElement[]): readonly Counted[] =>
    elements.flatMap((each) => {
      if (isTagElement(each)) return read(each.children)
      if (!isPluralElement(each) && !isSelectElement(each)) return []
      const within = Object.values(each.options).flatMap(({ value }) => read(value))
      if (!isPluralElement(each)) return within
      const { pluralType: type = 'cardinal', value: name, options } = each
      return [{ type, name, cases: Object.keys(options) }, ...within]
    })
  return read(parse(text))
}

/** What a message takes and which tags it uses, both sorted by name. */
export interface Shape {
  readonly args: Readonly<Record<string, Argument>>
  readonly tags: readonly string[]
}

/** Reads a message; throws where it is none. */
export function shapeOf(text: string): Shape {
  const args = new Map<string, Argument>()
  const tags = new Set<string>()
  walk(parse(text), args, tags)
  const sorted = [...args].sort(([a], [b]) => (a < b ? -1 : 1))
  return { args: Object.fromEntries(sorted), tags: [...tags].sort() }
}

function walk(
  elements: readonly MessageFormatElement[],
  args: Map<string, Argument>,
  tags: Set<string>,
): void {
  for (const each of elements) {
    if (isArgumentElement(each)) args.set(each.value, args.get(each.value) ?? { kind: 'text' })
    if (isNumberElement(each)) args.set(each.value, { kind: 'number' })
    if (isDateElement(each) || isTimeElement(each)) args.set(each.value, { kind: 'moment' })
    if (isTagElement(each)) {
      tags.add(each.value)
      walk(each.children, args, tags)
    }
    if (isPluralElement(each)) args.set(each.value, { kind: 'number' })
    if (isSelectElement(each)) {
      const words = Object.keys(each.options).sort()
      args.set(each.value, { kind: 'one-of', words })
    }
    if (isPluralElement(each) || isSelectElement(each))
      for (const { value } of Object.values(each.options)) walk(value, args, tags)
  }
}

/** The keys of all messages with what each takes, as TypeScript. */
export function keysSource(texts: Readonly<Record<string, string>>): string {
  const shapes = new Map(Object.entries(texts).map(([key, text]) => [key, valuesOf(text)]))
  const lines = [...shapes].map(([key, values]) => `  '${key}': ${values ?? 'object'}\n`)
  const byValues = Map.groupBy(shapes, ([, values]) => values)
  const takes = [...byValues].flatMap(([values, found]) =>
    values === null
      ? []
      : [`  | { key: ${found.map(([key]) => `'${key}'`).join(' | ')}; values: ${values} }\n`],
  )
  return `// Written by \`npm run words\` from locales/en.json.

/** Every message with the values it takes. */
export interface Messages {
${lines.join('')}}

export type MessageKey = keyof Messages

/** The same by their values: the compiler compares these, and not each message with each. */
export type WithValues =
${takes.join('') || '  never\n'}`
}

function valuesOf(text: string): string | null {
  const args = Object.entries(shapeOf(text).args).map(([name, argument]) => `${name}: ${typeOf(argument)}`)
  return args.length > 0 ? `{ ${args.join('; ')} }` : null
}

function typeOf(argument: Argument): string {
  switch (argument.kind) {
    case 'text':
      return 'string'
    case 'number':
    case 'moment':
      return 'number'
    case 'one-of':
      return argument.words.map((word) => `'${word}'`).join(' | ')
  }
}
