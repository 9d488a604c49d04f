import type { Part } from '../../preload/words/phrase.ts'

/** A name cut for drawing: the head may be dropped to an ellipsis, the tail (with the extension) stays. */
export interface Cut {
  readonly head: string
  readonly tail: string
}

const shortest = 24
const kept = 10

/** Where a long name may lose its middle; short names are left whole, as a head without a tail. */
export function middleCut(name: string): Cut {
  const letters = lettersOf(name)
  if (letters.length <= shortest) return { head: name, tail: '' }
  return { head: letters.slice(0, -kept).join(''), tail: letters.slice(-kept).join('') }
}

/** A sentence of at most so many letters: names give up their middle, that of the item, which comes last, first. */
export function fitted(parts: readonly Part[], longest: number): readonly Part[] {
  const item = parts.findLastIndex(({ strong }) => strong)
  const others = parts.map((part, index) =>
    part.strong && index !== item ? { ...part, text: shortened(part.text, shortest) } : part,
  )
  const rest = others.filter((_, index) => index !== item).flatMap(({ text }) => lettersOf(text)).length
  const room = Math.max(longest - rest, kept + 2)
  return others.map((part, index) => (index === item ? { ...part, text: shortened(part.text, room) } : part))
}

function shortened(name: string, longest: number): string {
  const letters = lettersOf(name)
  if (letters.length <= longest) return name
  return [...letters.slice(0, longest - kept - 1), '…', ...letters.slice(-kept)].join('')
}

const lettersOf = (text: string) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
