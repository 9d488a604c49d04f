import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { WebhookDraft } from '../../preload/contract/webhook-form.ts'
import { WebhookWorld } from './hook-world.ts'
import { storyClientId } from './people.ts'
import type { Spoken } from './world.ts'

// The examples of the documents Drivebell was made after (protocol.md 8.1), done by Drivebell against the simulated Microsoft:
// the request each of them shows, and the answer.

let hooks: WebhookWorld

beforeEach(async () => {
  hooks = await WebhookWorld.open(['Files.Read.All', 'Mail.Read', 'Mail.ReadBasic'])
})

afterEach(() => hooks[Symbol.asyncDispose]())

const address = /^https:\/\/bell\.lindenhof\.example\/h\/[\w-]{43}$/
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** What was said when a webhook was made. */
async function made(draft: WebhookDraft): Promise<Spoken> {
  const spoken = hooks.world.status('POST', '/v1.0/subscriptions')
  expect(await hooks.create(draft)).toMatchObject({ kind: 'created' })
  return spoken
}

describe('“Create subscription” of OneDrive: a webhook on the root of a drive', () => {
  test('the request, and 201 with the subscription', async () => {
    const { sent, status, answered } = await made(hooks.draft())
    expect(sent).toEqual({
      changeType: 'updated',
      notificationUrl: expect.stringMatching(address),
      lifecycleNotificationUrl: expect.stringMatching(address),
      resource: '/me/drive/root',
      expirationDateTime: expect.stringMatching(instant),
      clientState: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect(status).toBe(201)
    expect(answered).toMatchObject({
      id: expect.stringMatching(guid),
      resource: '/me/drive/root',
      changeType: 'updated',
      notificationUrl: sent['notificationUrl'],
      clientState: sent['clientState'],
    })
  })
})

describe('“Create subscription” of Graph: a webhook on new messages in the inbox', () => {
  test('the request with its TLS version, and 201 with every property', async () => {
    const { sent, status, answered } = await made(hooks.mail({ leastTls: 'v1_2' }))
    expect(sent).toMatchObject({
      changeType: 'created',
      resource: "me/mailFolders('inbox')/messages",
      latestSupportedTlsVersion: 'v1_2',
    })
    expect(status).toBe(201)
    expect(answered).toMatchObject({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#subscriptions/$entity',
      id: expect.stringMatching(guid),
      resource: "me/mailFolders('inbox')/messages",
      applicationId: storyClientId,
      changeType: 'created',
      clientState: sent['clientState'],
      notificationUrl: sent['notificationUrl'],
      lifecycleNotificationUrl: sent['lifecycleNotificationUrl'],
      notificationQueryOptions: null,
      creatorId: expect.stringMatching(guid),
      latestSupportedTlsVersion: 'v1_2',
      encryptionCertificate: null,
      encryptionCertificateId: null,
      includeResourceData: null,
    })
  })
})

describe('what the form shows', () => {
  test('is what is sent, address and all', async () => {
    const draft = hooks.mail()
    const { request, address } = hooks.webhooks.form.draft(draft)
    const { sent } = await made(draft)
    const shown = JSON.parse(request.slice(request.indexOf('{'))) as Record<string, unknown>
    const short = (url: unknown) =>
      String(url).replace(/[^/]{12,}$/, (end) => `${end.slice(0, 4)}…${end.slice(-4)}`)
    expect(shown).toEqual({
      ...sent,
      clientState: 'hidden',
      notificationUrl: short(sent['notificationUrl']),
      lifecycleNotificationUrl: short(sent['lifecycleNotificationUrl']),
    })
    expect(address).toBe(short(sent['notificationUrl']))
    expect(hooks.webhooks.form.draft(draft).address).not.toBe(address)
  })
})

describe('“Get subscription”: one by its id', () => {
  test('200, shown with every property and without its secrets', async () => {
    await hooks.create(hooks.mail())
    const { id, graphId } = hooks.row
    const spoken = hooks.world.status('GET', `/v1.0/subscriptions/${String(graphId)}`)
    const shown = await hooks.webhooks.details(id)
    expect(spoken).toMatchObject({ status: 200, answered: { id: graphId, changeType: 'created' } })
    expect(shown).toMatchObject({ ok: true })
    const properties = shown.ok ? shown.details.properties : []
    const byName = new Map(properties.map((each) => [each.name, each]))
    expect(byName.get('resource')?.value).toBe("me/mailFolders('inbox')/messages")
    expect(byName.get('applicationId')?.value).toBe(storyClientId)
    expect(byName.get('notificationUrl')?.value).toMatch(/^https:\/\/bell\.lindenhof\.example\/h\/.{4}….{4}$/)
    const secrets = JSON.parse(hooks.world.sealed.get(`webhook ${id}`) ?? '{}') as Record<string, string>
    for (const secret of Object.values(secrets)) expect(JSON.stringify(shown)).not.toContain(secret)
  })
})
