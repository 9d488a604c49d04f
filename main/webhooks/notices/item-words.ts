import { fields, nameIn, text } from '../../graph/untyped.ts'
import { entryOf } from '../../kit/table.ts'
import { shortened, shown } from '../../../preload/words/names.ts'

/** Something that changed, as a webhook tells it. */
export interface Told {
  /** The catalogue's key; null: a resource it does not know. */
  readonly row: string | null
  /** The webhook's title, without ", new mail". */
  readonly place: string
  readonly changeType: string | null
  /** The resource's data, as far as it is known. */
  readonly data: unknown
}

/** Rows of which one reads "in Inbox" (protocol.md 3.5). */
const nouns: Readonly<Record<string, string>> = { message: 'message', event: 'event', contact: 'contact' }

/** What happened, in one sentence: "New message in Inbox: Tender from Ada Okafor". */
export function itemSentence({ row, place, changeType, data }: Told): string {
  const said = detail(data)
  const tail = said === '' ? '' : `: ${said}`
  const noun = nouns[row ?? '']
  if (noun && changeType === 'created') return `New ${noun} in ${place}${tail}`
  if (noun) return `${capital(noun)} ${changeType === 'deleted' ? 'deleted' : 'changed'} in ${place}${tail}`
  if (said !== '') return `${place}${tail}`
  if (changeType === 'created') return `Something new: ${place}`
  if (changeType === 'deleted') return `Something was deleted: ${place}`
  return `Something changed: ${place}`
}

/** Several at once. */
export const severalSentence = (place: string, count: number): string =>
  `${count.toLocaleString('en')} changes: ${place}`

/** For a drive or list that is not followed, by its webhook's title. */
export function somewhereSentence(title: string): string {
  const where = title
    .replace(/^Files in /, '')
    .replace(/^Files of /, 'the files of ')
    .replace(/^List /, 'the list ')
  return `Something changed in ${where}`
}

/** Nobody was told for a while. */
export const missedSentence = (place: string): string => `Something may have been missed: ${place}`

/** What is known of the item beyond its being there, from data of any shape. */
function detail(data: unknown): string {
  const item = fields(data) ?? {}
  const what = nameIn(item.subject) ?? nameIn(item.title) ?? nameIn(item.displayName) ?? bodyOf(item.body)
  const availability = nameIn(item.availability)
  const named = what ?? (availability === null ? null : (entryOf(presences, availability) ?? availability))
  const who = whoIn(item.from) ?? whoIn(item.organizer) ?? whoIn(item.sender)
  if (named === null) return who === null ? '' : `from ${fit(who)}`
  return who === null ? fit(named) : `${fit(named)} from ${fit(who)}`
}

const longest = 80
const fit = (words: string) => shortened(shown(words), longest)

const presences: Readonly<Record<string, string>> = {
  Available: 'available',
  AvailableIdle: 'available',
  Away: 'away',
  BeRightBack: 'back soon',
  Busy: 'busy',
  BusyIdle: 'busy',
  DoNotDisturb: 'not to be disturbed',
  Offline: 'offline',
}

function whoIn(value: unknown): string | null {
  const who = fields(value)
  const mail = fields(who?.emailAddress)
  const person = fields(who?.user) ?? fields(who?.application)
  return nameIn(mail?.name) ?? nameIn(mail?.address) ?? nameIn(person?.displayName)
}

/** The words of a message, without its tags. */
function bodyOf(value: unknown): string | null {
  const body = fields(value)
  const content = text(body?.content)
  if (content === null) return null
  const words = content
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&nbsp;/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return nameIn(words)
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
