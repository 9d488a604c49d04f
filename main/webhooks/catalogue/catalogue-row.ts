import type { CatalogueGroup, ChangeType, WebhookIcon } from '../../../preload/contract/webhook-catalogue.ts'
import type { Below } from '../../../preload/words/phrase.ts'
import type { lifetimes } from './catalogue-limits.ts'

/** What sets a resource apart from the others (protocol.md 3.7). */
export type Trait =
  /** Delegated, only the signed-in user's own mailbox. */
  | 'own-mailbox'
  /** `$select` says which data is wanted: required with resource data. */
  | 'select'
  | 'filter'
  | 'security-events'
  | 'unknown-enum-members'
  | 'user-properties'
  | 'global-cloud-only'
  /** Newer than the documents this app was made after. */
  | 'newer'

/** One way to write a row's resource. Placeholders are named after their kind: `drives/{drive}/root`. */
export interface Way {
  readonly key: string
  readonly pattern: string
  readonly limit: WayLimit | null
}

/** Who alone may have a resource written this way. */
type WayLimit = 'app-only' | 'personal-only' | 'own-mailbox'

/** The ways to write a row's resource. */
export function waysOf({ ways }: Row): readonly Way[] {
  return ways.map(([key, pattern, limit = null]) => ({ key, pattern, limit }))
}

/** A row's key; its words are `catalogue.row.*`, and those of its ways `catalogue.way.*` and `catalogue.named.*`. */
export type RowKey = Below<'catalogue.row'>

/**
 * One row of protocol.md 3.5. Scopes are in Microsoft's order, the least privileged first; null: not supported; none:
 * the documents name none.
 */
export interface Row {
  readonly key: RowKey
  /** It has more to say than its title. */
  readonly caption?: Below<'catalogue.caption'>
  readonly group: CatalogueGroup
  readonly icon: WebhookIcon
  readonly work: readonly string[] | null
  readonly personal: readonly string[] | null
  /** What an app without a user needs, the least first; none: not supported, or not documented. */
  readonly application: readonly string[]
  /** To be offered when Microsoft refuses the least (protocol.md 8.2). */
  readonly wider?: { readonly work: string; readonly personal?: string }
  readonly data: 'no' | 'optional' | 'must'
  readonly life: keyof typeof lifetimes
  readonly latency: Below<'catalogue.latency'> | null
  readonly quota: Below<'catalogue.quota'> | null
  /** What may be asked for, when that is not everything. */
  readonly only?: keyof typeof reportedTypes
  /** What the form begins with. */
  readonly usual: readonly ChangeType[]
  readonly models?: readonly ('A' | 'B')[]
  readonly traits: readonly Trait[]
  /** Where Microsoft's documents disagree: what each says, and what was chosen. */
  readonly notes?: readonly Exclude<Below<'catalogue.note'>, ComputedNote>[]
  /** Why nobody can make it with Drivebell. */
  readonly closed?: 'preview'
  readonly ways: readonly (readonly [key: string, pattern: string, limit?: WayLimit])[]
}

/** Notes that follow from a row's permissions. */
type ComputedNote = 'no-permission-named' | 'older-pages'

/** What Microsoft reports of rows of which it does not report everything. */
export const reportedTypes = {
  updated: ['updated'],
  'updated-here': ['updated'],
  created: ['created'],
  'no-deleted': ['created', 'updated'],
  'no-created': ['updated', 'deleted'],
} as const satisfies Record<Below<'catalogue.only'>, readonly ChangeType[]>
