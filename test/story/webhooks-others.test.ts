import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebhookWorld } from './hook-world.ts'

// Webhooks that another program made, and what Microsoft does not allow (interface.md 5: 24-26).

let hooks: WebhookWorld

beforeEach(async () => {
  hooks = await WebhookWorld.open()
})

afterEach(() => hooks[Symbol.asyncDispose]())

const inbox = "me/mailFolders('inbox')/messages"

/** Another program of the same application makes a webhook; its id. */
async function madeElsewhere(resource = inbox): Promise<string> {
  const { world, accountId } = hooks
  const token = await world.people.tokenSource(accountId)({})
  const reply = await world.simulator.fetch('https://graph.microsoft.com/v1.0/subscriptions', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token.ok ? token.value : ''}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      changeType: 'created',
      resource,
      notificationUrl: `${world.otherUrl}/hook`,
      expirationDateTime: new Date(world.clock.now() + 3_600_000).toISOString(),
      clientState: 'theirs',
    }),
  })
  return ((await reply.json()) as { id: string }).id
}

const there = () => hooks.world.simulator.webhooks.live

describe('a webhook made elsewhere', () => {
  test('is shown when Microsoft is asked, and not renewed', async () => {
    await madeElsewhere()
    expect(await hooks.webhooks.check()).toEqual({ ok: true })
    expect(hooks.row).toMatchObject({
      state: { kind: 'elsewhere' },
      renewsAt: null,
    })
    expect(hooks.title).toBe('Inbox, new mail')
    await hooks.world.clock.advance({ minutes: 61 })
    await hooks.webhooks.check()
    expect(hooks.rows).toEqual([])
    expect(hooks.calls.filter((call) => call.startsWith('PATCH'))).toEqual([])
  })

  test('stands in the way of the same one; taken over, it is ours', async () => {
    const graphId = await madeElsewhere()
    expect(await hooks.create(hooks.mail())).toEqual({
      kind: 'exists',
      graphId,
      webhookId: null,
      why: { key: 'webhook.refused.exists' },
    })
    expect(hooks.rows).toEqual([])
    const taken = await hooks.webhooks.webhookCommands.takeOver(hooks.accountId, graphId)
    expect(taken).toMatchObject({ ok: true })
    expect(hooks.row).toMatchObject({ graphId, state: { kind: 'delivering' } })
    hooks.world.simulator.office.mails('Ada Okafor', { to: 'Grace Kimani', subject: 'Tender' })
    await hooks.until(() => hooks.row.delivered === 1)
    await hooks.world.clock.advance({ hours: 24 * 8 })
    expect(hooks.row).toMatchObject({ graphId, state: { kind: 'delivering' } })
  })

  test('one’s own twin is not offered to be taken over, but shown', async () => {
    await hooks.create(hooks.mail())
    const [{ id, graphId }] = [hooks.row]
    expect(await hooks.create(hooks.mail())).toEqual({
      kind: 'exists',
      graphId,
      webhookId: id,
      why: { key: 'webhook.refused.exists-here' },
    })
    expect(hooks.rows).toHaveLength(1)
  })

  test('can be brought into the list by its id, and deleted', async () => {
    const graphId = await madeElsewhere()
    expect(await hooks.webhooks.webhookCommands.import(hooks.accountId, ` ${graphId} `)).toMatchObject({
      ok: true,
    })
    expect(await hooks.webhooks.webhookCommands.renew(hooks.row.id)).toMatchObject({
      why: { key: 'webhook.not-sent.elsewhere' },
    })
    hooks.webhooks.webhookCommands.delete(hooks.row.id)
    await hooks.world.clock.advance({ seconds: 11 })
    expect(hooks.world.simulator.webhooks.live).toEqual([])
  })
})

describe('what Microsoft does not allow', () => {
  test('an address that leads nowhere', async () => {
    hooks.world.tunnelIsDown = true
    expect(await hooks.create(hooks.mail())).toEqual({
      kind: 'unreachable',
      why: {
        key: 'webhook.refused.unreachable.create',
        values: { url: 'https://bell.lindenhof.example' },
      },
      code: 'ValidationError',
      requestId: expect.any(String),
      message: 'Subscription validation request failed. The endpoint could not be reached.',
    })
    expect(hooks.rows).toEqual([])
  })

  test('a tunnel that answers for itself: what Microsoft said of it', async () => {
    hooks.world.tunnelSays = 502
    expect(await hooks.create(hooks.mail())).toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('not 502'),
    })
  })

  test('its own words, whole', async () => {
    const message = `You cannot have this, for reasons ${'that go on '.repeat(60)}and end here.`
    hooks.world.simulator.fails('POST /v1.0/subscriptions', { status: 400, code: 'InvalidRequest', message })
    expect(await hooks.create(hooks.mail())).toMatchObject({ kind: 'refused', message })
  })

  test('a life longer than it allows, whatever the documents say: it is learned, and tried once more', async () => {
    hooks.world.simulator.fails('POST /v1.0/subscriptions', {
      status: 400,
      code: 'ExtensionError',
      message: 'Subscription expiration can only be 120 minutes in the future.',
      times: 1,
    })
    expect(await hooks.create(hooks.mail())).toMatchObject({ kind: 'created' })
    expect(hooks.row.lifetimeMs).toBe(119 * 60_000)
    expect(there()).toHaveLength(1)
  })

  test('a clock that is two minutes fast: the longest life all the same', async () => {
    hooks.world.clock.set(2 * 60_000)
    expect(await hooks.create(hooks.mail({ lifeMs: 7 * 24 * 3_600_000 }))).toMatchObject({ kind: 'created' })
  })

  test('more of them than it allows', async () => {
    hooks.world.simulator.switches.webhooks.outlookQuota = 0
    expect(await hooks.create(hooks.mail())).toMatchObject({
      kind: 'refused',
      why: { key: 'webhook.refused.quota-of.mailbox', values: { most: 0 } },
    })
  })

  test('what was not permitted yet is asked for first; nothing is sent', async () => {
    const draft = hooks.draft({ row: 'event', changeTypes: ['created'] })
    expect(await hooks.create(draft)).toMatchObject({
      kind: 'needs-permission',
      scopes: ['Calendars.Read'],
      why: { key: 'webhook.consent', values: { purpose: { key: 'permission.calendars-read' } } },
    })
    expect(hooks.calls).toEqual([])
  })

  test('a sign-in that ran out: said, and mended by signing in', async () => {
    await hooks.create(hooks.mail({ lifeMs: 3 * 3_600_000 }))
    hooks.world.signOut()
    await hooks.world.clock.advance({ hours: 2 })
    expect(hooks.row.state).toEqual({ kind: 'signed-out' })
    hooks.world.signIn()
    await hooks.world.clock.advance({ seconds: 5 })
    expect(hooks.row.state).toEqual({ kind: 'delivering' })
    expect(hooks.row.expiresAt).toBeGreaterThan(hooks.world.clock.now() + 2 * 3_600_000)
  })
})
