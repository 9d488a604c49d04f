import { way, type Row } from './catalogue-row.ts'
import { mailboxRows } from './catalogue-rows-mailbox.ts'
import { meetingRows } from './catalogue-rows-meetings.ts'
import { messageRows } from './catalogue-rows-messages.ts'
import { deviceRows, directoryRows } from './catalogue-rows-people.ts'
import { teamsRows } from './catalogue-rows-teams.ts'
import { workRows } from './catalogue-rows-work.ts'

const onlyUpdated = {
  types: ['updated'],
  why: 'Drives and lists only ever report “updated”. What changed comes from the sync that follows.',
} as const

/** Files and lists (protocol.md 3.5: driveItem, list). */
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

/**
 * All that Microsoft can call about: protocol.md 3.5 row by row, with 3.3 (lives), 3.4 (latency), 3.6 (quotas), 3.7
 * (special rules) and 8.2 (where the documents differ, today's create page is followed).
 */
export const catalogueRows: readonly Row[] = [
  ...fileRows,
  ...mailboxRows,
  ...messageRows,
  ...teamsRows,
  ...workRows,
  ...directoryRows,
  ...meetingRows,
  ...deviceRows,
]
