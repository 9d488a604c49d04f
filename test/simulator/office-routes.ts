import { contextOf, mayOpen, needScope, needWork, selectedOf, unseen, type GraphCall } from './graph-call.ts'
import { Refusal } from './graph-reply.ts'
import { answerOfficeDelta } from './office-delta.ts'
import { thingView } from './office-store.ts'
import { paged } from './paging.ts'
import { everybody, graphIdOf } from './personas.ts'
import { resourcePath, userIn } from './webhook-path.ts'

type Body = Record<string, unknown>

const chat = ['Chat.ReadBasic', 'Chat.Read', 'Chat.ReadWrite']
const doors: readonly { path: RegExp; scopes: readonly string[]; work?: true }[] = [
  {
    path: /^users\/[^/]+\/(messages|mailFolders)/i,
    scopes: ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'],
  },
  {
    path: /^users\/[^/]+\/(events|calendarView)/i,
    scopes: ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'],
  },
  { path: /^users\/[^/]+\/(contacts|contactFolders)/i, scopes: ['Contacts.Read', 'Contacts.ReadWrite'] },
  { path: /^users\/[^/]+\/todo\//i, scopes: ['Tasks.Read', 'Tasks.ReadWrite'] },
  { path: /^chats\/[^/]+\/messages/i, scopes: chat.slice(1), work: true },
  { path: /^(users\/[^/]+\/chats|chats\/[^/]+$)/i, scopes: chat, work: true },
  { path: /^teams\/[^/]+\/channels\/[^/]+\/messages/i, scopes: ['ChannelMessage.Read.All'], work: true },
  {
    path: /^teams\/[^/]+(\/channels(\/[^/]+)?)?$/i,
    scopes: ['Channel.ReadBasic.All', 'ChannelSettings.Read.All', 'Team.ReadBasic.All'],
    work: true,
  },
  { path: /^communications\/presences\/[^/]+$/i, scopes: ['Presence.Read', 'Presence.Read.All'], work: true },
]

/** Mail, calendar, contacts, tasks, chats, channels, presence and people; nothing for paths that belong to others (protocol.md 3.5). */
export function answerOffice(call: GraphCall): Body | undefined {
  const { persona, tenantId } = call.token
  if (call.path === '/users') return people(call)
  const directory = /^\/(user|group)s\/delta$/i.exec(call.path)?.[1]
  if (directory !== undefined) {
    needWork(call)
    needScope(call, [directory.toLowerCase() === 'user' ? 'User.Read.All' : 'Group.Read.All'])
    return answerOfficeDelta(call, `${directory}s/delta`)
  }
  const { path } = resourcePath(
    call.path.replace(/^\/users\/([^/]+)\/presence$/, '/communications/presences/$1'),
    persona,
    tenantId,
  )
  const door = doors.find((each) => each.path.test(path))
  if (!door) return undefined
  if (door.work) needWork(call)
  needScope(call, door.scopes)
  const user = userIn(path)
  if (user !== undefined && user !== graphIdOf(persona, tenantId)) throw denied()
  if (/\/delta$/i.test(path)) return answerOfficeDelta(call, path)
  needRoom(call, path)
  const { store } = call.world.office
  const thing = store.at(path)
  if (thing) return selectedOf(call, { ...contextOf(call, 'things'), ...thingView(thing) })
  if (!/\/(messages|mailFolders|events|contacts|lists|tasks|chats|channels)$/i.test(path)) throw missing()
  return paged(call, store.in(path), thingView)
}

/** 404 when the mailbox folder, list, chat or team a path goes through is not there, or not the caller's. */
export function needRoom(call: GraphCall, path: string): void {
  const { store } = call.world.office
  const holder =
    /^(users\/[^/]+\/(?:mailFolders|todo\/lists)\/[^/]+|chats\/[^/]+|teams\/[^/]+\/channels\/[^/]+)(?=\/|$)/i
  const [room] = holder.exec(path) ?? []
  const user = graphIdOf(call.token.persona, call.token.tenantId)
  const chatId = /^chats\/([^/]+)/i.exec(path)?.[1]
  if (chatId !== undefined && !store.at(`users/${user}/chats/${chatId}`)) throw missing()
  if (room !== undefined && !store.at(room)) throw missing()
  const teamId = /^teams\/([^/]+)/i.exec(path)?.[1]
  const team = call.world.estate.groups.find(({ id, kind }) => id === teamId && kind === 'team')
  if (teamId !== undefined && !(team && mayOpen(call, team.tenant.id, team.members)))
    throw unseen(call, team !== undefined)
}

/** Colleagues, all or by a word in their name; a search needs the header for advanced queries (protocol.md 4.1). */
function people(call: GraphCall): Body {
  needWork(call)
  needScope(call, ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'])
  const search = call.url.searchParams.get('$search')
  if (search !== null && call.headers.get('consistencylevel')?.toLowerCase() !== 'eventual') {
    const why = 'Request with $search needs the header ConsistencyLevel: eventual.'
    throw new Refusal(400, 'Request_UnsupportedQuery', why)
  }
  const terms = [...(search ?? '').matchAll(/"(?:\w+:)?([^"]*)"/g)].map(([, word = '']) => word.toLowerCase())
  if (search !== null && terms.length === 0)
    throw new Refusal(400, 'Request_UnsupportedQuery', 'A $search clause is written as "displayName:word".')
  const fits = (text: string) => terms.length === 0 || terms.some((term) => text.toLowerCase().includes(term))
  const found = everybody.filter(
    ({ home, name, email }) => home.id === call.token.tenantId && fits(`${name} ${email}`),
  )
  return paged(call, found, (persona) => ({
    id: graphIdOf(persona),
    displayName: persona.name,
    mail: persona.email,
    userPrincipalName: persona.email,
  }))
}

function denied(): Refusal {
  return new Refusal(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
}

function missing(): Refusal {
  return new Refusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')
}
