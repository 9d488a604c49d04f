/** A piece of a text; a hit is one of the words looked for. */
export interface Piece {
  /** Where in the whole text it begins. */
  readonly at: number
  readonly text: string
  readonly hit: boolean
}

/** A text in pieces from one place to another, with the words looked for standing out in any case of letters. */
export function piecesOf(
  text: string,
  hits: readonly string[],
  from = 0,
  to = text.length,
): readonly Piece[] {
  if (hits.length === 0) return [{ at: from, text: text.slice(from, to), hit: false }]
  const any = new RegExp(hits.map((word) => RegExp.escape(word)).join('|'), 'giu')
  const pieces: Piece[] = []
  let at = from
  const upTo = (end: number, hit: boolean) => {
    const stop = Math.min(end, to)
    if (stop > at) pieces.push({ at, text: text.slice(at, stop), hit })
    at = Math.max(at, stop)
  }
  for (const found of text.matchAll(any)) {
    upTo(found.index, false)
    upTo(found.index + found[0].length, true)
  }
  upTo(to, false)
  return pieces
}
