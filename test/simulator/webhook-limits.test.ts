import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { selfSigned } from './certificate.ts'
import { HookWorld } from './hook-world.ts'
import type { WebhookSwitches } from './webhook-switches.ts'

let world: HookWorld

beforeEach(async () => {
  world = await HookWorld.open()
})

afterEach(() => world[Symbol.asyncDispose]())

const { base64: encryptionCertificate } = await selfSigned()
const rich = { includeResourceData: true, encryptionCertificate }
const chats = { resource: 'me/chats/getAllMessages', changeType: 'created' }
const adaId = '41c7e9d0-2b6f-4f83-9d15-c0a87e3b5a62'

async function create(scope: string, wish: Record<string, unknown>, name?: string) {
  const reply = await (await world.signIn(name, scope)).send('POST', '/subscriptions', world.wish(wish))
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> }
}

describe('how long a webhook lives', () => {
  test.each([
    ['Files.Read.All', {}, 42_300],
    ['Mail.Read', { resource: 'me/messages' }, 10_080],
    ['Mail.Read', { ...rich, resource: 'me/messages?$select=subject' }, 1_440],
    ['Chat.Read', { ...chats, lifecycle: true }, 4_320],
    ['Tasks.ReadWrite', { resource: 'me/todo/lists/{tasks}/tasks' }, 4_230],
    ['Presence.Read.All', { ...rich, resource: `communications/presences/${adaId}` }, 60],
    ['User.Read.All', { resource: 'users' }, 41_760],
  ])(
    '%s, %o: %i minutes at most',
    async (scope, { lifecycle, ...wish }: { lifecycle?: boolean; resource?: string }, minutes) => {
      const tasks = world.simulator.office.store.in(
        'users/3d0f7a21-5c48-4b96-a1e7-92c6b8d5f014/todo/lists',
      )[0]
      const resource = (wish.resource ?? '/me/drive/root').replace('{tasks}', tasks?.id ?? '')
      const extra = lifecycle === true ? { lifecycleNotificationUrl: world.listener.url } : {}
      const at = (ahead: number) => ({
        ...wish,
        resource,
        ...extra,
        expirationDateTime: world.inMinutes(ahead),
      })
      const refused = await create(scope, at(minutes + 1))
      expect(refused).toMatchObject({ status: 400, body: { error: { code: 'ExtensionError' } } })
      expect(await create(scope, at(minutes))).toMatchObject({
        status: 201,
        body: { expirationDateTime: world.inMinutes(minutes) },
      })
    },
  )

  test('45 minutes at least, and cut to the maximum by switch', async () => {
    const short = await create('Files.Read.All', { expirationDateTime: world.inMinutes(1) })
    expect(short.body).toMatchObject({ expirationDateTime: world.inMinutes(45) })
    world.simulator.switches.webhooks.tooLong = 'clamped'
    const mail = { resource: 'me/messages', expirationDateTime: world.inMinutes(99_999) }
    expect((await create('Mail.Read', mail)).body).toMatchObject({
      expirationDateTime: world.inMinutes(10_080),
    })
  })

  test('when it is over nothing is left of it', async () => {
    const grace = await world.signIn()
    const id = await world.webhook(grace, { expirationDateTime: world.inMinutes(45) })
    await world.clock.advance({ minutes: 45 })
    expect(await grace.json('/subscriptions')).toMatchObject({ value: [] })
    expect(await grace.json(`/subscriptions/${id}`)).toMatchObject({ error: { code: 'ResourceNotFound' } })
    const late = await grace.send('PATCH', `/subscriptions/${id}`, {
      expirationDateTime: world.inMinutes(60),
    })
    expect(late.status).toBe(404)
    world.simulator.person('Ada Okafor').edits('to do.txt')
    await world.quiet()
    expect(world.listener.deliveries).toEqual([])
  })
})

test('a second one for the same resource is 409 and names the first', async () => {
  const id = await world.webhook(await world.signIn())
  const own = '/users/grace@lindenhof.example/drive/root'
  const message = `Subscription Id ${id} already exists for the requested combination`
  const refused = { status: 409, body: { error: { code: 'ObjectIdentifierInUse', message } } }
  expect(await create('Files.Read.All', { resource: own })).toMatchObject(refused)
  const drive = { resource: `drives/${world.simulator.library('Harbour').id}/root` }
  expect((await create('Files.Read.All', drive)).status).toBe(201)
  expect((await create('Files.Read.All', drive, 'Ada Okafor')).status).toBe(409)
  world.simulator.switches.webhooks.duplicatesOf = 'person'
  expect((await create('Files.Read.All', drive, 'Ada Okafor')).status).toBe(201)
})

