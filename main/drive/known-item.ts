import type { DriveItem } from '../graph/schemas.ts'
import { jsonIn } from '../kit/json.ts'
import { fuller, isSameSharing } from './sharing.ts'

/** What the index remembers of an item. Times are milliseconds since 1970. */
export interface Known {
  readonly id: string
  readonly name: string | null
  readonly parentId: string | null
  readonly kind: DriveItem['kind']
  readonly size: number | null
  readonly eTag: string | null
  readonly cTag: string | null
  readonly hash: string | null
  readonly createdAt: number | null
  readonly modifiedAt: number | null
  readonly sharing: string | null
  /** Of folders only: how it was shared before. What is below carries that until it is listed again. */
  readonly pastSharing: readonly string[]
  readonly malware: boolean
  /** Of folders only: files are many, and a deleted file opens its folder. */
  readonly webUrl: string | null
  readonly deletedAt: number | null
  /** When the background index met it; null once the live feed did. */
  readonly learnedAt: number | null
}

/** What was known of an item, as JSON; written down by an earlier version, it may lack what is known today. */
export function knownIn(json: unknown): Known | null {
  const known = jsonIn(json) as Known | null
  return known && { ...known, pastSharing: known.pastSharing ?? [] }
}

/** Looks an item up; null when it was never met. */
export type ItemLookup = (id: string) => Known | null

/** The item as it is to be remembered from now on. What an entry leaves out stays as it was (protocol.md 2.5). */
export function remembered(item: DriveItem, before: Known | null): Known {
  const isSameTag = item.eTag !== null && item.eTag === before?.eTag
  const sharing = isSameTag ? (item.sharing ?? before.sharing) : fuller(item.sharing, before?.sharing ?? null)
  return {
    id: item.id,
    name: item.name ?? before?.name ?? null,
    parentId: item.parentId ?? before?.parentId ?? null,
    kind: kindOf(item, before),
    size: item.size,
    eTag: item.eTag,
    cTag: item.cTag,
    hash: item.hash,
    createdAt: item.createdAt ?? before?.createdAt ?? null,
    modifiedAt: item.modifiedAt ?? before?.modifiedAt ?? null,
    sharing,
    pastSharing: isAround(item) ? pastSharing(before, sharing) : [],
    malware: item.malware,
    webUrl: item.kind === 'folder' || item.kind === 'root' ? item.webUrl : null,
    deletedAt: null,
    learnedAt: null,
  }
}

/** Is there anything below it? */
const isAround = ({ kind }: DriveItem): boolean => kind === 'folder' || kind === 'root'

/** So many are remembered. */
const mostPast = 8

function pastSharing(before: Known | null, now: string | null): readonly string[] {
  if (before === null || before.sharing === null || isSameSharing(before.sharing, now))
    return before?.pastSharing ?? []
  return [...before.pastSharing, before.sharing].slice(-mostPast)
}

/** What it is; an entry that does not say is what it was. */
export const kindOf = (item: DriveItem, before: Known | null): DriveItem['kind'] =>
  item.kind === 'item' ? (before?.kind ?? 'item') : item.kind

/** The item as the background index meets it. */
export function learned(item: DriveItem, at: number): Known {
  return { ...remembered(item, null), learnedAt: at }
}

/** A deleted item: name and place stay, for a restore and so that it is not told again. */
export function buried(item: DriveItem, before: Known | null, at: number): Known {
  const known = before ?? remembered(item, null)
  return { ...known, name: known.name ?? item.name, deletedAt: at, learnedAt: null }
}

/**
 * One spelling per item. Ids of personal drives hold the drive's id in hexadecimal, whose letter case and leading zeros vary
 * between calls (protocol.md 2.5); all others are taken as they are.
 */
export function sameSpelling(item: DriveItem): DriveItem {
  const id = canonicalItemId(item.id)
  const parentId = item.parentId === null ? null : canonicalItemId(item.parentId)
  return id === item.id && parentId === item.parentId ? item : { ...item, id, parentId }
}

/** See {@link sameSpelling}. */
export function canonicalItemId(id: string): string {
  const [, drive, rest] = /^([0-9a-f]{1,16})!(.+)$/i.exec(id) ?? []
  return drive && rest ? `${drive.padStart(16, '0')}!${rest}`.toLowerCase() : id
}
