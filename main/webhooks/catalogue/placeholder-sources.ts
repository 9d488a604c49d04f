import type { PlaceholderKind } from '../../../preload/contract/webhook-catalogue.ts'
import type { Below } from '../../../preload/words/phrase.ts'
import type { Name } from './title.ts'
import { fields, idIn, nameIn, segment, sitePath } from '../../graph/untyped.ts'
import { entryOf } from '../../kit/table.ts'
import type { Filled } from './resource-path.ts'

/** Where what a placeholder can be is listed, and what that needs. */
export interface Source {
  /** Null: something else must be chosen first. */
  readonly path: (filled: Filled, search: string) => string | null
  /** Any one of them will do; the first is asked for. */
  readonly scopes: readonly string[]
  /** What they are for (interface.md 5: 36): `catalogue.purpose.*`. */
  readonly purpose: Below<'catalogue.purpose'>
  /** The name of one, and what tells it from another of the same name. */
  readonly read: (one: unknown) => { readonly label: Name; readonly caption: string | null } | null
  /** Microsoft searches by itself; else what comes is narrowed here. */
  readonly searches: boolean
}

const chatScopes = ['Chat.ReadBasic', 'Chat.Read', 'Chat.ReadWrite']

/** Graph's lists (protocol.md 4.1; the others by the paths their webhooks have in 3.5). */
const sources = {
  folder: {
    path: ({ drive = [] }) => (drive[0] ? `/drives/${segment(drive[0])}/root/children` : null),
    scopes: ['Files.Read', 'Files.Read.All', 'Files.ReadWrite'],
    purpose: 'folders',
    read: (one) => (fields(one)?.folder ? named('name')(one) : null),
    searches: false,
  },
  site: {
    path: (_, search) => `/sites?search=${encodeURIComponent(search || '*')}`,
    scopes: ['Sites.Read.All'],
    purpose: 'sites',
    read: named('displayName', 'webUrl'),
    searches: true,
  },
  list: {
    path: ({ site = [] }) => (site[0] ? `${sitePath(site[0])}/lists` : null),
    scopes: ['Sites.Read.All'],
    purpose: 'sites',
    read: named('displayName', 'webUrl'),
    searches: false,
  },
  'mail-folder': {
    path: () => '/me/mailFolders?$top=100',
    scopes: ['Mail.ReadBasic', 'Mail.Read'],
    purpose: 'mail-folders',
    read: named('displayName'),
    searches: false,
  },
  'contact-folder': {
    path: () => '/me/contactFolders',
    scopes: ['Contacts.Read'],
    purpose: 'contact-folders',
    read: named('displayName'),
    searches: false,
  },
  'todo-list': {
    path: () => '/me/todo/lists',
    scopes: ['Tasks.ReadWrite'],
    purpose: 'todo-lists',
    read: named('displayName'),
    searches: false,
  },
  group: {
    path: () => '/me/memberOf/microsoft.graph.group?$select=id,displayName,mail',
    scopes: ['GroupMember.Read.All', 'Group.Read.All'],
    purpose: 'groups',
    read: named('displayName', 'mail'),
    searches: false,
  },
  team: {
    path: () => '/me/joinedTeams',
    scopes: ['Team.ReadBasic.All', 'TeamSettings.Read.All'],
    purpose: 'teams',
    read: named('displayName', 'description'),
    searches: false,
  },
  channel: {
    path: ({ team = [] }) => (team[0] ? `/teams/${segment(team[0])}/channels` : null),
    scopes: ['Channel.ReadBasic.All', 'ChannelSettings.Read.All'],
    purpose: 'channels',
    read: named('displayName', 'description'),
    searches: false,
  },
  chat: {
    path: () => '/me/chats',
    scopes: chatScopes,
    purpose: 'chats',
    read: (one) => {
      const { topic, chatType } = fields(one) ?? {}
      return {
        label: nameIn(topic) ?? { key: `catalogue.chat.${entryOf(chatKinds, idIn(chatType)) ?? 'other'}` },
        caption: null,
      }
    },
    searches: false,
  },
} satisfies Partial<Record<PlaceholderKind, Source>>

/** What is asked for to list them. */
export const sourceScopes: readonly string[] = Object.values(sources).flatMap(({ scopes }) =>
  scopes.slice(0, 1),
)

/** What is listed somewhere; of other kinds the id is typed. */
type Listed = keyof typeof sources

export const isListed = (kind: PlaceholderKind): kind is Listed => Object.hasOwn(sources, kind)

/** Where a placeholder's choices are listed. */
export const sourceOf = (kind: Listed): Source => sources[kind]

const chatKinds: Readonly<Record<string, Below<'catalogue.chat'>>> = {
  oneOnOne: 'one-on-one',
  group: 'group',
  meeting: 'meeting',
}

function named(name: string, caption?: string): Source['read'] {
  return (one) => {
    const label = nameIn(fields(one)?.[name])
    return label === null ? null : { label, caption: caption ? nameIn(fields(one)?.[caption]) : null }
  }
}
