import type { Account } from '../../accounts/account.ts'
import { ownIds } from '../../accounts/accounts-view.ts'
import { entryOf } from '../../kit/table.ts'
import type { Row, Way } from './catalogue-row.ts'
import { sourceScopes } from './placeholder-sources.ts'
import { closedWhy } from './row-words.ts'
import { catalogueRows } from './rows.ts'

/** What has to be known of an account to say what it may have made. */
export type Asker = Pick<Account, 'id' | 'type' | 'cloud' | 'scopes' | 'graphId' | 'username'>

/** Why an account cannot have this row at all; null: it can. */
export function rowClosed(row: Row, { type, cloud }: Asker): string | null {
  if (row.closed) return closedWhy(row.closed)
  if (!row.work && !row.personal) return needsAppOnly
  if (!row[type]) return 'Not for personal accounts: only for those of work or school.'
  if (cloud !== 'global' && row.traits.includes('global-cloud-only')) {
    return 'Only in Microsoft’s global cloud, and this account is in another.'
  }
  return null
}

/** Why an account cannot write this row's resource this way; null: it can. */
export function wayClosed({ limit }: Way, { type }: Asker): string | null {
  if (limit === 'app-only') return needsAppOnly
  if (limit === 'own-mailbox') return ownMailboxOnly
  return limit === 'personal-only' && type === 'work' ? wholeDrives : null
}

/** Somebody else's mailbox, shared or not (protocol.md 3.7). */
export const ownMailboxOnly = 'Only your own mailbox: for another, Microsoft wants app-only access.'
const needsAppOnly = 'Needs app-only access.'
const wholeDrives = 'Work accounts: whole drives only. Drivebell narrows it to folders after delivery.'

/** What means the account itself behind `users/`. */
export function namesOf(account: Asker): readonly string[] {
  return [...ownIds(account), account.username].filter((name) => name !== '')
}

/**
 * What must be asked for before making it: the least, when none of what would do is granted. A greater permission is
 * not enough where a smaller one is all that is needed (protocol.md 3.5).
 */
export function missingFor(row: Row, { type, scopes }: Asker): readonly string[] {
  const enough = row[type] ?? []
  const granted = new Set(scopes.map((scope) => scope.toLowerCase()))
  const [least] = enough
  return least === undefined || enough.some((scope) => granted.has(scope.toLowerCase())) ? [] : [least]
}

/** What else to offer when Microsoft refuses although nothing is missing; null: nothing (protocol.md 8.2). */
export function widerFor(row: Row, { type, scopes }: Asker): string | null {
  const wider = row.wider?.[type]
  return wider === undefined || scopes.includes(wider) ? null : wider
}

/** All that webhooks ask for: the least for each row and list, and what is offered when Microsoft refuses that. */
export const webhookScopes: ReadonlySet<string> = new Set([
  ...sourceScopes,
  ...catalogueRows.flatMap(({ work, personal, wider }) => [
    ...(work ?? []).slice(0, 1),
    ...(personal ?? []).slice(0, 1),
    ...Object.values(wider ?? {}),
  ]),
])

const purposes: Readonly<Record<string, string>> = {
  'Files.Read': 'read your files',
  'Files.Read.All': 'read all files you can open',
  'Sites.Read.All': 'read the sites and lists you can open',
  'Mail.ReadBasic': 'read your mail, without what is written in it',
  'Calendars.Read': 'read your calendar',
  'Contacts.Read': 'read your contacts',
  'Tasks.ReadWrite': 'read and change your tasks',
  'User.Read.All': 'read the profiles of everybody',
  'Group.Read.All': 'read all groups',
  'Chat.ReadBasic': 'read the names and members of your chats',
  'Chat.Read': 'read the messages of your chats',
  'ChatMember.Read': 'read the members of your chats',
  'ChannelMessage.Read.All': 'read the messages of channels',
  'Channel.ReadBasic.All': 'read the names of channels',
  'Team.ReadBasic.All': 'read the names of teams',
  'TeamMember.Read.All': 'read the members of teams',
  'Presence.Read.All': 'read the presence of everybody',
  'SecurityEvents.ReadWrite.All': 'read and change security alerts',
  'AiEnterpriseInteraction.Read': 'read your conversations with Copilot',
  'OnlineMeetingRecording.Read.All': 'read recordings of meetings',
  'OnlineMeetingTranscript.Read.All': 'read transcripts of meetings',
  'Schedule.Read.All': 'read the schedules of teams',
  'VirtualEvent.Read': 'read your webinars and town halls',
}

/** What a permission allows, in words. */
export const purposeOf = (scope: string): string => entryOf(purposes, scope) ?? 'read these'
