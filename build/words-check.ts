import { tagNames } from '../preload/words/phrase.ts'
import { literalsOf, pluralsOf, shapeOf } from './messages.ts'

/** One file of messages, or of notes on them. */
export type Texts = Readonly<Record<string, string>>

/** What the messages are checked against. */
export interface Sources {
  readonly english: Texts
  readonly notes: Texts
  /** The other languages, by name. */
  readonly others: Readonly<Record<string, Texts>>
  /** Forbidden words that a message may hold, by its key, with the reason. */
  readonly allowed: Texts
  /** Texts that are the same in other languages: names in "all" of them, words of both in the others. */
  readonly same: Readonly<Record<string, readonly string[]>>
  /** Texts in the code that may name a message, as patterns that catch what is put in. */
  readonly named: readonly RegExp[]
  /** What code can put in: a message that needs another word is out of its reach. */
  readonly putIn: ReadonlySet<string>
}

/** Words that only we understood. */
const forbidden =
  /\b(told|tells? me|heard|anew|snoozed|wake|digest|notices?|polling|whoever|hitherto|taken in)\b/iu

/** How Britons spell what Americans spell otherwise. */
const british =
  /\b(\w*(behaviou|colou|favou|honou|neighbou)r\w*|\w*(authori|organi|recogni|minimi|summari|synchroni)s(e[sdr]?|ing|ations?)|(cancel|label)(led|ling)|centres?|licences?|grey)\b/iu

/** What is wrong with the messages, each in one line: those that are missing, left over, out of order, or worded in a way nobody speaks. */
export function wordProblems({
  english,
  notes,
  others,
  allowed,
  same,
  named,
  putIn,
}: Sources): readonly string[] {
  const keys = Object.keys(english)
  const isUsed = (key: string) =>
    named.some((pattern) =>
      pattern
        .exec(key)
        ?.slice(1)
        .every((word) => putIn.has(word)),
    )
  return [
    ...orderProblems('en.json', keys),
    ...orderProblems('en.notes.json', Object.keys(notes)),
    ...keys.flatMap((key) => {
      const text = english[key] ?? ''
      const problems = shapeProblems('en.json', key, text)
      if (problems.length > 0) return problems
      return [
        ...(isUsed(key) ? [] : [`en.json: nothing uses ${key}`]),
        ...wordingProblems(key, text, key in allowed),
      ]
    }),
    ...Object.keys(notes).flatMap((key) => (key in english ? [] : [`en.notes.json: there is no ${key}`])),
    ...Object.keys(allowed).flatMap((key) =>
      forbidden.test(english[key] ?? '') ? [] : [`words-allowed.json: ${key} needs no leave`],
    ),
    ...Object.entries(others).flatMap(([name, texts]) => languageProblems(name, texts, english)),
    ...leftInEnglish(others, english, same),
  ]
}

function wordingProblems(key: string, text: string, isAllowed: boolean): readonly string[] {
  const said = literalsOf(text)
  const word = said.flatMap((each) => forbidden.exec(each)?.[0] ?? [])[0]
  const spelled = said.flatMap((each) => british.exec(each)?.[0] ?? [])[0]
  return [
    ...(word === undefined || isAllowed ? [] : [`en.json: ${key} says "${word}"`]),
    ...(spelled === undefined ? [] : [`en.json: ${key} spells "${spelled}" as in Britain`]),
  ]
}

function languageProblems(name: string, texts: Texts, english: Texts): readonly string[] {
  const missing = Object.keys(english).filter((key) => !(key in texts))
  return [
    ...orderProblems(`${name}.json`, Object.keys(texts)),
    ...missing.map((key) => `${name}.json: ${key} is missing`),
    ...Object.entries(texts).flatMap(([key, text]) => {
      const original = english[key]
      if (original === undefined) return [`${name}.json: there is no ${key}`]
      const problems = shapeProblems(`${name}.json`, key, text)
      if (problems.length > 0) return problems
      const isSame = JSON.stringify(shapeOf(text)) === JSON.stringify(shapeOf(original))
      if (!isSame) return [`${name}.json: ${key} takes other arguments or tags than in English`]
      return [...caseProblems(name, key, text, original), ...blankProblems(name, key, text, original)]
    }),
  ]
}

