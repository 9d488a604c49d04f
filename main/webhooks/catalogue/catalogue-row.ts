import type {
  CatalogueGroup,
  ChangeType,
  PlaceholderKind,
  WebhookIcon,
} from '../../../preload/contract/webhook-catalogue.ts'
import type { latencies, lifetimes, quotas } from './catalogue-limits.ts'

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
  /** Microsoft's documents disagree on whether personal accounts may. */
  | 'personal-unsure'

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

/**
 * One row of protocol.md 3.5. Scopes are in Microsoft's order, the least privileged first; null: not supported; none:
 * the documents name none.
 */
export interface Row {
  readonly key: string
  readonly group: CatalogueGroup
  readonly icon: WebhookIcon
  readonly work: readonly string[] | null
  readonly personal: readonly string[] | null
  /** To be offered when Microsoft refuses the least (protocol.md 8.2). */
  readonly wider?: { readonly work: string; readonly personal?: string }
  readonly data: 'no' | 'optional' | 'must'
  readonly life: keyof typeof lifetimes
  readonly latency: keyof typeof latencies | null
  readonly quota: keyof typeof quotas | null
  /** What may be asked for, when that is not everything. */
  readonly only?: keyof typeof reportedTypes
  /** What the form begins with. */
  readonly usual: readonly ChangeType[]
  readonly models?: readonly ('A' | 'B')[]
  readonly traits: readonly Trait[]
  /** Why nobody can make it with Drivebell. */
  readonly closed?: 'preview' | 'unnamed'
  readonly ways: readonly (readonly [key: string, pattern: string, limit?: WayLimit])[]
}

/** What Microsoft reports of rows of which it does not report everything. */
export const reportedTypes = {
  updated: ['updated'],
  'no-created': ['updated', 'deleted'],
} as const satisfies Record<string, readonly ChangeType[]>

/** What a person is asked for each kind of placeholder. */
export const placeholderWords: Readonly<
  Record<PlaceholderKind, { readonly label: string; readonly choose: string }>
> = {
  drive: { label: 'Which drive', choose: 'Choose a drive.' },
  folder: { label: 'Which folder', choose: 'Choose a folder.' },
  user: { label: 'Which person', choose: 'Choose a person.' },
  users: { label: 'Which people', choose: 'Choose at least one person.' },
  site: { label: 'Which site', choose: 'Choose a site.' },
  list: { label: 'Which list', choose: 'Choose a list.' },
  'mail-folder': { label: 'Which mail folder', choose: 'Choose a mail folder.' },
  'contact-folder': { label: 'Which contact folder', choose: 'Choose a contact folder.' },
  'todo-list': { label: 'Which list', choose: 'Choose a To Do list.' },
  group: { label: 'Which group', choose: 'Choose a group.' },
  team: { label: 'Which team', choose: 'Choose a team.' },
  channel: { label: 'Which channel', choose: 'Choose a channel.' },
  chat: { label: 'Which chat', choose: 'Choose a chat.' },
  'teams-app': { label: 'Which Teams app', choose: 'Type the id of a Teams app.' },
  meeting: { label: 'Which meeting', choose: 'Type the id of a meeting.' },
  'meeting-link': { label: 'Which meeting', choose: 'Paste the link of a meeting.' },
  alert: { label: 'Which alert', choose: 'Type the id of an alert.' },
  printer: { label: 'Which printer', choose: 'Choose a printer.' },
  'print-task': { label: 'Which print task', choose: 'Type the id of a print task.' },
}
