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

const lettersOf = (text: string) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
