import { isSameText } from '../../preload/words/fold.ts'
import { canonicalId } from '../graph/untyped.ts'

/** Id, name and address of somebody, as far as they were known. */
type Person = readonly (string | null)[]

/** What is remembered of how an item is shared. */
interface Sharing {
  readonly scope: string | null
  readonly owner: Person
  readonly by: Person
  readonly at: number | null
}

/**
 * Do two fingerprints of `schemas.ts` mean the same sharing? Ids come in several spellings, times with and without
 * fractions, and what only one of the two says is no difference (protocol.md 2.5, 2.7).
 */
export function isSameSharing(a: string | null, b: string | null): boolean {
  if (a === b) return true
  const [one, other] = [read(a), read(b)]
  if (!one || !other) return false
  return (
    agree(one.scope, other.scope, isSameInAnyCase) &&
    isSamePerson(one.owner, other.owner) &&
    isSamePerson(one.by, other.by) &&
    agree(one.at, other.at)
  )
}

/** How a folder is shared, and was before. */
export interface FolderSharing {
  readonly sharing: string | null
  readonly pastSharing: readonly string[]
}

/**
 * Is any of these folders shared, each in the next one? What only carries the sharing of a folder around it, and was not
 * listed since that ended, is not.
 */
export function isAnyShared(nearestFirst: readonly FolderSharing[]): boolean {
  const ended: string[] = []
  const shared: string[] = []
  for (const { sharing, pastSharing } of nearestFirst.toReversed()) {
    const isSame = (other: string) => isSameSharing(other, sharing)
    if (sharing !== null && (shared.some(isSame) || !ended.some(isSame))) shared.push(sharing)
    ended.push(...pastSharing)
  }
  return shared.length > 0
}

/** When it was shared, as far as is known. */
export const sharedAt = (fingerprint: string | null): number | null => read(fingerprint)?.at ?? null

/** The fingerprint to be remembered: of one and the same sharing, the one that says more. */
export function fuller(now: string | null, before: string | null): string | null {
  if (now === null || before === null || !isSameSharing(now, before)) return now
  return said(now) >= said(before) ? now : before
}

/** By id where both have one, else by address, else by name; what only one of them has tells nothing. */
function isSamePerson([idA, ...a]: Person, [idB, ...b]: Person): boolean {
  if (idA && idB) return canonicalId(idA) === canonicalId(idB)
  const both = a.map((text, index) => [text, b[index] ?? null] as const)
  const [name, address] = both
  if (address?.[0] && address[1]) return isSameInAnyCase(address[0], address[1])
  return agree(name?.[0] ?? null, name?.[1] ?? null, isSameText)
}

/** What only one of them says tells nothing. */
const agree = <T>(a: T | null, b: T | null, isSame = (one: T, other: T) => one === other): boolean =>
  a === null || b === null || isSame(a, b)

const isSameInAnyCase = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

function said(fingerprint: string): number {
  const sharing = read(fingerprint)
  if (!sharing) return 0
  const { scope, owner, by, at } = sharing
  return [scope, ...owner, ...by, at].filter((each) => each !== null).length
}

function read(fingerprint: string | null): Sharing | null {
  const parts: unknown = parsed(fingerprint)
  if (!Array.isArray(parts) || parts.length !== 4) return null
  const [scope, owner, by, at] = parts as readonly unknown[]
  return { scope: textOf(scope), owner: personIn(owner), by: personIn(by), at: timeIn(at) }
}

/** Earlier versions kept one text, an id or a name. */
function personIn(value: unknown): Person {
  if (Array.isArray(value)) return value.map(textOf)
  const text = textOf(value)
  return text !== null && /^[0-9a-f-]{15,36}$/i.test(text) ? [text, null, null] : [null, text, null]
}

/** Earlier versions kept Graph's own text. */
function timeIn(value: unknown): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : value
  return typeof time === 'number' && Number.isFinite(time) ? Math.floor(time / 1000) * 1000 : null
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