test.each([
  [
    'Mail.Read',
    { outlookQuota: 1 },
    ['me/messages', 'me/mailFolders/inbox/messages'],
    /1 subscriptions for one mailbox/,
  ],
  ['User.Read.All', { directoryQuota: 1 }, ['users', `users/${adaId}`], /for one app and tenant/],
  ['Chat.Read', { teamsPersonQuota: 1 }, ['me/chats', 'me/chats/getAllMessages'], /for one user/],
  ['Chat.Read', { teamsQuota: 1 }, ['me/chats', 'me/chats/getAllMessages'], /in one organisation/],
] as const)('%s with %o', async (scope, quotas: Partial<WebhookSwitches>, resources, why) => {
  Object.assign(world.simulator.switches.webhooks, quotas)
  const wish = { lifecycleNotificationUrl: world.listener.url, changeType: 'updated' }
  const [first, second] = resources.map((resource) => ({ ...wish, resource }))
  expect((await create(scope, first ?? {})).status).toBe(201)
  expect(await create(scope, second ?? {})).toMatchObject({
    status: 403,
    body: { error: { code: 'Forbidden', message: expect.stringMatching(why) } },
  })
})

test('one Teams resource has one webhook for each app, whatever it listens for', async () => {
  const wish = { ...chats, lifecycleNotificationUrl: world.listener.url }
  expect((await create('Chat.Read', wish)).status).toBe(201)
  expect(await create('Chat.Read', { ...wish, changeType: 'updated' })).toMatchObject({
    status: 403,
    body: { error: { message: 'The limit of 1 subscriptions for one app and resource is exhausted.' } },
  })
})

test('changes: another address is asked first; 308 without Location by switch; only what may change', async () => {
  const grace = await world.signIn()
  const id = await world.webhook(grace)
  const patch = (body: unknown) => grace.send('PATCH', `/subscriptions/${id}`, body)
  expect((await patch({ notificationUrl: 'http://127.0.0.1:9/' })).status).toBe(400)
  expect((await patch({ notificationUrl: `${world.listener.url}&more=1` })).status).toBe(200)
  expect(world.listener.handshakes.at(-1)?.search).toMatch(/^\?box=42&more=1&validationToken=/)
  expect((await patch({ clientState: 'new' })).status).toBe(400)
  expect((await patch({ expirationDateTime: world.inMinutes(50_000) })).status).toBe(400)
  world.simulator.switches.webhooks.redirects = 1
  const moved = await patch({ expirationDateTime: world.inMinutes(90) })
  expect([moved.status, moved.headers.get('location')]).toEqual([308, null])
  expect((await patch({ expirationDateTime: world.inMinutes(90) })).status).toBe(200)
})

test('others are not shown, but by permission or switch; pages have no options', async () => {
  const grace = await world.signIn()
  const library = world.simulator.library('Harbour')
  const own = [
    await world.webhook(grace),
    await world.webhook(grace, { resource: `drives/${library.id}/root` }),
  ]
  const adas = await world.webhook(await world.signIn('Ada Okafor'))
  world.simulator.switches.graph.pageSize = 1
  expect(await grace.all('/subscriptions?$top=50', 'id')).toEqual(own)
  expect((await grace.get(`/subscriptions/${adas}`)).status).toBe(404)
  world.simulator.switches.webhooks.showsForeign = true
  expect(await grace.all('/subscriptions', 'id')).toEqual([...own, adas])
  expect(await grace.json(`/subscriptions/${adas}`)).toMatchObject({ clientState: null })
  expect((await grace.send('DELETE', `/subscriptions/${adas}`)).status).toBe(403)
})

test('by switch drives want the write scopes of the older pages', async () => {
  world.simulator.switches.webhooks.driveScopes = 'write'
  expect((await create('Files.Read.All', {})).status).toBe(403)
  expect((await create('Files.ReadWrite.All', {})).status).toBe(201)
})
