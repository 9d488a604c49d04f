import type { PlaceholderKind } from '../../../preload/contract/webhook-catalogue.ts'
import { fields, idIn, nameIn, segment, sitePath } from '../../graph/untyped.ts'
import { entryOf } from '../../kit/table.ts'
import type { Filled } from './resource-path.ts'

/** Where what a placeholder can be is listed, and what that needs. */
export interface Source {
  /** Null: something else must be chosen first. */
  readonly path: (filled: Filled, search: string) => string | null
  /** Any one of them will do; the first is asked for. */
  readonly scopes: readonly string[]
  /** What they are for, in words (interface.md 5: 36). */
  readonly purpose: string
  /** The name of one, and what tells it from another of the same name. */
  readonly read: (one: unknown) => { readonly label: string; readonly caption: string | null } | null
  /** Microsoft searches by itself; else what comes is narrowed here. */
  readonly searches: boolean
}

const chatScopes = ['Chat.ReadBasic', 'Chat.Read', 'Chat.ReadWrite']

/** Graph's lists (protocol.md 4.1; the others by the paths their webhooks have in 3.5). */
const sources: Partial<Record<PlaceholderKind, Source>> = {
  folder: {
    path: ({ drive = [] }) => (drive[0] ? `/drives/${segment(drive[0])}/root/children` : null),
    scopes: ['Files.Read', 'Files.Read.All', 'Files.ReadWrite'],
    purpose: 'the names of your folders',
    read: (one) => (fields(one)?.folder ? named('name')(one) : null),
    searches: false,
  },
  site: {
    path: (_, search) => `/sites?search=${encodeURIComponent(search || '*')}`,
    scopes: ['Sites.Read.All'],
    purpose: 'the names of sites and their lists',
    read: named('displayName', 'webUrl'),
    searches: true,
  },
  list: {
    path: ({ site = [] }) => (site[0] ? `${sitePath(site[0])}/lists` : null),
    scopes: ['Sites.Read.All'],
    purpose: 'the names of sites and their lists',
    read: named('displayName', 'webUrl'),
    searches: false,
  },
  'mail-folder': {
    path: () => '/me/mailFolders?$top=100',
    scopes: ['Mail.ReadBasic', 'Mail.Read'],
    purpose: 'the names of your mail folders',
    read: named('displayName'),
    searches: false,
  },
  'contact-folder': {
    path: () => '/me/contactFolders',
    scopes: ['Contacts.Read'],
    purpose: 'the names of your contact folders',
    read: named('displayName'),
    searches: false,
  },
  'todo-list': {
    path: () => '/me/todo/lists',
    scopes: ['Tasks.ReadWrite'],
    purpose: 'the names of your lists',
    read: named('displayName'),
    searches: false,
  },
  group: {
    path: () => '/me/memberOf/microsoft.graph.group?$select=id,displayName,mail',
    scopes: ['GroupMember.Read.All', 'Group.Read.All'],
    purpose: 'the names of your groups',
    read: named('displayName', 'mail'),
    searches: false,
  },
  team: {
    path: () => '/me/joinedTeams',
    scopes: ['Team.ReadBasic.All', 'TeamSettings.Read.All'],
    purpose: 'the names of your teams',
    read: named('displayName', 'description'),
    searches: false,
  },
  channel: {
    path: ({ team = [] }) => (team[0] ? `/teams/${segment(team[0])}/channels` : null),
    scopes: ['Channel.ReadBasic.All', 'ChannelSettings.Read.All'],
    purpose: 'the names of channels',
    read: named('displayName', 'description'),
    searches: false,
  },
  chat: {
    path: () => '/me/chats',
    scopes: chatScopes,
    purpose: 'the names of your chats',
    read: (one) => {
      const { topic, chatType } = fields(one) ?? {}
      return { label: nameIn(topic) ?? entryOf(chatKinds, idIn(chatType)) ?? 'A chat', caption: null }
    },
    searches: false,
  },
}

/** What is asked for to list them. */
export const sourceScopes: readonly string[] = Object.values(sources).flatMap(({ scopes }) =>
  scopes.slice(0, 1),
)

/** Where a placeholder's choices are listed; null: nowhere. */
export const sourceOf = (kind: PlaceholderKind): Source | null => sources[kind] ?? null

const chatKinds: Readonly<Record<string, string>> = {
  oneOnOne: 'A chat of two',
  group: 'A group chat',
  meeting: 'A meeting’s chat',
}

/** What is wanted where nothing lists it. */
export const typedWords: Partial<Record<PlaceholderKind, string>> = {
  user: 'Type the address or the id of a person.',
  users: 'Type the ids of people, as their profiles have them.',
  'teams-app': 'Type the id of the app, as the Teams catalogue has it.',
  meeting: 'Type the id of the meeting.',
  'meeting-link': 'Paste the link with which people join the meeting.',
  alert: 'Type the id of the alert.',
  printer: 'Type the id of the printer.',
  'print-task': 'Type the id of the print task.',
}

function named(name: string, caption?: string): Source['read'] {
  return (one) => {
    const label = nameIn(fields(one)?.[name])
    return label === null ? null : { label, caption: caption ? nameIn(fields(one)?.[caption]) : null }
  }
}
