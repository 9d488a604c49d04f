import type { Message, PlainKey } from '../../../preload/words/phrase.ts'
import type { Account } from '../../accounts/account.ts'
import { ownIds } from '../../accounts/accounts-view.ts'
import { ungranted } from '../../accounts/scopes.ts'
import { entryOf } from '../../kit/table.ts'
import type { Row, Way } from './catalogue-row.ts'
import { sourceScopes } from './placeholder-sources.ts'
import { catalogueRows } from './rows.ts'

/** What has to be known of an account to say what it may have made. */
export type Asker = Pick<Account, 'id' | 'type' | 'cloud' | 'scopes' | 'graphId' | 'username'>

/** Why an account cannot have this row at all; null: it can. */
export function rowClosed(row: Row, { type, cloud }: Asker): Message | null {
  if (row.closed) return { key: `catalogue.closed.${row.closed}` }
  if (!row.work && !row.personal) return needsAppOnly(row)
  if (!row[type]) return { key: 'catalogue.closed.work-only' }
  if (cloud !== 'global' && row.traits.includes('global-cloud-only')) {
    return { key: 'catalogue.closed.global-only' }
  }
  return null
}

/** Why an account cannot write this row's resource this way; null: it can. */
export function wayClosed(row: Row, { limit }: Way, { type }: Asker): Message | null {
  if (limit === 'app-only') return needsAppOnly(row)
  if (limit === 'own-mailbox') return ownMailboxOnly
  return limit === 'personal-only' && type === 'work' ? wholeDrives : null
}

/** Somebody else's mailbox, shared or not (protocol.md 3.7). */
export const ownMailboxOnly: Message = { key: 'catalogue.closed.own-mailbox' }
const needsAppOnly = ({ application }: Row): Message =>
  application.length === 0
    ? { key: 'catalogue.closed.app-only' }
    : { key: 'catalogue.closed.app-only-scopes', values: { scopes: application.join(', ') } }
const wholeDrives: Message = { key: 'catalogue.closed.whole-drives' }

/** What means the account itself behind `users/`. */
export function namesOf(account: Asker): readonly string[] {
  return [...ownIds(account), account.username].filter((name) => name !== '')
}

/**
 * What must be asked for before making it: the least, when none of what would do is granted. A greater permission is
 * not enough where a smaller one is all that is needed (protocol.md 3.5).
 */
export function missingFor(row: Row, account: Asker): readonly string[] {
  const enough = row[account.type] ?? []
  const [least] = enough
  return least === undefined || ungranted(account, enough).length < enough.length ? [] : [least]
}

/** What else to offer when Microsoft refuses although nothing is missing; null: nothing (protocol.md 8.2). */
function widerFor(row: Row, account: Asker): string | null {
  const wider = row.wider?.[account.type]
  return wider === undefined || ungranted(account, [wider]).length === 0 ? null : wider
}

/** What to ask for after Microsoft refused: what is missing, else what is offered beside it. */
export function scopesToAsk(row: Row, account: Asker): readonly string[] {
  const missing = missingFor(row, account)
  const wider = widerFor(row, account)
  return missing.length > 0 || wider === null ? missing : [wider]
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

const purposes: Readonly<Record<string, PlainKey>> = {
  'Files.Read': 'permission.files-read',
  'Files.Read.All': 'permission.files-read-all',
  'Files.ReadWrite': 'permission.files-readwrite',
  'Files.ReadWrite.All': 'permission.files-readwrite-all',
  'Sites.Read.All': 'permission.sites-read-all',
  'Sites.ReadWrite.All': 'permission.sites-readwrite-all',
  'Mail.ReadBasic': 'permission.mail-readbasic',
  'Mail.Read': 'permission.mail-read',
  'Calendars.Read': 'permission.calendars-read',
  'Contacts.Read': 'permission.contacts-read',
  'Tasks.ReadWrite': 'permission.tasks-readwrite',
  'User.Read.All': 'permission.user-read-all',
  'Group.Read.All': 'permission.group-read-all',
  'Chat.ReadBasic': 'permission.chat-readbasic',
  'Chat.Read': 'permission.chat-read',
  'ChatMember.Read': 'permission.chatmember-read',
  'ChannelMessage.Read.All': 'permission.channelmessage-read-all',
  'Channel.ReadBasic.All': 'permission.channel-readbasic-all',
  'Team.ReadBasic.All': 'permission.team-readbasic-all',
  'TeamMember.Read.All': 'permission.teammember-read-all',
  'Presence.Read.All': 'permission.presence-read-all',
  'SecurityEvents.ReadWrite.All': 'permission.securityevents-readwrite-all',
  'AiEnterpriseInteraction.Read': 'permission.aienterpriseinteraction-read',
  'OnlineMeetingRecording.Read.All': 'permission.onlinemeetingrecording-read-all',
  'OnlineMeetingTranscript.Read.All': 'permission.onlinemeetingtranscript-read-all',
  'Schedule.Read.All': 'permission.schedule-read-all',
  'CallRecordings.Read.All': 'permission.callrecordings-read-all',
  'CallTranscripts.Read.All': 'permission.calltranscripts-read-all',
  'VirtualEvent.Read': 'permission.virtualevent-read',
}

/** What a permission allows. */
export const purposeOf = (scope: string): Message => ({ key: entryOf(purposes, scope) ?? 'permission.other' })

/** What Microsoft is going to ask, said before it does (interface.md 5: 36). */
export function consentAsked([scope = '']: readonly string[]): Message {
  const purpose = purposeOf(scope)
  return { key: /write/i.test(scope) ? 'webhook.consent-write' : 'webhook.consent', values: { purpose } }
}
