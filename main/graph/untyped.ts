/** Something with named members, of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>

/** The value as an object of unknown members; null when it is something else. */
export function fields(value: unknown): Fields | null {
  return isFields(value) ? value : null
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text with something in it, else null. */
export const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

/** OneDrive and SharePoint allow 400 characters for a whole path; whatever is longer was made to do harm, and is cut. */
const longestName = 400
/** More than any script puts on one letter; beyond it they cover the lines above and below. */
const mostMarks = 10
const piledMarks = new RegExp(String.raw`(\p{M}{${mostMarks}})\p{M}+`, 'gu')
/** Ids and tags of Microsoft are a fraction of this. What is cut would be another one, so a longer one is unknown. */
const longestId = 400
/** A path of 400 characters, each percent-encoded at its longest, and the site before it. */
const longestAddress = 4_000

/** What people call something, as far as it is one: no longer than any, and with no more marks on a letter. */
export function nameIn(value: unknown): string | null {
  const given = text(value)?.replace(piledMarks, '$1')
  return text(given?.slice(0, longestName).replace(/[\ud800-\udbff]$/, ''))
}

/** An id or a tag; null for what is too long to be one. */
export const idIn = (value: unknown): string | null => noLonger(text(value), longestId)

/** Where something opens; null for what is too long to be an address. */
export const addressIn = (value: unknown): string | null => noLonger(text(value), longestAddress)

const noLonger = (given: string | null, longest: number): string | null =>
  given !== null && given.length <= longest ? given : null

/** With seven digits of a second and an offset it is 33 letters. */
const longestTime = 40
const earliest = Date.parse('1970-01-02T00:00:00Z')

/**
 * A date as Graph writes it, in milliseconds since 1970. Placeholders such as year 1 are no date; without an offset it
 * is UTC.
 */
export function instant(value: unknown): number | null {
  if (typeof value !== 'string' || value.length > longestTime) return null
  const time = Date.parse(value.endsWith('Z') || !/T[^+-]*$/.test(value) ? value : `${value}Z`)
  return Number.isNaN(time) || time < earliest ? null : time
}

/** An id as one part of a path, whatever is in it. */
export const segment = (id: string): string => encodeURIComponent(id)

/** A site by its id `host,guid,guid`; the commas stay as they are (protocol.md 1.1). */
export const sitePath = (siteId: string): string => `/sites/${segment(siteId).replaceAll('%2C', ',')}`

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * One spelling per id, for comparing only; Graph is asked with the id as it came. Ids of personal accounts and their
 * drives are 16 hexadecimal digits, whose case and leading zeros vary between calls; object ids vary in case only; all
 * others are taken as they are (protocol.md 2.5, 2.6, 4.3).
 */
export function canonicalId(id: string): string {
  if (/^[0-9a-f]{1,16}$/i.test(id)) return id.padStart(16, '0').toLowerCase()
  return guid.test(id) ? id.toLowerCase() : id
}

/** One spelling for the id of a site or a list: with or without braces, in any case. */
export const canonicalSharePointId = (id: string): string => id.replaceAll(/[{}]/g, '').toLowerCase()
