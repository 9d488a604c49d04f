import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { selfSigned } from './certificate.ts'
import { HookWorld } from './hook-world.ts'
import type { WebhookSwitches } from './webhook-switches.ts'

let world: HookWorld

beforeEach(async () => {
  world = await HookWorld.open()
})

afterEach(() => world[Symbol.asyncDispose]())

async function asked(wish: Record<string, unknown>, name?: string, scope?: string) {
  const client = await world.signIn(name, scope)
  const reply = await client.send('POST', '/subscriptions', world.wish(wish))
  const body = (await reply.json()) as { error?: { code: string; message: string } }
  return { status: reply.status, body, said: `${body.error?.code}: ${body.error?.message}` }
}

test('a webhook is made, looked at, listed without its secret, renewed and deleted', async () => {
  const grace = await world.signIn()
  const id = await world.webhook(grace)
  const view = { id, resource: '/me/drive/root', changeType: 'updated', notificationUrl: world.listener.url }
  expect(await grace.json(`/subscriptions/${id}`)).toMatchObject({ ...view, clientState: 'k3v-71d0c9f4a2' })
  expect(await grace.json('/subscriptions')).toMatchObject({ value: [{ ...view, clientState: null }] })
  const expirationDateTime = world.inMinutes(2_880)
  expect((await grace.send('PATCH', `/subscriptions/${id}`, { expirationDateTime })).status).toBe(200)
  expect(await grace.json(`/subscriptions/${id}`)).toMatchObject({ expirationDateTime })
  expect((await grace.send('POST', `/subscriptions/${id}/reauthorize`)).status).toBe(204)
  expect((await grace.send('DELETE', `/subscriptions/${id}`)).status).toBe(204)
  expect((await grace.send('DELETE', `/subscriptions/${id}`)).status).toBe(404)
})

test.each([
  [{}, /^\?box=42&validationToken=Validation%3A\+Testing\+client\+[\w+]+Request-Id%3A\+[\w-]+$/],
  [{ validationToken: 'percent' }, /^\?box=42&validationToken=Validation%3A%20Testing%20client/],
  [{ validationToken: 'opaque' }, /^\?box=42&validationToken=v1%2B[\w-]+%2F%2B[\w-]+%2B%3D%3D$/],
  [{ validationParameter: 'validationtoken' }, /^\?box=42&validationtoken=Validation%3A\+/],
] as const)('the handshake with %o', async (switches: Partial<WebhookSwitches>, search) => {
  Object.assign(world.simulator.switches.webhooks, switches)
  await world.webhook(await world.signIn(), { lifecycleNotificationUrl: world.listener.url })
  const heard = { search: expect.stringMatching(search), type: 'text/plain; charset=utf-8', body: '' }
  expect(world.listener.handshakes).toEqual([heard, heard])
})

describe('a handshake that fails is 400 ValidationError', () => {
  test.each([
    [{ status: 202 }, /must respond with 200 OK/],
    [{ type: 'text/html' }, /must be text\/plain/],
    [{ body: 'Validation%3A' }, /exactly the decoded validation token/],
  ])('%o', async (answer, message) => {
    world.listener.echo = () => answer
    const { status, said } = await asked({})
    expect([status, said]).toEqual([400, expect.stringMatching(/^ValidationError: /)])
    expect(said).toMatch(message)
  })

  test('nobody there, or only the second address fails', async () => {
    expect((await asked({ notificationUrl: 'http://127.0.0.1:9/hook' })).said).toMatch(/could not be reached/)
    const { said } = await asked({ lifecycleNotificationUrl: 'http://127.0.0.1:9/hook' })
    expect(said).toMatch(/^ValidationError.*could not be reached/)
    expect(world.simulator.webhooks.live).toEqual([])
  })

  test('an answer after 10 s', async () => {
    world.listener.echo = () => null
    const answer = asked({})
    await world.listener.heard(1)
    await world.clock.advance({ seconds: 10 })
    expect((await answer).said).toBe('ValidationError: Subscription validation request timed out.')
  })
})

const certificate = await selfSigned()
const rich = { includeResourceData: true, encryptionCertificate: certificate.base64 }
const inbox = { resource: "me/mailFolders('inbox')/messages", changeType: 'created' }
const sam = 'Sam Whitlock'

