import type { ChangeKind } from '../../preload/contract/kinds.ts'
import type { Message } from '../../preload/words/phrase.ts'
import type { Actor, DriveItem, SharingScope } from '../graph/schemas.ts'

/** What changed: something in a drive or list, or whatever else a webhook is about. */
export type ItemKind = DriveItem['kind'] | 'resource'

/** What the delta shows against what we knew. Times are milliseconds since 1970. */
export interface Change {
  readonly kind: ChangeKind
  readonly itemId: string
  readonly itemKind: ItemKind
  /** Null when neither Graph nor the index knows it. */
  readonly name: string | null
  /** Before a rename. */
  readonly oldName: string | null
  readonly parentId: string | null
  /** Null: nobody known. */
  readonly who: Actor | null
  readonly at: number
  readonly size: number | null
  readonly sizeBefore: number | null
  readonly webUrl: string | null
  /** Items below it that went with it, not told by themselves. */
  readonly alongside: number
  readonly detail: ChangeDetail | null
}

/** What else there is to say of a change. */
export interface ChangeDetail {
  /** For whom it was shared, as far as Graph tells; `with`: names, once they are known. */
  readonly shared: { readonly scope: SharingScope | null; readonly with: readonly string[] } | null
  /** What a webhook brought. */
  readonly brought?: Brought
}

/** What a webhook brought, as it is said; nothing but its sentence is known of what is not in a drive. */
export interface Brought {
  readonly what: Message
  /** The same for the same event, however often Microsoft sends it. */
  readonly key: string
  /** It says that something may be missing: no rule leaves that out. */
  readonly isGap: boolean
}
