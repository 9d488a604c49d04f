import type { ChangeType } from '../../../preload/contract/webhook-catalogue.ts'
import { mailFolderName } from './resource-text.ts'
import type { KnownResource } from './resource-path.ts'
import { rowTitle, wayNamed, wayTitle } from './row-words.ts'

/** Names of what placeholders hold, by value, as far as somebody learned them. */
export type Names = ReadonlyMap<string, string>

/** A webhook's title, like "Inbox, new mail" or "Presence of 3 people". */
export function titleOf(
  { row, way, filled }: KnownResource,
  changes: readonly ChangeType[],
  names: Names,
): string {
  if (!way) return rowTitle(row)
  const isNewMail = row.key === 'message' && changes.length === 1 && changes[0] === 'created'
  let isNamed = true
  const named = wayNamed(row, way)
  const words = named.replaceAll(/\{([\w-]+)\}/g, (_, kind: string) => {
    const name = nameOf(kind, filled[kind] ?? [], names)
    isNamed &&= name !== null
    return name ?? unnamed[kind] ?? 'one'
  })
  // "List Tenders 2027", but not "List a list".
  if (!isNamed && /^[\w ]*(?<!\b(?:of|in)) \{[\w-]+\}$/.test(named)) return wayTitle(row, way)
  return isNewMail ? `${words}, new mail` : words
}

function nameOf(kind: string, values: readonly string[], names: Names): string | null {
  const [value = '', ...others] = values
  if (others.length > 0) return `${values.length} people`
  const known = names.get(value) ?? (kind === 'mail-folder' ? mailFolderName(value) : null)
  return known ?? (isReadable(value) ? value : null)
}

/** A name that somebody gave, such as an address; ids say nothing to anybody. */
const isReadable = (value: string) => /^[^!,:]{1,60}$/.test(value) && /@|\s/.test(value)

const unnamed: Readonly<Record<string, string>> = {
  drive: 'another drive',
  folder: 'a folder',
  user: 'somebody',
  users: 'somebody',
  site: 'a site',
  list: 'a list',
  'mail-folder': 'A mail folder',
  'contact-folder': 'a folder',
  'todo-list': 'a list',
  group: 'a group',
  team: 'a team',
  channel: 'a channel',
  chat: 'a chat',
  printer: 'a printer',
  alert: 'an alert',
}
