import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EventHub } from '../../preload/contract/event-hub.ts'
import { LocalProgram } from '../wire/local-program.ts'
import { EventHubBroker } from '../wire/event-hub-broker.ts'
import { WebhookWorld } from './hook-world.ts'

// Microsoft delivers to an Event Hub, which Drivebell reads over real AMQP (protocol.md 3.16).

let hooks: WebhookWorld
let broker: EventHubBroker
let partition = 0

beforeEach(async () => {
  broker = await EventHubBroker.open()
  hooks = await WebhookWorld.open(['Files.Read.All', 'Mail.Read'])
  hooks.world.intoHub = (body) => {
    broker.publish(body, partition)
    return new Response('', { status: 202 })
  }
})

afterEach(async () => {
  await hooks[Symbol.asyncDispose]()
  await broker[Symbol.asyncDispose]()
})

const hub: EventHub = {
  namespace: 'lindenhof.servicebus.windows.net',
  name: 'graph',
  tenant: 'lindenhof.example',
  consumerGroup: '$Default',
  overWebSocket: false,
}
const read = (other: Partial<EventHub> = {}, key: string | null = broker.connectionString) =>
  hooks.webhooks.eventHub.set(true, { ...hub, ...other }, key)
const state = () => hooks.webhooks.eventHub.view.state
const mailed = (subject: string) =>
  hooks.world.simulator.office.mails('Ada Okafor', { to: 'Grace Kimani', subject })

/** Drivebell ends and begins again. */
async function restart(meanwhile: () => void = () => {}): Promise<void> {
  await hooks.world.quit()
  meanwhile()
  hooks.world.start()
  await hooks.until(() => state().kind === 'reading')
}

