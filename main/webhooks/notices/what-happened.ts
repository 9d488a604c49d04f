import type { Below, Message } from '../../../preload/words/phrase.ts'
import type { Actor } from '../../graph/schemas.ts'
import { fields, idIn, nameIn, text } from '../../graph/untyped.ts'
import { entryOf } from '../../kit/table.ts'
import { shortened, shown } from '../../../preload/words/names.ts'
import { nameOf, type Names } from '../catalogue/title.ts'
import type { KnownResource } from '../catalogue/resource-path.ts'

/** Something that changed, as a webhook brings it. */
export interface Brought {
  /** The catalogue's key; null: a resource it does not know. */
  readonly row: string | null
  /** The webhook's title, without ", new mail". */
  readonly place: Message
  readonly changeType: string | null
  /** The resource's data, as far as it is known. */
  readonly data: unknown
}

/** Rows of which one reads "in Inbox" (protocol.md 3.5). */
const nouns: readonly string[] = ['message', 'event', 'contact'] satisfies Below<'webhook-notice.new'>[]
const isNoun = (row: string | null): row is Below<'webhook-notice.new'> => nouns.includes(row ?? '')

/** What happened: "New message in Inbox: Tender from Ada Okafor". */
export function whatHappened({ row, place, changeType, data }: Brought): Message {
  const detail = detailOf(data)
  const how = changeType === 'created' ? 'new' : changeType === 'deleted' ? 'deleted' : 'changed'
  if (isNoun(row)) {
    const what: Message = { key: `webhook-notice.${how}.${row}`, values: { place } }
    return detail === null ? what : { key: 'webhook-notice.with', values: { what, detail } }
  }
  return detail === null
    ? { key: `webhook-notice.${how}`, values: { place } }
    : { key: 'webhook-notice.with', values: { what: place, detail } }
}

/** For a drive or list that is not followed: "Something changed in Drawings". */
export function somethingChanged({ way, filled }: KnownResource, title: Message, names: Names): Message {
  const kind = way?.key === 'drive' || way?.key === 'folder' || way?.key === 'user' || way?.key === 'list'
  const name = kind ? nameOf(way.key, filled[way.key] ?? [], names) : null
  if (way?.key === 'own') return changedIn({ key: 'webhook-notice.place.own' })
  if (name === null) return { key: 'webhook-notice.changed', values: { place: title } }
  if (way?.key === 'user') return changedIn({ key: 'webhook-notice.place.user', values: { user: name } })
  if (way?.key === 'list') return changedIn({ key: 'webhook-notice.place.list', values: { list: name } })
  return changedIn(name)
}

const changedIn = (place: string | Message): Message => ({
  key: 'webhook-notice.changed-in',
  values: { place },
})

/** What an item is called, and whose doing it is, from data of any shape. */
export function itemIn(data: unknown): { readonly name: string | null; readonly who: Actor | null } {
  const read = fields(data) ?? {}
  const what = nameIn(read.subject) ?? nameIn(read.title) ?? nameIn(read.displayName) ?? bodyOf(read.body)
  const who = whoIn(read.from) ?? whoIn(read.organizer) ?? whoIn(read.sender)
  return { name: what === null ? null : fit(what), who }
}

/** What is known of the item beyond its being there. */
function detailOf(data: unknown): string | Message | null {
  const { name, who: by } = itemIn(data)
  const item = name ?? presenceOf(nameIn(fields(data)?.availability))
  const called = by?.name ?? by?.email ?? null
  const who = called === null ? null : fit(called)
  if (item === null) return who === null ? null : { key: 'webhook-notice.from', values: { who } }
  return who === null ? item : { key: 'webhook-notice.item-from', values: { item, who } }
}

const longest = 80
const fit = (words: string) => shortened(shown(words), longest)

const presences: Readonly<Record<string, Below<'presence'>>> = {
  Available: 'available',
  AvailableIdle: 'available',
  Away: 'away',
  BeRightBack: 'be-right-back',
  Busy: 'busy',
  BusyIdle: 'busy',
  DoNotDisturb: 'do-not-disturb',
  Offline: 'offline',
}

function presenceOf(availability: string | null): string | Message | null {
  const known = entryOf(presences, availability)
  if (known) return { key: `presence.${known}` }
  return availability === null ? null : fit(availability)
}

function whoIn(value: unknown): Actor | null {
  const who = fields(value)
  const mail = fields(who?.emailAddress)
  const person = fields(who?.user)
  const app = person === null ? fields(who?.application) : null
  const name = nameIn(mail?.name) ?? nameIn((person ?? app)?.displayName)
  const email = nameIn(mail?.address)
  const id = idIn((person ?? app)?.id)
  if (name === null && email === null) return null
  return { kind: app === null ? 'user' : 'application', id, name: name ?? email, email }
}

/** The words of a message, without its tags. */
function bodyOf(value: unknown): string | null {
  const body = fields(value)
  const content = text(body?.content)
  if (content === null) return null
  const words = content
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&nbsp;/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return nameIn(words)
}