describe('what is refused', () => {
  test.each([
    [{ changeType: 'created' }, 400, /changeType 'created' is not supported/],
    [{ resource: '/me/drive' }, 400, /A drive cannot be subscribed to/],
    [{ resource: '/me/drive/root:/to do.txt' }, 400, /A file cannot/],
    [{ resource: '/me/drive/root:/Plans' }, 400, /root folder only/],
    [{ resource: '/drives/b!nobodys/root' }, 404, /itemNotFound/],
    [{ resource: '/me/photos' }, 400, /not supported for change notifications/],
    [{ notificationUrl: 'http://hooks.example/x' }, 400, /must be an https URL/],
    [{ clientState: 'x'.repeat(129) }, 400, /clientState/],
    [{ latestSupportedTlsVersion: 'v2_0' }, 400, /latestSupportedTlsVersion/],
    [{ vapidPublicKey: 'B' }, 400, /vapidPublicKey/],
    [{ expirationDateTime: '2020-01-01T00:00:00Z' }, 400, /must be in the future/],
    [{ expirationDateTime: 'tomorrow' }, 400, /Edm.DateTimeOffset/],
    [rich, 400, /'includeResourceData' is not supported/],
    [{ resource: 'communications/callRecords' }, 403, /only be subscribed to with application permissions/],
    [{ resource: 'chats/getAllMessages', changeType: 'created' }, 403, /application permissions/],
    [inbox, 403, /needs one of: Mail.ReadBasic, Mail.Read/],
  ])('%o', async (wish: Record<string, unknown>, status, why) => {
    const answer = await asked(wish)
    expect([answer.status, answer.said]).toEqual([status, expect.stringMatching(why)])
  })

  test.each([
    ['Grace Kimani', 'Files.Read Files.ReadWrite.All', {}, 403, /Files.Read.All/],
    [
      'Grace Kimani',
      'Mail.Read',
      { ...inbox, resource: 'users/ada@lindenhof.example/messages' },
      403,
      /own mailbox/,
    ],
    [
      'Grace Kimani',
      'Mail.Read',
      { ...inbox, resource: 'me/mailFolders/nowhere/messages' },
      404,
      /ErrorItemNotFound/,
    ],
    ['Grace Kimani', 'Mail.Read', { ...inbox, ...rich }, 400, /need \$select/],
    [
      'Grace Kimani',
      'Mail.Read',
      { ...inbox, includeResourceData: true, resource: 'me/messages?$select=id' },
      400,
      /'encryptionCertificate' is required/,
    ],
    [
      'Grace Kimani',
      'Mail.Read',
      {
        ...inbox,
        includeResourceData: true,
        resource: 'me/messages?$select=id',
        encryptionCertificate: 'abc',
      },
      400,
      /RSA key of 2048/,
    ],
    [
      'Grace Kimani',
      'Presence.Read.All',
      { resource: 'communications/presences/x' },
      400,
      /needs 'includeResourceData'/,
    ],
    [
      'Grace Kimani',
      'Chat.Read',
      { resource: 'me/chats/getAllMessages' },
      400,
      /lifecycleNotificationUrl is required/,
    ],
    ['Grace Kimani', 'Chat.Read', { resource: 'me/chats/getAllMessages?model=A' }, 400, /model 'A'/],
    [
      'Grace Kimani',
      'Chat.Read',
      { resource: 'me/chats/getAllMessages?$select=id' },
      400,
      /\$select is not supported/,
    ],
    [sam, 'Files.Read', { resource: 'sites/a,b,c/lists/d' }, 403, /MSA|personal/],
    [sam, 'Files.Read', { resource: 'me/drive/root:/Private/lease.pdf' }, 400, /A file cannot/],
    [sam, 'Chat.Read', { resource: 'me/chats/getAllMessages' }, 403, /personal Microsoft accounts/],
  ])('%s with %s: %o', async (name, scope, wish: Record<string, unknown>, status, why) => {
    const answer = await asked(wish, name, scope)
    expect([answer.status, answer.said]).toEqual([status, expect.stringMatching(why)])
  })
})

test.each([
  [sam, 'Files.Read', () => ({ resource: '/me/drive/root:/Private' })],
  [sam, 'Files.Read', () => ({ resource: `/drives/${world.simulator.driveOf(sam).id}/root` })],
  ['Grace Kimani', 'Sites.Read.All', () => ({ resource: listPath() })],
  ['Grace Kimani', 'Mail.Read', () => ({ ...rich, ...inbox, resource: 'me/messages?$select=subject' })],
  ['Grace Kimani', 'Tasks.ReadWrite', () => ({ resource: `me/todo/lists/${taskList()}/tasks` })],
  ['Grace Kimani', 'User.Read.All', () => ({ resource: 'users', changeType: 'updated,deleted' })],
])('%s with %s may', async (name, scope, wish) => {
  const { status, said } = await asked(wish(), name, scope)
  expect([status, said]).toEqual([201, 'undefined: undefined'])
})

function listPath(): string {
  const { id, site } = world.simulator.list('Harbour', 'Risks')
  return `sites/${site.id}/lists/${id}`
}

function taskList(): string {
  return world.simulator.office.store.in('users/3d0f7a21-5c48-4b96-a1e7-92c6b8d5f014/todo/lists')[0]?.id ?? ''
}
