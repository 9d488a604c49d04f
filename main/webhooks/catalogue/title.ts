import type { ChangeType, PlaceholderKind } from '../../../preload/contract/webhook-catalogue.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import type { Row, Way } from './catalogue-row.ts'
import { placeholdersOf, type KnownResource } from './resource-path.ts'
import { mailFolder } from './resource-text.ts'

/** How something is called: a name that somebody gave, or what it is. */
export type Name = string | Message

/** Names of what placeholders hold, by value, as far as somebody learned them. */
export type Names = ReadonlyMap<string, Name>

/** How a resource is found, like "One folder". */
export const wayTitle = ({ key }: Row, way: Way): Message =>
  ({ key: `catalogue.way.${key}.${way.key}` }) as Message

/** "List Tenders 2027", but not "List a list". */
const calledByName: ReadonlySet<string> = new Set([
  'list.list',
  'chat.chat',
  'team.team',
  'group.one',
  'alert.one',
])

/** A webhook's title, like "Inbox, new mail" or "Presence of 3 people". */
export function titleOf(known: KnownResource, changes: readonly ChangeType[], names: Names): Message {
  const { row, way, filled } = known
  if (!way) return { key: `catalogue.row.${row.key}` }
  const found = placeholdersOf(way).map((kind) => [kind, nameOf(kind, filled[kind] ?? [], names)] as const)
  if (calledByName.has(`${row.key}.${way.key}`) && found.at(-1)?.[1] === null) return wayTitle(row, way)
  const values = Object.fromEntries(
    found.map(([kind, name]) => [argumentOf(kind), name ?? { key: `catalogue.unnamed.${kind}` }]),
  )
  const place = { key: `catalogue.named.${row.key}.${way.key}`, values } as Message
  const isNewMail = row.key === 'message' && changes.length === 1 && changes[0] === 'created'
  return isNewMail ? { key: 'catalogue.title.new-mail', values: { place } } : place
}

/** Arguments of messages have no hyphens. */
const argumentOf = (kind: PlaceholderKind) =>
  kind.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** The name of what a placeholder holds; null: nobody learned it. */
export function nameOf(kind: PlaceholderKind, values: readonly string[], names: Names): Name | null {
  const [value = '', ...others] = values
  if (others.length > 0) return { key: 'catalogue.people', values: { n: values.length } }
  const known = (kind === 'mail-folder' ? mailFolder(value) : null) ?? names.get(value)
  return known ?? (isReadable(value) ? value : null)
}

/** A name that somebody gave, such as an address; ids say nothing to anybody. */
const isReadable = (value: string) => /^[^!,:]{1,60}$/.test(value) && /@|\s/.test(value)
