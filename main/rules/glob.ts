/** Reads file patterns as people write them: `*`, `?`, `**`, `[a-z]`, `{a,b}`; all else means itself. Never slower than name times pattern. */
import { foldCase } from '../../preload/words/fold.ts'

type Letter =
  { readonly kind: 'any-number' } | { readonly kind: 'one'; readonly fits: (letter: string) => boolean }
type Segment =
  | { readonly kind: 'any-number' }
  /** `literal`: stands for this name alone, and needs no comparing letter by letter. */
  | { readonly kind: 'one'; readonly letters: readonly Letter[]; readonly literal: string | null }

/** Names of a path, each with its letters, as they are compared. */
export type Path = readonly { readonly name: string; readonly letters: readonly string[] }[]

/** Does a path match, or a name by itself? */
export type Matcher = (path: Path) => boolean

/** Made ready to be compared with many patterns. */
export const pathOf = (names: readonly string[]): Path =>
  names.map(foldCase).map((name) => ({ name, letters: lettersOf(name) }))

/** So many ways of reading one pattern are enough. */
const mostAlternatives = 200
const anyNumber = { kind: 'any-number' } as const

/** Null when it cannot be read: a bracket or brace that is left open, or nothing at all. */
export function globMatcher(glob: string): Matcher | null {
  const alternatives = expanded(foldCase(glob))
  const readings = alternatives?.map((each) => each.split('/').map(segmentOf)) ?? [null]
  const readable = readings.flatMap((segments) =>
    segments?.every((each) => each !== null) ? [segments] : [],
  )
  if (readable.length < readings.length || glob.trim() === '') return null
  return (path) =>
    readable.some((segments) =>
      matches(segments, path, ({ literal, letters }, each) =>
        literal === null
          ? matches(letters, each.letters, (one, letter) => one.fits(letter))
          : each.name === literal,
      ),
    )
}

/** By code points: what a pattern's question mark stands for. */
const lettersOf = (text: string) => Array.from(text)

/** Each way of choosing from the braces; null when one is left open or there are too many. */
function expanded(glob: string): readonly string[] | null {
  const open = glob.indexOf('{')
  if (open < 0) return glob.includes('}') ? null : [glob]
  const close = closing(glob, open)
  if (close < 0 || glob.slice(0, open).includes('}')) return null
  const rest = expanded(glob.slice(close + 1))
  const choices = choicesIn(glob.slice(open + 1, close)).map(expanded)
  if (!rest || choices.some((each) => each === null)) return null
  const all = choices.flatMap((each) => each ?? [])
  if (all.length * rest.length > mostAlternatives) return null
  return all.flatMap((choice) => rest.map((tail) => glob.slice(0, open) + choice + tail))
}

function closing(glob: string, open: number): number {
  let depth = 0
  for (let at = open; at < glob.length; at++) {
    if (glob[at] === '{') depth += 1
    if (glob[at] === '}') depth -= 1
    if (depth === 0) return at
  }
  return -1
}

/** Parts between commas that stand in no inner braces. */
function choicesIn(inner: string): readonly string[] {
  const choices = ['']
  let depth = 0
  for (const letter of inner) {
    if (letter === '{') depth += 1
    if (letter === '}') depth -= 1
    if (letter === ',' && depth === 0) choices.push('')
    else choices.push((choices.pop() ?? '') + letter)
  }
  return choices
}

function segmentOf(text: string): Segment | null {
  if (text === '**') return anyNumber
  const letters: Letter[] = []
  const all = lettersOf(text)
  for (let at = 0; at < all.length; at++) {
    const letter = all[at] ?? ''
    if (letter === '*') letters.push(anyNumber)
    else if (letter === '?') letters.push({ kind: 'one', fits: () => true })
    else if (letter === ']') return null
    else if (letter === '[') {
      const close = all.indexOf(']', at + 2) // a bracket right after the first means itself
      if (close < 0) return null
      letters.push(oneOf(all.slice(at + 1, close)))
      at = close
    } else letters.push({ kind: 'one', fits: (other) => other === letter })
  }
  return { kind: 'one', letters, literal: /[*?[]/.test(text) ? null : text }
}

function oneOf(inside: readonly string[]): Letter {
  const isNot = (inside[0] === '!' || inside[0] === '^') && inside.length > 1
  const set = isNot ? inside.slice(1) : inside
  const isIn = (letter: string) =>
    set.some((each, at) => {
      const isRange = set[at + 1] === '-' && at + 2 < set.length
      return each === letter || (isRange && each <= letter && letter <= (set[at + 2] ?? ''))
    })
  return { kind: 'one', fits: (letter) => isIn(letter) !== isNot }
}

/** Tries the shortest run for the latest "any number" first; earlier ones need never be tried again. */
function matches<P extends { readonly kind: 'any-number' | 'one' }, T>(
  pattern: readonly P[],
  text: readonly T[],
  fits: (one: Extract<P, { kind: 'one' }>, item: T) => boolean,
): boolean {
  let inPattern = 0
  let inText = 0
  let retry: { readonly pattern: number; text: number } | null = null
  while (inText < text.length) {
    const next = pattern[inPattern]
    const item = text[inText]
    if (next?.kind === 'any-number') retry = { pattern: ++inPattern, text: inText }
    else if (next && isOne(next) && item !== undefined && fits(next, item)) {
      inPattern += 1
      inText += 1
    } else if (retry) {
      inPattern = retry.pattern
      inText = ++retry.text
    } else return false
  }
  return pattern.slice(inPattern).every(({ kind }) => kind === 'any-number')
}

const isOne = <P extends { readonly kind: string }>(each: P): each is Extract<P, { kind: 'one' }> =>
  each.kind === 'one'
