import type { Below, Message } from '../../../preload/words/phrase.ts'
import { withoutEnd } from '../../kit/text.ts'

/** One step of a resource's path. `drives/b!x` and `drives('b!x')` are the same two. */
export interface Step {
  /** Of a key with a name, as in `onlineMeetings(joinWebUrl='…')`. */
  readonly label: string | null
  readonly text: string
  /** Of a key that is a list, as in `getEventsFromOrganizers(organizerIds=['…','…'])`. */
  readonly values: readonly string[] | null
}

/** A resource taken apart. Query keys are in lower case. */
export interface ResourceText {
  readonly steps: readonly Step[]
  readonly query: ReadonlyMap<string, string>
}

/** Reads a resource as Graph or another program writes it; null when it is nothing of the kind. */
export function readResource(resource: string): ResourceText | null {
  const bare = resource
    .trim()
    .replace(/^https:\/\/[^/]+\//i, '/')
    .replace(/^\/?(?:v1\.0|beta)\//i, '')
  const cut = bare.indexOf('?')
  const path = withoutEnd(cut < 0 ? bare : bare.slice(0, cut), '/')
  const steps: Step[] = []
  const step =
    /\/*([^/(']+)(?:\((?:(\w+)=)?(?:'((?:[^']|'')*)'|\[((?:'(?:[^']|'')*'|\{\w+\})(?:\s*,\s*'(?:[^']|'')*')*)\]|([^()'=]*))\))?/y
  while (step.lastIndex < path.length) {
    const found = step.exec(path)
    if (!found) return null
    const [, name = '', label, quoted, list, plain] = found
    steps.push({ label: null, text: decoded(name), values: null })
    const key = quoted?.replaceAll("''", "'") ?? list ?? plain
    const values = list === undefined ? null : quotedIn(list).map(decoded)
    if (key) steps.push({ label: label?.toLowerCase() ?? null, text: decoded(key), values })
  }
  return steps.length === 0 ? null : { steps, query: readQuery(cut < 0 ? '' : bare.slice(cut + 1)) }
}

/** The texts between quotes, a doubled quote being one. */
export const quotedIn = (list: string): readonly string[] =>
  [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, one = '']) => one.replaceAll("''", "'"))

function readQuery(text: string): Map<string, string> {
  const pairs = text.split('&').filter(Boolean)
  return new Map(
    pairs.map((pair) => {
      const [key = '', ...value] = pair.split('=')
      return [decoded(key).toLowerCase(), decoded(value.join('=').replaceAll('+', ' '))]
    }),
  )
}

/** A value as a step of its own: what would end the step, or begin a key, is encoded. */
export const inPath = (value: string): string => value.replaceAll(/[%/?#()'\s\p{Cc}]/gu, encoded)

/** A value between the quotes of a key. */
export const inQuotes = (value: string): string =>
  value.replaceAll(/[%/?#\s\p{Cc}]/gu, encoded).replaceAll("'", "''")

/** A value behind a `=` of the query; blanks stay, as in the documents' own examples. */
export const inQuery = (value: string): string => value.replaceAll(/[%&#+\p{Cc}]/gu, encoded)

/** A link within a key: encoded whole (protocol.md 3.5, call events). */
export const linkInQuotes = (value: string): string => encodeURIComponent(value).replaceAll("'", "''")

/** Percent-encoded, also where `encodeURIComponent` lets it be; half of a pair has no encoding. */
const encoded = (character: string) =>
  [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The mail folders that every mailbox has, by the names Graph takes for ids. */
export const wellKnownMailFolders = [
  'inbox',
  'sentitems',
  'drafts',
  'archive',
  'deleteditems',
  'junkemail',
] as const satisfies readonly Below<'catalogue.mail-folder'>[]

/** How a folder that every mailbox has is called; null for any other. */
export function mailFolder(id: string): Message | null {
  const known = wellKnownMailFolders.find((each) => each === id.toLowerCase())
  return known ? { key: `catalogue.mail-folder.${known}` } : null
}
