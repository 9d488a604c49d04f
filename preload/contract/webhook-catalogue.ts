/** The catalogue of what Microsoft can call about, as one account sees it. */
import type { Message } from '../words/phrase.ts'

export const changeTypes = ['created', 'updated', 'deleted'] as const
export type ChangeType = (typeof changeTypes)[number]

/** What is drawn before a row of the catalogue or a webhook. */
export type WebhookIcon =
  | 'drive'
  | 'list'
  | 'mail'
  | 'calendar'
  | 'contacts'
  | 'tasks'
  | 'chat'
  | 'team'
  | 'people'
  | 'presence'
  | 'call'
  | 'meeting'
  | 'schedule'
  | 'assistant'
  | 'approval'
  | 'printer'
  | 'shield'
  | 'unknown'

export const catalogueGroups = [
  'files-and-lists',
  'mail-calendar-tasks',
  'teams',
  'people-and-groups',
  'calls-and-meetings',
  'devices-and-security',
  'other',
] as const
export type CatalogueGroup = (typeof catalogueGroups)[number]

/** What a placeholder of a resource path stands for; decides what `fillPlaceholder` offers. */
export const placeholderKinds = [
  'drive',
  'folder',
  'user',
  'users',
  'site',
  'list',
  'mail-folder',
  'contact-folder',
  'todo-list',
  'group',
  'team',
  'channel',
  'chat',
  'teams-app',
  'meeting',
  'meeting-link',
  'adhoc-call',
  'webinar',
  'town-hall',
  'alert',
  'printer',
  'print-task',
  'path',
] as const
export type PlaceholderKind = (typeof placeholderKinds)[number]

export interface Placeholder {
  readonly name: string
  readonly kind: PlaceholderKind
  /** Takes several values. */
  readonly many: boolean
  /** Must be filled first, for its options depend on it. */
  readonly after: string | null
}

/** One way to write a row's resource. */
export interface ResourceForm {
  readonly key: string
  /** Like "Your OneDrive" or "Another drive". */
  readonly title: Message
  /** Like `drives/{drive}/root`. */
  readonly pattern: string
  readonly placeholders: readonly Placeholder[]
  /** Why this way is closed to the account; null: it is open. */
  readonly locked: Message | null
}

/** Something that can be asked for in addition, as a tick in the form. */
export const webhookExtras = ['security-events', 'unknown-enum-members', 'user-properties'] as const
export type WebhookExtra = (typeof webhookExtras)[number]

/** The row for whatever the catalogue does not have: its path is typed in. */
export const anyResource = 'any'

/** A row of the catalogue as one account sees it. */
export interface CatalogueRow {
  readonly key: string
  readonly group: CatalogueGroup
  readonly title: Message
  readonly caption: Message | null
  readonly icon: WebhookIcon
  /** Newer than the documents this app was made after. */
  readonly isNewer: boolean
  /** Why it cannot be made with this account; null: it can. */
  readonly locked: Message | null
  readonly forms: readonly ResourceForm[]
  /** All three; `why` says why one is impossible. */
  readonly changeTypes: readonly {
    readonly type: ChangeType
    readonly chosen: boolean
    readonly why: Message | null
  }[]
  readonly life: {
    readonly leastMs: number
    readonly mostMs: number
    /** What the form begins with; null: the longest. */
    readonly usualMs: number | null
    /** With resource data; the same as `mostMs` where that makes no difference. */
    readonly mostWithDataMs: number
    /** Like "At most 29 days, 9 hours for drives." */
    readonly limit: Message
  }
  readonly data: {
    readonly kind: 'no' | 'optional' | 'must'
    /** Must name the properties it wants, with `$select`. */
    readonly needsSelect: boolean
    readonly note: Message | null
  }
  /** Whether a `$filter` can be given. */
  readonly filter: 'no' | 'optional'
  readonly models: readonly ('A' | 'B')[]
  readonly extras: readonly {
    readonly key: WebhookExtra
    readonly note: Message | null
    readonly byDefault: boolean
  }[]
  readonly permission: {
    /** The least that will do. */
    readonly scopes: readonly string[]
    /** What would do as well, from less to more. */
    readonly alternatives: readonly string[]
    /** What an app without a user would need. */
    readonly application: readonly string[]
    /** Like "read all files you can open". */
    readonly purpose: Message
    readonly isGranted: boolean
    /** The least permission can also write: the form says so. */
    readonly canWrite: boolean
  } | null
  /** How soon Microsoft calls, and how many webhooks it allows. */
  readonly latency: Message | null
  readonly quota: Message | null
  /** What else there is to know. */
  readonly notes: readonly Message[]
}
