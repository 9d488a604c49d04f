/** What a webhook may listen to. `null` scopes: not with a signed-in user's token. */
export interface WebhookRow {
  readonly kind: 'drive' | 'list' | 'outlook' | 'teams' | 'directory' | 'presence' | 'event' | 'other'
  /** Fits the canonical path: no leading `/`, `me` as `users/{id}`, `x('y')` as `x/y`. */
  readonly path: RegExp
  readonly work: readonly string[] | null
  readonly personal: readonly string[] | null
  readonly resourceData: 'no' | 'optional' | 'always'
  readonly maxMinutes: number
  readonly changeTypes: readonly string[]
}

type Rest = Partial<Omit<WebhookRow, 'kind' | 'path'>>

const anyChange = ['created', 'updated', 'deleted']
const byKind: Record<WebhookRow['kind'], Omit<WebhookRow, 'kind' | 'path' | 'work' | 'personal'>> = {
  drive: { resourceData: 'no', maxMinutes: 42_300, changeTypes: ['updated'] },
  list: { resourceData: 'no', maxMinutes: 42_300, changeTypes: ['updated'] },
  outlook: { resourceData: 'optional', maxMinutes: 10_080, changeTypes: anyChange },
  teams: { resourceData: 'optional', maxMinutes: 4_320, changeTypes: anyChange },
  directory: { resourceData: 'no', maxMinutes: 41_760, changeTypes: ['updated', 'deleted'] },
  presence: { resourceData: 'always', maxMinutes: 60, changeTypes: ['updated'] },
  event: { resourceData: 'no', maxMinutes: 1_440, changeTypes: ['created', 'updated'] },
  other: { resourceData: 'no', maxMinutes: 4_230, changeTypes: anyChange },
}

/** `{}` stands for one part of the path; scopes are written with blanks between, `-` is not supported. */
function row(
  kind: WebhookRow['kind'],
  path: string,
  work: string,
  personal = '-',
  rest: Rest = {},
): WebhookRow {
  const scopes = (text: string) => (text === '-' ? null : text.split(' '))
  const fits = new RegExp(`^(?:${path.replaceAll('{}', '[^/]+')})$`, 'i')
  return { kind, path: fits, work: scopes(work), personal: scopes(personal), ...byKind[kind], ...rest }
}

const chat = 'Chat.ReadBasic Chat.Read Chat.ReadWrite'
const virtualEvents = 'VirtualEvent.Read VirtualEvent.ReadWrite'
const shifts = 'shifts|offerShiftRequests|openShiftChangeRequests|swapShiftsChangeRequests|timeOffRequests'

