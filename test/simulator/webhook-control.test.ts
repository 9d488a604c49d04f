import { expect, test } from 'vitest'
import { systemClock } from '../../main/kit/clock.ts'
import { TestClient } from './client.ts'
import { HookListener } from './hook-listener.ts'
import { serveSimulator } from './server.ts'
import { Simulator } from './simulator.ts'

test('webhooks of a served simulator, made, rung and ended over HTTP', async () => {
  await using listener = await HookListener.open()
  const simulator = new Simulator({ clock: systemClock })
  await using served = await serveSimulator(simulator)
  const reach: typeof fetch = (input, init) =>
    fetch(new Request(input, init).url.replace(/^https:\/\/[^/]+/, served.origin), init)
  const tell = async (what: string, body: unknown) => {
    const reply = await fetch(`${served.origin}/simulator/${what}`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    return (await reply.json()) as Record<string, unknown>
  }
  const webhook = (what: unknown) => tell('do', { do: 'webhook', what })

  const grace = await TestClient.signIn({ fetch: reach }, 'Grace Kimani', 'Files.Read.All Mail.Read')
  const make = async (resource: string) => {
    const reply = await grace.send('POST', '/subscriptions', {
      resource,
      changeType: 'updated',
      notificationUrl: listener.url,
      lifecycleNotificationUrl: listener.url,
      expirationDateTime: new Date(Date.now() + 3_600_000),
    })
    expect(reply.status).toBe(201)
    return ((await reply.json()) as { id: string }).id
  }
  const [drive, messages] = [await make('me/drive/root'), await make('me/messages')]
  /** What came in the POST after those that came before. */
  const next = async (before: number) => {
    await listener.heard(4 + before + 1)
    return listener.entries[before]
  }

  await tell('act', { person: 'Ada Okafor', act: 'edits', path: 'to do.txt' })
  expect(await next(0)).toMatchObject({ subscriptionId: drive, resource: 'me/drive/root' })
  await tell('do', { do: 'ring' })
  expect(await next(1)).toMatchObject({ subscriptionId: drive })
  const mail = { act: 'mails', person: 'Ada Okafor', to: 'Grace Kimani', subject: 'Steel' }
  const { id } = await tell('act', mail)
  await tell('act', { act: 'changes', id, body: { isRead: true } })
  expect(await next(2)).toMatchObject({ subscriptionId: messages, resourceData: { id } })
  await webhook({ kind: 'lifecycle', id: drive, event: 'reauthorizationRequired' })
  expect(await next(3)).toMatchObject({ subscriptionId: drive, lifecycleEvent: 'reauthorizationRequired' })

  await webhook({ kind: 'vanish', id: drive })
  await webhook({ kind: 'unmanaged', person: 'Grace Kimani', resource: 'me/events' })
  expect(await grace.all('/subscriptions', 'id')).toEqual([messages])
  await tell('switch', { webhooks: { showsForeign: true } })
  expect(await grace.all('/subscriptions', 'resource')).toEqual(['me/messages', 'me/events'])
  const seen: unknown = await (await fetch(`${served.origin}/simulator/webhooks`)).json()
  expect(seen).toMatchObject([{ id: messages, health: 'well' }, { resource: 'me/events' }])

  const keys = async () =>
    (await fetch(`${served.origin}/common/discovery/v2.0/keys`)).json() as Promise<object>
  const before = await keys()
  expect(await tell('do', { do: 'webhook', what: { kind: 'rotate-keys' } })).toBeNull()
  expect(await keys()).not.toEqual(before)
  expect(await tell('act', { act: 'removes', id: 'nothing' })).toEqual({ error: 'There is no nothing' })
})
