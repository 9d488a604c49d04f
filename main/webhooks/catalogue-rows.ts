import type { Row, Way } from './catalogue-row.ts'
import { meetingRows } from './catalogue-rows-meetings.ts'
import { teamsRows } from './catalogue-rows-teams.ts'

const way = (key: string, title: string, pattern: string, named: string, limit?: Way['limit']): Way => ({
  key,
  title,
  pattern,
  named,
  ...(limit && { limit }),
})

const onlyUpdated = {
  types: ['updated'],
  why: 'Drives and lists only ever report “updated”. What changed comes from the sync that follows.',
} as const
const noCreated = { types: ['updated', 'deleted'], why: 'New ones are reported as “updated”.' } as const

/** Files and lists (graph.md 3.5: driveItem, list). */
const fileRows: readonly Row[] = [
  {
    key: 'drive',
    group: 'files-and-lists',
    icon: 'drive',
    title: 'A drive',
    caption: 'OneDrive or library',
    ways: [
      way('own', 'Your OneDrive', '/me/drive/root', 'Files in My files'),
      way('drive', 'Another drive', '/drives/{drive}/root', 'Files in {drive}'),
      way('user', 'A person’s OneDrive', '/users/{user}/drive/root', 'Files of {user}'),
      way('folder', 'A folder', '/drives/{drive}/items/{folder}', 'Files in {folder}', 'personal-only'),
    ],
    work: ['Files.Read.All'],
    personal: ['Files.Read'],
    application: ['Files.Read.All'],
    wider: { work: 'Files.ReadWrite.All', personal: 'Files.ReadWrite' },
    data: 'no',
    life: 'drives',
    latency: 'drives',
    quota: null,
    only: onlyUpdated,
    usual: ['updated'],
    traits: ['security-events'],
  },
  {
    key: 'list',
    group: 'files-and-lists',
    icon: 'list',
    title: 'A list',
    caption: 'SharePoint list',
    ways: [way('list', 'A list of a site', 'sites/{site}/lists/{list}', 'List {list}')],
    work: ['Sites.Read.All'],
    personal: null,
    application: ['Sites.Read.All'],
    wider: { work: 'Sites.ReadWrite.All' },
    data: 'no',
    life: 'drives',
    latency: 'drives',
    quota: null,
    only: onlyUpdated,
    usual: ['updated'],
    traits: [],
  },
]

const outlook = {
  group: 'mail-calendar-tasks',
  data: 'optional',
  life: 'outlook',
  latency: 'outlook',
  quota: 'outlook',
  traits: ['own-mailbox', 'select', 'filter'],
} as const

/** Mailbox and tasks (graph.md 3.5: message, event, contact, todoTask). */
const mailboxRows: readonly Row[] = [
  {
    ...outlook,
    key: 'message',
    icon: 'mail',
    title: 'Messages',
    caption: 'Your mailbox',
    ways: [
      way('folder', 'One folder', "me/mailFolders('{mail-folder}')/messages", '{mail-folder}'),
      way('all', 'The whole mailbox', 'me/messages', 'Mail'),
      way('user', 'Another mailbox', 'users/{user}/messages', 'Mail of {user}', 'own-mailbox'),
      way(
        'user-folder',
        'A folder of another mailbox',
        "users/{user}/mailFolders('{mail-folder}')/messages",
        '{mail-folder} of {user}',
        'own-mailbox',
      ),
    ],
    work: ['Mail.ReadBasic', 'Mail.Read'],
    personal: ['Mail.ReadBasic', 'Mail.Read'],
    application: ['Mail.Read'],
    usual: ['created'],
  },
  {
    ...outlook,
    key: 'event',
    icon: 'calendar',
    title: 'Events',
    caption: 'Your calendar',
    ways: [
      way('own', 'Your calendar', 'me/events', 'Calendar'),
      way('user', 'Another calendar', 'users/{user}/events', 'Calendar of {user}', 'own-mailbox'),
    ],
    work: ['Calendars.Read'],
    personal: ['Calendars.Read'],
    application: ['Calendars.Read'],
    usual: ['created', 'updated', 'deleted'],
  },
  {
    ...outlook,
    key: 'contact',
    icon: 'contacts',
    title: 'Contacts',
    ways: [
      way('own', 'Your contacts', 'me/contacts', 'Contacts'),
      way(
        'own-folder',
        'One folder',
        'me/contactFolders/{contact-folder}/contacts',
        'Contacts in {contact-folder}',
      ),
      way('user', 'Another mailbox', 'users/{user}/contacts', 'Contacts of {user}', 'own-mailbox'),
      way(
        'user-folder',
        'A folder of another mailbox',
        'users/{user}/contactFolders/{contact-folder}/contacts',
        'Contacts of {user} in {contact-folder}',
        'own-mailbox',
      ),
    ],
    work: ['Contacts.Read'],
    personal: ['Contacts.Read'],
    application: ['Contacts.Read'],
    usual: ['created', 'updated', 'deleted'],
  },
  {
    key: 'todo-task',
    group: 'mail-calendar-tasks',
    icon: 'tasks',
    title: 'To Do tasks',
    ways: [way('list', 'A list of yours', 'me/todo/lists/{todo-list}/tasks', 'Tasks in {todo-list}')],
    work: ['Tasks.ReadWrite'],
    personal: ['Tasks.ReadWrite'],
    application: ['Tasks.ReadWrite.All'],
    data: 'no',
    life: 'tasks',
    latency: 'tasks',
    quota: null,
    usual: ['created', 'updated', 'deleted'],
    traits: ['global-cloud-only'],
  },
]

