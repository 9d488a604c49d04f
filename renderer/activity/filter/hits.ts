import { fold } from '../../../preload/words/fold.ts'

/** A piece of a text; a hit is one of the words looked for. */
export interface Piece {
  /** Where in the whole text it begins. */
  readonly at: number
  readonly text: string
  readonly hit: boolean
}

/** A text in pieces from one place to another, with the words looked for standing out however they are written. */
export function piecesOf(
  text: string,
  hits: readonly string[],
  from = 0,
  to = text.length,
): readonly Piece[] {
  const pieces: Piece[] = []
  let at = from
  const upTo = (end: number, hit: boolean) => {
    const stop = Math.min(end, to)
    if (stop > at) pieces.push({ at, text: text.slice(at, stop), hit })
    at = Math.max(at, stop)
  }
  for (const { start, end } of found(text, hits)) {
    upTo(start, false)
    upTo(end, true)
  }
  upTo(to, false)
  return pieces
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Where in a text the words looked for stand, in order: of each letter that is folded, where it came from. */
function found(text: string, hits: readonly string[]): readonly { start: number; end: number }[] {
  const words = hits.map(fold).filter((word) => word !== '')
  if (words.length === 0) return []
  const from: number[] = []
  const to: number[] = []
  let folded = ''
  for (const { index, segment } of letters.segment(text)) {
    const letter = fold(segment)
    folded += letter
    for (let n = 0; n < letter.length; n++) from.push(index)
    for (let n = 0; n < letter.length; n++) to.push(index + segment.length)
  }
  const any = new RegExp(words.map((word) => RegExp.escape(word)).join('|'), 'gu')
  return [...folded.matchAll(any)].map(({ index, 0: word }) => ({
    start: from[index] ?? 0,
    end: to[index + word.length - 1] ?? 0,
  }))
}