/** The resource catalogue (protocol.md 3.3, 3.5), for delegated tokens. */
const rows: readonly WebhookRow[] = [
  row(
    'drive',
    '(?:users/{}/drive|drives/{})(?:/root|/items/{}|/root:/.+)?',
    'Files.Read.All',
    'Files.Read Files.Read.All',
  ),
  row('list', 'sites/{}/lists/{}', 'Sites.Read.All'),
  row(
    'outlook',
    'users/{}/(?:messages|mailFolders/{}/messages)',
    'Mail.ReadBasic Mail.Read',
    'Mail.ReadBasic Mail.Read',
  ),
  row('outlook', 'users/{}/events', 'Calendars.Read', 'Calendars.Read'),
  row('outlook', 'users/{}/(?:contacts|contactFolders/{}/contacts)', 'Contacts.Read', 'Contacts.Read'),
  row('teams', 'teams/{}/channels', 'Channel.ReadBasic.All ChannelSettings.Read.All'),
  row('teams', 'chats/{}|users/{}/chats', chat),
  row('teams', 'teams/{}/channels/{}/messages', 'ChannelMessage.Read.All'),
  row('teams', 'chats/{}/messages|users/{}/chats/getAllMessages', 'Chat.Read Chat.ReadWrite'),
  row('teams', 'chats/{}/members', `ChatMember.Read ChatMember.ReadWrite ${chat}`),
  row('teams', 'teams/{}/members', 'TeamMember.Read.All'),
  row('teams', 'teams/{}', 'Team.ReadBasic.All TeamSettings.Read.All'),
  row('teams', 'teams/(?:getAllChannels|getAllMessages|getAllMembers)|teams/{}/channels/getAllMembers', '-'),
  row('teams', 'teams|chats|chats/(?:getAllMessages|getAllMembers)', '-'),
  row('teams', 'appCatalogs/teamsApps/{}/installedToChats(?:/getAllMessages|/getAllMembers)?', '-'),
  row('teams', 'copilot/interactionHistory/getAllEnterpriseInteractions', '-'),
  row(
    'teams',
    'copilot/users/{}/interactionHistory/getAllEnterpriseInteractions',
    'AiEnterpriseInteraction.Read',
  ),
  row('teams', 'communications/onlineMeetings/getAll(?:Recordings|Transcripts)', '-'),
  row(
    'teams',
    '(?:communications/onlineMeetings/{}/recordings|users/{}/onlineMeetings/getAllRecordings)',
    'OnlineMeetingRecording.Read.All',
  ),
  row(
    'teams',
    '(?:communications/onlineMeetings/{}/transcripts|users/{}/onlineMeetings/getAllTranscripts)',
    'OnlineMeetingTranscript.Read.All',
  ),
  row('teams', 'appCatalogs/teamsApps/{}/installations', '-'),
  row('teams', 'communications/adhocCalls/getAll(?:Recordings|Transcripts)', '-'),
  row(
    'teams',
    '(?:communications/adhocCalls/{}/recordings|users/{}/adhocCalls/getAllRecordings)',
    'CallRecordings.Read.All',
  ),
  row(
    'teams',
    '(?:communications/adhocCalls/{}/transcripts|users/{}/adhocCalls/getAllTranscripts)',
    'CallTranscripts.Read.All',
  ),
  row('event', 'solutions/virtualEvents/events(?:/getEventsFromOrganizers\\(.+\\))?', '-', '-', {
    changeTypes: ['created'],
  }),
  row('event', '(?:solutions/virtualEvents/(?:webinars|townhalls))/{}', virtualEvents, '-', {
    changeTypes: ['updated'],
  }),
  row('event', '(?:solutions/virtualEvents/(?:webinars|townhalls))/{}/sessions', virtualEvents),
  row('event', 'solutions/virtualEvents/webinars/{}/registrations', virtualEvents),
  row(
    'event',
    '(?:solutions/virtualEvents/(?:webinars|townhalls))/{}/getAttendanceReports',
    virtualEvents,
    '-',
    {
      changeTypes: ['created'],
    },
  ),
  row('other', `teams/{}/schedule/(?:${shifts})`, 'Schedule.Read.All Schedule.ReadWrite.All', '-', {
    maxMinutes: 360,
  }),
  row('directory', 'groups|groups/{}|groups/{}/(?:members|owners)', 'Group.Read.All'),
  row('other', 'groups/{}/conversations', 'Group.Read.All'),
  row('directory', 'users|users/{}', 'User.Read.All', 'User.Read.All'),
  row('presence', 'communications/presences(?:/{})?', 'Presence.Read.All'),
  row('other', 'users/{}/todo/lists/{}/tasks', 'Tasks.ReadWrite', 'Tasks.ReadWrite'),
  row('other', 'security/alerts(?:/{})?', 'SecurityEvents.ReadWrite.All', '-', { maxMinutes: 43_200 }),
  row('other', 'communications/callRecords', '-', '-', { changeTypes: ['created', 'updated'] }),
  row('other', 'print/(?:printers/{}/jobs|taskDefinitions/{}/tasks)', '-'),
]

/** The row a canonical path belongs to; the more exact row wins over one with a placeholder. */
export function rowOf(path: string): WebhookRow | undefined {
  const fitting = rows.filter((each) => each.path.test(path))
  return fitting.find(({ work }) => work === null) ?? fitting[0]
}