const directory = {
  group: 'people-and-groups',
  icon: 'people',
  data: 'no',
  life: 'directory',
  latency: null,
  quota: 'directory',
  traits: [],
} as const

/** People and groups (graph.md 3.5: user, group, group conversation). */
const directoryRows: readonly Row[] = [
  {
    ...directory,
    key: 'user',
    title: 'People',
    caption: 'Profiles',
    ways: [
      way('all', 'Everybody', 'users', 'People'),
      way('one', 'One person', 'users/{user}', 'Profile of {user}'),
    ],
    work: ['User.Read.All'],
    personal: ['User.Read.All'],
    application: ['User.Read.All'],
    only: noCreated,
    usual: ['updated', 'deleted'],
    traits: ['personal-unsure'],
  },
  {
    ...directory,
    key: 'group',
    title: 'Groups',
    ways: [
      way('all', 'Every group', 'groups', 'Groups'),
      way('one', 'One group', 'groups/{group}', 'Group {group}'),
      way('members', 'Members of a group', 'groups/{group}/members', 'Members of {group}'),
      way('owners', 'Owners of a group', 'groups/{group}/owners', 'Owners of {group}'),
    ],
    work: ['Group.Read.All'],
    personal: null,
    application: ['Group.Read.All'],
    only: noCreated,
    usual: ['updated', 'deleted'],
  },
  {
    ...directory,
    key: 'conversation',
    icon: 'chat',
    title: 'Group conversations',
    ways: [way('group', 'Of one group', 'groups/{group}/conversations', 'Conversations of {group}')],
    work: ['Group.Read.All'],
    personal: null,
    application: null,
    life: 'conversations',
    quota: null,
    usual: ['created', 'updated', 'deleted'],
  },
]

/** Devices and security (graph.md 3.5: printer, printTaskDefinition, security alert, health alert). */
const deviceRows: readonly Row[] = [
  {
    key: 'printer',
    group: 'devices-and-security',
    icon: 'printer',
    title: 'Printer jobs',
    ways: [way('printer', 'Of one printer', 'print/printers/{printer}/jobs', 'Jobs of {printer}')],
    work: null,
    personal: null,
    application: ['Printer.Read.All', 'Printer.ReadWrite.All'],
    data: 'no',
    life: 'printing',
    latency: 'printing',
    quota: null,
    usual: ['updated'],
    traits: [],
  },
  {
    key: 'print-task',
    group: 'devices-and-security',
    icon: 'printer',
    title: 'Print tasks',
    ways: [way('task', 'Of one task', 'print/taskDefinitions/{print-task}/tasks', 'Print tasks')],
    work: null,
    personal: null,
    application: ['PrintTaskDefinition.ReadWrite.All'],
    data: 'no',
    life: 'printing',
    latency: 'printing',
    quota: null,
    usual: ['created'],
    traits: [],
  },
  {
    key: 'alert',
    group: 'devices-and-security',
    icon: 'shield',
    title: 'Security alerts',
    ways: [
      way('new', 'New alerts', "security/alerts?$filter=status eq 'New'", 'New security alerts'),
      way('one', 'One alert', 'security/alerts/{alert}', 'Security alert {alert}'),
    ],
    work: ['SecurityEvents.ReadWrite.All'],
    personal: null,
    application: ['SecurityEvents.ReadWrite.All'],
    data: 'no',
    life: 'alerts',
    latency: 'alerts',
    quota: null,
    usual: ['updated'],
    traits: [],
  },
  {
    key: 'health-alert',
    group: 'devices-and-security',
    icon: 'shield',
    title: 'Health alerts',
    caption: 'Of the directory',
    ways: [way('all', 'All', 'reports/healthmonitoring/alerts', 'Health alerts')],
    work: [],
    personal: null,
    application: [],
    data: 'no',
    life: 'health',
    latency: null,
    quota: null,
    usual: ['created', 'updated'],
    traits: ['newer'],
  },
]

/**
 * All that Microsoft can call about: graph.md 3.5 row by row, with 3.3 (lives), 3.4 (latency), 3.6 (quotas), 3.7 (special
 * rules) and 8.2 (where the documents differ, today's create page is followed).
 */
export const catalogueRows: readonly Row[] = [
  ...fileRows,
  ...mailboxRows,
  ...teamsRows,
  ...directoryRows,
  ...meetingRows,
  ...deviceRows,
]
