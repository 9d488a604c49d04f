import type { ChangeKind } from '../../preload/contract/kinds.ts'

/** Something in a drive before it is written as one kind of account writes it. Times are milliseconds since 1970. */
export interface Thing {
  /** Stands for its id. */
  readonly key: string
  readonly kind?: 'file' | 'folder' | 'package' | 'album' | 'shortcut' | 'item'
  /** Null: Graph leaves it out. */
  readonly name?: string | null
  /** The key of its folder; null: left out. */
  readonly in?: string | null
  /** Counts contents: cTag, hash and size follow it. */
  readonly content?: number
  /** Counts all changes: the eTag follows it. */
  readonly version?: number
  readonly made?: number | null
  readonly saved?: number | null
  readonly madeBy?: unknown
  readonly by?: unknown
  /** Facets and annotations as they are. */
  readonly more?: Readonly<Record<string, unknown>>
}

/** An item as Graph's JSON. */
export type Raw = Readonly<Record<string, unknown>>

/** How one kind of account writes items (protocol.md 2.5). */
export interface Dialect {
  readonly id: (key: string) => string
  readonly root: Raw
  readonly write: (thing: Thing) => Raw
  readonly gone: (thing: Pick<Thing, 'key' | 'name' | 'in'>) => Raw
}

/** What is to be told of one item. What is not named is not there; `who` null is "Someone". */
export interface Verdict {
  readonly kind: ChangeKind
  readonly name: string | null
  readonly who: string | null
  readonly place: string
  readonly oldName?: string
  readonly alongside?: number
  readonly scope?: 'anonymous' | 'organization' | 'users'
}

/** One transition with the verdicts that the protocol page gives it, in the order of names; none is silence. */
export interface Entry {
  readonly title: string
  /** Where the page says so. */
  readonly source: string
  /** What the drive holds when it is followed; `learning`: none of it was learned yet. */
  readonly known: readonly Raw[]
  readonly learning?: boolean
  /** Sets that were told before. */
  readonly earlier?: readonly (readonly Raw[])[]
  /** The set, page by page. */
  readonly pages: readonly (readonly Raw[])[]
  readonly expected: readonly Verdict[]
}

/** When the drive is followed, and when the set is made; earlier sets are ten minutes before. */
export const followed: number = Date.parse('2026-11-19T09:00:00Z')
export const now: number = followed + 20 * 60_000
export const old: number = Date.parse('2025-03-01T08:00:00Z')

const identity = (id: string, displayName: string) => ({
  user: { id, displayName, email: `${id}@contoso.example` },
})
export const ada = identity('ada', 'Ada Okafor')
export const bo = identity('bo', 'Bo Lindqvist')