describe('with an Event Hub', () => {
  test('a webhook needs neither listener nor public address, and delivers', async () => {
    await hooks.webhooks.choices.set({ on: false, publicUrl: null })
    expect(await read()).toEqual({ ok: true })
    expect(state()).toEqual({ kind: 'reading' })
    expect(await hooks.create(hooks.mail())).toMatchObject({ kind: 'created' })
    const address =
      'EventHub:https://lindenhof.servicebus.windows.net/eventhubname/graph?tenantId=lindenhof.example'
    expect(hooks.world.simulator.webhooks.live[0]?.wish).toMatchObject({
      notificationUrl: address,
      lifecycleNotificationUrl: address,
    })
    // the message that proves the way: no change, and nobody is notified of it
    await hooks.until(() => hooks.row.state.kind === 'delivering')
    mailed('Tender')
    await hooks.until(() => hooks.world.told.length === 1)
    expect(hooks.world.told).toEqual(['New message in Inbox: Tender from Ada Okafor'])
    expect(hooks.row).toMatchObject({ delivered: 1, refused: 0, state: { kind: 'delivering' } })
  })

  test('nothing is lost and nothing comes twice over restarts and cuts, in all partitions', async () => {
    await read()
    await hooks.create(hooks.mail())
    mailed('first')
    await hooks.until(() => hooks.row.delivered === 1)
    partition = 1
    await restart(() => mailed('while it was away'))
    await hooks.until(() => hooks.row.delivered === 2)
    broker.cut()
    mailed('after a cut')
    for (let tries = 0; tries < 20 && hooks.row.delivered < 3; tries++) {
      await hooks.world.clock.advance({ seconds: 10 })
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    await hooks.until(() => hooks.row.delivered === 3)
    await restart()
    partition = 0
    mailed('last')
    await hooks.until(() => hooks.row.delivered === 4)
    const page = hooks.webhooks.receiver.inspector.page({ webhookId: hooks.row.id, verdict: null }, null)
    expect(page.lines.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted', 'accepted', 'accepted'])
  })

  test('encrypted data is opened, for there clientState is all, and handed on raw', async () => {
    await using program = await LocalProgram.open()
    await read()
    const data = { resourceData: true, select: 'subject,from,webLink', lifeMs: 3_600_000 }
    expect(await hooks.create(hooks.mail(data))).toMatchObject({ kind: 'created' })
    hooks.webhooks.forwarder.set({ isOn: true, port: program.port, path: '/', kind: 'raw' })
    mailed('Tender')
    await hooks.until(() => hooks.world.told.length === 1)
    expect(hooks.world.told).toEqual(['New message in Inbox: Tender from Ada Okafor'])
    await program.got(1)
    expect(program.bodies[0]?.value[0]).toMatchObject({
      clientState: hooks.world.simulator.webhooks.live[0]?.wish.clientState,
      encryptedContent: expect.anything(),
    })
  })

  test('two computers read all of it, each as a consumer group of its own', async () => {
    await read()
    await hooks.create(hooks.mail())
    mailed('one')
    await hooks.until(() => hooks.row.delivered === 1)
    expect(await read({ consumerGroup: 'desk' })).toEqual({ ok: true })
    await hooks.until(() => broker.readers.some(({ group }) => group === 'desk'))
    // another group begins at the first event: what was taken in before is known by its id
    await hooks.until(
      () => hooks.webhooks.receiver.store.matches({ webhookId: hooks.row.id, verdict: 'repeat' }) === 1,
    )
    expect(hooks.row.delivered).toBe(2)
    expect(hooks.world.told).toHaveLength(1)
  })

  test('what is for others, forged or no notification at all changes nothing', async () => {
    await read()
    await hooks.create(hooks.mail())
    await hooks.until(() => hooks.row.state.kind === 'delivering')
    const graphId = hooks.row.graphId ?? ''
    const forged = { subscriptionId: graphId, changeType: 'created', resource: 'me/messages/x' }
    for (const body of [
      'no JSON',
      '[]',
      { value: 7 },
      { value: [7, null, { subscriptionId: 'somebody-else', clientState: 'x', changeType: 'updated' }] },
      { value: [{ ...forged, clientState: 'guessed' }] },
    ])
      broker.publish(body)
    mailed('genuine')
    await hooks.until(() => hooks.row.delivered === 1)
    expect(hooks.row.refused).toBe(1)
    await hooks.until(() => hooks.world.told.length === 1)
    expect(hooks.world.told).toEqual(['New message in Inbox: genuine from Ada Okafor'])
  })

  test('webhooks of the tunnel are moved there, and back', async () => {
    await hooks.create(hooks.mail())
    await read()
    expect(hooks.webhooks.view().listener.leftBehind).toBe(1)
    expect(await hooks.webhooks.webhookCommands.moveAll()).toEqual({ ok: true })
    await hooks.until(() => hooks.row.state.kind === 'delivering')
    mailed('by hub')
    await hooks.until(() => hooks.row.delivered === 1)
    await hooks.webhooks.eventHub.set(false, hub, null)
    expect(hooks.row.state.kind).toBe('unreachable')
    expect(await hooks.webhooks.webhookCommands.moveAll()).toEqual({ ok: true })
    mailed('by tunnel')
    await hooks.until(() => hooks.row.delivered === 2)
  })

  test('whose answer to making a webhook was lost finds it by what it is about', async () => {
    await read()
    hooks.world.losesReplyTo = 'POST'
    void hooks.create(hooks.mail())
    await hooks.until(() => hooks.world.simulator.webhooks.live.length === 1)
    hooks.world.losesReplyTo = null
    hooks.world.kill()
    await hooks.world.quit()
    hooks.world.start()
    await hooks.until(() => hooks.rows[0]?.graphId === hooks.world.simulator.webhooks.live[0]?.id)
    expect(hooks.world.simulator.webhooks.live).toHaveLength(1)
  })
})

describe('what does not go says why', () => {
  test.each([
    [{ namespace: '' }, undefined, 'event-hub.incomplete'],
    [{ name: 'a/b' }, undefined, 'event-hub.incomplete'],
    [{}, null, 'event-hub.no-key'],
    [{}, 'nonsense', 'event-hub.why.unreadable'],
    [
      {},
      'Endpoint=sb://example.com;SharedAccessKeyName=a;SharedAccessKey=b;UseDevelopmentEmulator=true',
      'event-hub.why.unreadable',
    ],
    [
      {},
      'Endpoint=sb://127.0.0.1:1;SharedAccessKeyName=a;SharedAccessKey=b;EntityPath=other;UseDevelopmentEmulator=true',
      'event-hub.why.other-hub',
    ],
    [
      {},
      'Endpoint=sb://127.0.0.1:1;SharedAccessKeyName=a;SharedAccessKey=b;UseDevelopmentEmulator=true',
      'event-hub.why.unreachable',
    ],
  ])('%j %j', async (other, key, why) => {
    expect(await read(other, key === undefined ? broker.connectionString : key)).toEqual({
      ok: false,
      why: { key: why },
    })
  })

  test('a key that Azure does not take; it is tried again until it does', async () => {
    broker.refusesTokens = true
    expect(await read()).toEqual({ ok: false, why: { key: 'event-hub.why.key' } })
    broker.refusesTokens = false
    await hooks.world.clock.advance({ seconds: 10 })
    await hooks.until(() => state().kind === 'reading')
  })

  test('the connection string rests sealed alone', async () => {
    await read()
    expect(JSON.stringify(hooks.webhooks.view())).not.toContain('c2VjcmV0')
    expect(
      [...hooks.world.sealed].filter(([, text]) => text.includes('c2VjcmV0')).map(([key]) => key),
    ).toEqual(['event-hub'])
  })
})
