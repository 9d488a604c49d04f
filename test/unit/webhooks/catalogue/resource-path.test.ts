import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { waysOf } from '../../../../main/webhooks/catalogue/catalogue-row.ts'
import { catalogueRows } from '../../../../main/webhooks/catalogue/rows.ts'
import {
  isSingle,
  parseResource,
  placeholdersOf,
  writeResource,
} from '../../../../main/webhooks/catalogue/resource-path.ts'

const own = ['41c7a0be-9b55-4f0e-8a8c-2a1e5f7d9c10', 'grace@lindenhof.example']
const plain = { select: null, filter: null, model: null, userProperties: false } as const
const ways = catalogueRows.flatMap((row) => waysOf(row).map((way) => ({ row, way })))

describe('a resource of another program finds its row', () => {
  test.each([
    ['/me/drive/root', 'drive own', {}],
    ['me/drive/root', 'drive own', {}],
    ['users/41c7a0be-9b55-4f0e-8a8c-2a1e5f7d9c10/drive/root', 'drive own', {}],
    ['Users/GRACE@lindenhof.example/Drive/Root/', 'drive own', {}],
    ['users/ada@lindenhof.example/drive/root', 'drive user', { user: ['ada@lindenhof.example'] }],
    ['drives/b!made-up-drive/root/', 'drive drive', { drive: ['b!made-up-drive'] }],
    ["drives('b!made-up-drive')/root", 'drive drive', { drive: ['b!made-up-drive'] }],
    ['me/drive/root:/Plans:', 'drive', {}],
    ['drives/F00/items/F00!12', 'drive folder', { drive: ['F00'], folder: ['F00!12'] }],
    ["me/mailFolders('Inbox')/messages", 'message folder', { 'mail-folder': ['Inbox'] }],
    ['/me/mailfolders/inbox/messages', 'message folder', { 'mail-folder': ['inbox'] }],
    ['me/messages?$select=subject', 'message all', {}],
    ['me/contactFolders/c1/contacts', 'contact own-folder', { 'contact-folder': ['c1'] }],
    ['https://graph.microsoft.com/v1.0/me/events', 'event own', {}],
    ["groups('g1')/conversations", 'conversation group', { group: ['g1'] }],
    ['sites/h,1,2/lists/l1', 'list list', { site: ['h,1,2'], list: ['l1'] }],
    ['chats/getAllMessages?model=A', 'chat-messages-all all', {}],
    ['me/chats/getAllMessages?model=B', 'chat-messages-user own', {}],
    ['me/chats', 'chats-user user', { user: [own[0]] }],
    ['chats/19:abc@thread.v2/messages', 'chat-message chat', { chat: ['19:abc@thread.v2'] }],
    ["communications/presences?$filter=id in ('a', 'b')", 'presence people', { users: ['a', 'b'] }],
    ["security/alerts?$filter=status%20eq%20'New'", 'alert new', {}],
    ["security/alerts?$filter=severity eq 'high'", 'alert', {}],
    ['teams/getAllMembers', 'team-members-all all', {}],
    ['teams/t1/members', 'team-members team', { team: ['t1'] }],
    [
      "communications/onlineMeetings(joinWebUrl='https%3A%2F%2Fx.example%2F1')/meetingCallEvents",
      'meeting-call meeting',
      { 'meeting-link': ['https://x.example/1'] },
    ],
    ['users/ada/todo/lists/l1/tasks', 'todo-task user', { user: ['ada'], 'todo-list': ['l1'] }],
    ['solutions/virtualEvents/events', 'virtual-event all', {}],
    [
      "solutions/virtualEvents/events/getEventsFromOrganizers(organizerIds=['a', 'b'])",
      'virtual-event organizers',
      { users: ['a', 'b'] },
    ],
    ['solutions/virtualEvents/webinars/w1/sessions', 'webinar-session webinar', { webinar: ['w1'] }],
    ['appCatalogs/teamsApps/a1/installations', 'app-installation app', { 'teams-app': ['a1'] }],
    ['communications/adhocCalls/c1/recordings', 'adhoc-recording call', { 'adhoc-call': ['c1'] }],
    ['solutions/nothing/known', 'unknown', {}],
    ['', 'unknown', {}],
    ["drives('", 'unknown', {}],
  ])('%s is %s', (resource, name, filled) => {
    const known = parseResource(resource, own)
    expect(known ? [known.row.key, known.way?.key].filter(Boolean).join(' ') : 'unknown').toBe(name)
    expect(known?.filled ?? {}).toEqual(filled)
  })
})

test('every way of the catalogue is its own and is found again', () => {
  for (const { row, way } of ways) {
    const filled = Object.fromEntries(placeholdersOf(way).map((kind) => [kind, [`some-${kind}`]]))
    const known = parseResource(writeResource(way, filled, plain), own)
    expect(known).toMatchObject({ row: { key: row.key }, way: { key: way.key }, filled })
  }
})

test('whatever is filled in is found again, letter by letter', () => {
  const value = fc.string({ unit: 'grapheme', minLength: 1 })
  const drawn = fc.constantFrom(...ways).chain(({ row, way }) =>
    fc.record({
      row: fc.constant(row),
      way: fc.constant(way),
      values: fc.tuple(value, value),
      query: fc.record({
        select: fc.option(fc.constantFrom('id', 'subject,from')),
        filter: way.pattern.includes('?')
          ? fc.constant(null)
          : fc.option(value.filter((text) => text.trim() === text)),
        model: fc.option(fc.constantFrom('A' as const, 'B' as const)),
        userProperties: fc.boolean(),
      }),
    }),
  )
  fc.assert(
    fc.property(drawn, ({ row, way, values, query }) => {
      const filled = Object.fromEntries(
        placeholdersOf(way).map((kind) => [kind, isSingle(kind) ? [values[0]] : values]),
      )
      const known = parseResource(writeResource(way, filled, query), [])
      expect(known).toEqual({ row, way, filled, query })
    }),
    { numRuns: 500 },
  )
})

test('nothing makes it stumble', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseResource(text, own)))
})
