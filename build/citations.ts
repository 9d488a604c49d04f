import { posix } from 'node:path'

/** A place that cites a heading of `docs/`, or links to a file, in vain. */
export interface BrokenCitation {
  readonly path: string
  readonly line: number
  readonly cited: string
  readonly why: string
}

/** A text that may cite, and where it lies. */
export interface CitingText {
  readonly path: string
  readonly text: string
}

const gap = String.raw`[\s*/]+` // blanks, and where a comment goes on in its next line
const list = (item: string) => `${item}(?:(?:,${gap}|${gap}(?:and|or|to)${gap}|[-–])${item})*`
const section = String.raw`\d+(?:\.\d+)*`
const row = String.raw`\d+\b(?!\.\d)`

/** `docs/design.md`, `protocol.md 1.9`, `platform.md 1.3, 1.22`, `interface.md 2 and 6`, `interface.md 5: 24-26`. */
const citation = new RegExp(
  String.raw`docs/(?<page>[\w-]+\.md)|(?<document>[\w-]+\.md)${gap}(?<sections>${list(section)})(?::${gap}(?<rows>${list(row)}))?`,
  'g',
)

/** Every citation in the texts whose page of `docs/`, heading or row of a table does not exist. */
export function brokenCitations(
  texts: Iterable<CitingText>,
  documents: ReadonlyMap<string, string>,
): readonly BrokenCitation[] {
  const places = new Map([...documents].map(([name, text]) => [name, placesIn(text)]))
  return [...texts].flatMap(({ path, text }) =>
    [...text.matchAll(citation)].flatMap((match) => {
      const why = whyBroken(match.groups ?? {}, places)
      if (why === null) return []
      const line = text.slice(0, match.index).split('\n').length
      return [
        { path, line, cited: match[0].replaceAll(/[\s*/]+/g, (blank) => (blank === '/' ? '/' : ' ')), why },
      ]
    }),
  )
}

/** Every link in the texts that leads to nothing: what follows `](` and is neither an address nor a heading. */
export function brokenLinks(
  texts: Iterable<CitingText>,
  exists: (path: string) => boolean,
): readonly BrokenCitation[] {
  return [...texts].flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].flatMap((match) => {
      const [, cited = ''] = match
      if (exists(posix.join(posix.dirname(path), cited))) return []
      return [{ path, line: lineOf(match), cited, why: 'there is no such file' }]
    }),
  )
}

function lineOf({ input, index }: RegExpMatchArray): number {
  return (input ?? '').slice(0, index).split('\n').length
}

type Groups = Readonly<Record<string, string | undefined>>

function whyBroken(
  { page, document = page ?? '', sections = '', rows = '' }: Groups,
  places: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  const there = places.get(document)
  if (there === undefined) return `docs/ has no ${document}, only ${[...places.keys()].join(', ')}`
  const cited = sections.match(new RegExp(section, 'g')) ?? []
  const missing = cited.find((each) => !there.has(each))
  if (missing !== undefined) return `docs/${document} has no heading ${missing}`
  const last = cited.at(-1) ?? ''
  const lost = rows.match(/\d+/g)?.find((each) => !there.has(`${last}: ${each}`))
  return lost === undefined ? null : `docs/${document} has no row ${lost} under ${last}`
}

/** The numbers of the headings, and `5: 24` for the row of a table under heading 5 that begins with 24. */
function placesIn(text: string): ReadonlySet<string> {
  const places = new Set<string>()
  let heading = ''
  for (const line of text.split('\n')) {
    const [, number, first] = /^#{2,4} (\d+(?:\.\d+)*)\b|^\| +(\d+) +\|/.exec(line) ?? []
    if (number !== undefined) places.add((heading = number))
    if (first !== undefined) places.add(`${heading}: ${first}`)
  }
  return places
}