/** A plural tells apart what the language does, no more and no less, and each number that English names. */
function caseProblems(name: string, key: string, text: string, original: string): readonly string[] {
  const numbers = (cases: readonly string[]) => cases.filter((each) => each.startsWith('=')).sort()
  const numbered = new Map(pluralsOf(original).map((each) => [each.name, numbers(each.cases).join(' ')]))
  return pluralsOf(text).flatMap(({ type, name: argument, cases }) => {
    const wanted = new Intl.PluralRules(name, { type }).resolvedOptions().pluralCategories.toSorted()
    const given = cases.filter((each) => !each.startsWith('=')).sort()
    return [
      ...(given.join(' ') === wanted.join(' ')
        ? []
        : [`${name}.json: ${key} counts {${argument}} by ${given.join(', ')}, not by ${wanted.join(', ')}`]),
      ...(numbers(cases).join(' ') === (numbered.get(argument) ?? '')
        ? []
        : [`${name}.json: ${key} names other numbers of {${argument}} than in English`]),
    ]
  })
}

/** A translation is neither empty nor padded where English is not. */
function blankProblems(name: string, key: string, text: string, original: string): readonly string[] {
  const isBlank = text.trim() === '' && original.trim() !== ''
  const isPadded = /^\s|\s$/u.test(text) && !/^\s|\s$/u.test(original)
  return isBlank || isPadded ? [`${name}.json: ${key} is empty, or begins or ends with a space`] : []
}

/** Words that are in every English sentence, and in none of another language here. */
const plainEnglish = /\b(the|your|you|with|can’t|doesn’t|isn’t|aren’t|couldn’t)\b/iu

/** What nobody translated, and what is said to be the same in vain. */
function leftInEnglish(others: Sources['others'], english: Texts, same: Sources['same']): readonly string[] {
  const used = new Set<string>()
  const left = Object.entries(others).flatMap(([name, texts]) =>
    Object.entries(texts).flatMap(([key, text]) => {
      if (!isRead(text)) return []
      const said = literalsOf(text).join(' ')
      if (text !== english[key])
        return plainEnglish.test(said) ? [`${name}.json: ${key} is partly in English`] : []
      const lists = ['all', name].filter((each) => same[each]?.includes(text))
      for (const list of lists) used.add(`${list} ${text}`)
      return lists.length > 0 || !/\p{L}{2}/u.test(said) ? [] : [`${name}.json: ${key} is in English`]
    }),
  )
  const unused = Object.entries(same).flatMap(([list, texts]) =>
    list !== 'all' && !(list in others) ? [] : texts.filter((text) => !used.has(`${list} ${text}`)),
  )
  return [...left, ...unused.map((text) => `words-same.json: "${text}" is the same nowhere`)]
}

function isRead(text: string): boolean {
  try {
    return literalsOf(text).length > 0
  } catch {
    return false
  }
}

const keyForm = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/u
const tags = new Set<string>(tagNames)

function shapeProblems(file: string, key: string, text: string): readonly string[] {
  if (!keyForm.test(key)) return [`${file}: ${key} is no key like "notice.edited"`]
  try {
    const unknown = shapeOf(text).tags.filter((tag) => !tags.has(tag))
    return unknown.map((tag) => `${file}: ${key} uses an unknown tag, ${tag}`)
  } catch (error) {
    return [`${file}: ${key} cannot be read: ${error instanceof Error ? error.message : String(error)}`]
  }
}

const orderProblems = (file: string, keys: readonly string[]): readonly string[] => {
  const at = keys.findIndex((key, index) => index > 0 && key < (keys[index - 1] ?? ''))
  return at === -1 ? [] : [`${file}: ${keys[at]} is out of order`]
}
