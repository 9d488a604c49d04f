import { afterEach, beforeEach, expect, test } from 'vitest'
import { opened, selfSigned } from './certificate.ts'
import { HookWorld } from './hook-world.ts'

let world: HookWorld

beforeEach(async () => {
  world = await HookWorld.open()
})

afterEach(() => world[Symbol.asyncDispose]())

const { base64: encryptionCertificate, pem } = await selfSigned()
const graceId = '3d0f7a21-5c48-4b96-a1e7-92c6b8d5f014'
const adaId = '41c7e9d0-2b6f-4f83-9d15-c0a87e3b5a62'

test.each([
  ['Mail.Read', 'me/messages', 'mails', 'Steel'],
  ['Mail.Read', "me/mailFolders('inbox')/messages", 'mails', 'Steel'],
  ['Calendars.Read', 'me/events', 'plans', 'Launch'],
  ['Contacts.Read', 'me/contacts', 'addsContact', 'Mira Sand'],
  ['Tasks.ReadWrite', 'me/todo/lists/{Tasks}/tasks', 'addsTask', 'Order paint'],
  ['Chat.Read', 'chats/{Harbour crew}/messages', 'chats', 'Fog at the pier'],
  ['Chat.Read', 'me/chats/getAllMessages', 'chats', 'Fog at the pier'],
  ['ChannelMessage.Read.All', 'teams/{Harbour}/channels/{Harbour/General}/messages', 'channels', 'Fog'],
] as const)(
  '%s, %s: whoever listens hears, and finds the thing there',
  async (scope, resource, act, words) => {
    const { office } = world.simulator
    const lists = office.store.in(`users/${graceId}/todo/lists`)
    const named = resource.replace(/\{([^}]+)\}/g, (_all, name: string) =>
      name === 'Tasks'
        ? (lists[0]?.id ?? '')
        : name === 'Harbour'
          ? world.simulator.group('Harbour').id
          : office.room(name).id,
    )
    const grace = await world.signIn('Grace Kimani', scope)
    const wish = { resource: named, changeType: 'created,updated,deleted' }
    await world.webhook(grace, { ...wish, lifecycleNotificationUrl: world.listener.url })
    const acts = {
      mails: () => office.mails('Bo Lindqvist', { to: 'Grace Kimani', subject: words }),
      plans: () => office.plans('Grace Kimani', { subject: words }),
      addsContact: () => office.addsContact('Grace Kimani', words),
      addsTask: () => office.addsTask('Grace Kimani', { title: words }),
      chats: () => office.says('Bo Lindqvist', 'Harbour crew', words),
      channels: () => office.says('Bo Lindqvist', 'Harbour/General', words),
    }
    office.says('Bo Lindqvist', 'Ledger', 'not for Grace')
    const { id, path } = acts[act]()
    const found = await grace.json(`/${path}`)
    expect(JSON.stringify(found)).toContain(words)
    office.store.change(id, { importance: 'high' })
    office.store.remove(id)
    await world.quiet()
    const said = world.listener.entries.map(({ changeType, resource }) => ({ changeType, resource }))
    expect(said).toHaveLength(3)
    for (const changeType of ['created', 'updated', 'deleted'])
      expect(said).toContainEqual({ changeType, resource: path })
    expect((await grace.get(`/${path}`)).status).toBe(404)
  },
)

test('presence of those named in the filter, encrypted', async () => {
  const grace = await world.signIn('Grace Kimani', 'Presence.Read.All')
  const resource = `communications/presences?$filter=id in ('${adaId}','${graceId}')`
  const rich = { includeResourceData: true, encryptionCertificate }
  await world.webhook(grace, { ...rich, resource, expirationDateTime: world.inMinutes(60) })
  world.simulator.office.isNow('Bo Lindqvist', 'Busy')
  world.simulator.office.isNow('Ada Okafor', 'Away')
  await world.quiet()
  expect(world.listener.entries).toHaveLength(1)
  expect(opened(world.listener.entries[0]?.['encryptedContent'], pem)).toMatchObject({
    id: adaId,
    availability: 'Away',
  })
  expect(await grace.json(`/users/${adaId}/presence`)).toMatchObject({ availability: 'Away' })
})

test.each([
  ['Grace Kimani', 'Mail.Read', '/me/mailFolders', ['Inbox', 'Archive', 'Sent Items']],
  ['Sam Whitlock', 'Mail.ReadBasic', '/me/mailFolders', ['Inbox', 'Archive', 'Sent Items']],
  ['Grace Kimani', 'Tasks.Read', '/me/todo/lists', ['Tasks', 'Groceries']],
  ['Grace Kimani', 'Channel.ReadBasic.All', '/teams/{Harbour}/channels', ['General', 'Sightings']],
])('%s with %s at %s', async (name, scope, path, names) => {
  const client = await world.signIn(name, scope)
  expect(await client.all(path.replace('{Harbour}', world.simulator.group('Harbour').id))).toEqual(names)
})

test('chats are one’s own; people are found by a word of their name', async () => {
  const grace = await world.signIn('Grace Kimani', 'Chat.ReadBasic User.ReadBasic.All')
  expect(await grace.all('/me/chats', 'topic')).toEqual(['Harbour crew', 'Grace and Ada'])
  const asked = `/users?$search=${encodeURIComponent('"displayName:ad"')}`
  expect((await grace.get(asked)).status).toBe(400)
  const found = await grace.json(asked, { ConsistencyLevel: 'eventual' })
  expect(found).toMatchObject({ value: [{ id: adaId, displayName: 'Ada Okafor' }] })
})

test.each([
  ['Grace Kimani', 'User.Read', '/me/mailFolders', 403],
  ['Grace Kimani', 'Mail.Read', '/users/ada@lindenhof.example/messages', 403],
  ['Grace Kimani', 'Chat.Read', '/chats/{Ledger}/messages', 404],
  ['Sam Whitlock', 'Chat.Read', '/me/chats', 403],
  ['Grace Kimani', 'Channel.ReadBasic.All', '/teams/nowhere/channels', 404],
])('%s with %s at %s is %i', async (name, scope, path, status) => {
  const client = await world.signIn(name, scope)
  const ledger = world.simulator.office.room('Ledger').id
  expect((await client.get(path.replace('{Ledger}', ledger))).status).toBe(status)
})
