/** What can be followed, as the picker shows it and as it is kept (design.md 1: target). */
import type { Message } from '../words/phrase.ts'
import * as z from 'zod/mini'

const id = z.string().check(z.minLength(1), z.maxLength(400))

/** A target by the ids it resolves to: the six socketIo forms of protocol.md 1.1, and a folder of a drive that is closed itself. */
export const targetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('own-drive'), driveId: z.nullable(id) }),
  z.strictObject({ kind: z.literal('drive'), driveId: id }),
  z.strictObject({ kind: z.literal('drive-list'), driveId: id }),
  z.strictObject({ kind: z.literal('group-drive'), groupId: id, driveId: id }),
  z.strictObject({ kind: z.literal('site-library'), siteId: id, listId: id, driveId: id }),
  z.strictObject({ kind: z.literal('site-list'), siteId: id, listId: id }),
  z.strictObject({ kind: z.literal('shared-folder'), driveId: id, itemId: id }),
])

/** The whole target, or only some folders and files of it, by item id so that renames and moves keep working. */
export const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everything') }),
  z.strictObject({
    kind: z.literal('only'),
    items: z
      .array(z.strictObject({ id, name: z.string().check(z.maxLength(500)), isFolder: z.boolean() }))
      .check(z.minLength(1), z.maxLength(200)),
  }),
])

export type Target = z.output<typeof targetSchema>
export type Scope = z.output<typeof scopeSchema>

/** Where the picker looks. `link` takes a sharing link, a site's address or a raw drive id. */
export const placeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mine') }),
  z.strictObject({ kind: z.literal('shared') }),
  z.strictObject({ kind: z.literal('sites'), search: z.string().check(z.maxLength(200)) }),
  z.strictObject({ kind: z.literal('site'), siteId: id }),
  z.strictObject({ kind: z.literal('teams') }),
  z.strictObject({ kind: z.literal('link'), text: z.string().check(z.maxLength(4000)) }),
])
export type Place = z.output<typeof placeSchema>

/** What is drawn before a name. */
export const iconSchema = z.enum(['own', 'person', 'team', 'library', 'list', 'site'])
export type Icon = z.output<typeof iconSchema>

/** One line of the picker. */
export interface Found {
  readonly key: string
  readonly name: string
  /** Owner, site or address, for telling same names apart. */
  readonly place: string
  readonly icon: Icon
  readonly choice:
    | { readonly kind: 'target'; readonly target: Target }
    /** A site: its libraries and lists are asked for with `{ kind: 'site', siteId }`. */
    | { readonly kind: 'site'; readonly siteId: string }
    /** Shown, not selectable, with the reason. */
    | { readonly kind: 'closed'; readonly why: Message }
  /** The subscription that follows it already. */
  readonly followed: string | null
}

/** More permissions are needed first; `adminConsentUrl` where only an administrator can give them. */
export interface ConsentNeeded {
  readonly kind: 'consent'
  readonly scopes: readonly string[]
  readonly why: Message
  readonly adminConsentUrl: string | null
}

/** What a look answers. */
export type Discovered =
  | {
      readonly kind: 'page'
      readonly rows: readonly Found[]
      readonly next: string | null
      readonly note: Message | null
    }
  | ConsentNeeded
  | { readonly kind: 'refused'; readonly why: Message }

/** A folder's children in the folder browser. */
export type FolderPage =
  | {
      readonly kind: 'page'
      readonly items: readonly { readonly id: string; readonly name: string; readonly isFolder: boolean }[]
      readonly next: string | null
    }
  | { readonly kind: 'refused'; readonly why: Message }
