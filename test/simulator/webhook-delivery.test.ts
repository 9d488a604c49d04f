import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestClient } from './client.ts'
import { HookWorld } from './hook-world.ts'

let world: HookWorld
let grace: TestClient

beforeEach(async () => {
  world = await HookWorld.open()
  grace = await world.signIn('Grace Kimani', 'Files.Read.All Sites.Read.All Mail.Read')
})

afterEach(() => world[Symbol.asyncDispose]())

const inbox = { resource: 'me/messages', changeType: 'created' }
const mail = { to: 'Grace Kimani', subject: 'Steel' }

async function edited(times = 1): Promise<void> {
  world.simulator.person('Ada Okafor').edits('to do.txt', { times })
  await world.quiet()
}

async function mailed(): Promise<void> {
  world.simulator.office.mails('Bo Lindqvist', mail)
  await world.quiet()
}

describe('drives and lists', () => {
  test('say that something changed, and nothing more', async () => {
    const id = await world.webhook(grace)
    await edited()
    const [entry] = world.listener.entries
    expect(entry).toEqual({
      subscriptionId: id,
      subscriptionExpirationDateTime: world.inMinutes(1_440),
      tenantId: '6f1b0c52-9a3e-4d17-8c2b-75d0e4a19f36',
      clientState: 'k3v-71d0c9f4a2',
      changeType: 'updated',
      resource: 'me/drive/root',
      resourceData: null,
    })
    world.simulator.switches.webhooks.expiryOffset = '-08:00'
    await edited()
    expect(world.listener.entries[1]).toMatchObject({
      subscriptionExpirationDateTime: '2026-11-20T01:00:00-08:00',
    })
  })

  test('a list is told of its entries, a library of its files', async () => {
    const { id, site, content } = world.simulator.list('Harbour', 'Risks')
    await world.webhook(grace, { resource: `sites/${site.id}/lists/${id}` })
    await world.webhook(grace, { resource: `drives/${world.simulator.library('Harbour').id}/root` })
    world.simulator.person('Bo Lindqvist').editsEntry(world.simulator.list('Harbour', 'Risks'), 'Late steel')
    world.simulator.person('Bo Lindqvist').edits('Budget.xlsx', { in: world.simulator.library('Harbour') })
    await world.quiet()
    expect(world.listener.entries.map(({ resource }) => String(resource).split('/')[0])).toEqual([
      'sites',
      'drives',
    ])
    expect(content.acts).toHaveLength(1)
  })

  test('a folder is told of what is below it', async () => {
    const sam = await world.signIn('Sam Whitlock', 'Files.Read')
    const drive = world.simulator.driveOf('Sam Whitlock')
    await world.webhook(sam, { resource: '/me/drive/root:/Projects' })
    const person = world.simulator.person('Ines Duarte')
    person.edits('to do.txt', { in: drive })
    person.edits('Projects/Harbour/offer.docx', { in: drive })
    person.moves('Projects/Harbour/timeline.xlsx', 'Plans', { in: drive })
    await world.quiet()
    expect(world.listener.deliveries).toHaveLength(2)
  })

  test('permissions ring only for who asked for security events', async () => {
    await world.webhook(grace)
    const secure = { ...world.wish({ resource: `drives/${world.simulator.driveOf().id}/root` }) }
    const reply = await grace.send('POST', '/subscriptions', secure, { prefer: 'includesecuritywebhooks' })
    expect(reply.status).toBe(201)
    world.simulator.person('Ada Okafor').shares('to do.txt')
    await world.quiet()
    expect(world.listener.entries).toMatchObject([{ resource: secure['resource']?.toString() }])
  })
})

describe('an address that does not take it', () => {
  test('is tried again after 10, 20, 40 s, and no longer than 4 h', async () => {
    await world.webhook(grace)
    world.listener.status = 503
    await edited()
    await world.after({ seconds: 9 })
    expect(world.listener.deliveries).toHaveLength(1)
    await world.after({ seconds: 1 })
    await world.after({ seconds: 20 })
    expect(world.listener.deliveries).toHaveLength(3)
    for (let hour = 0; hour < 6; hour++) {
      for (let step = 0; step < 6; step++) await world.after({ minutes: 10 })
    }
    const seconds = Array.from({ length: 10 }, (_, retry) => 10 * 2 ** retry).reduce((a, b) => a + b)
    expect(seconds).toBeLessThan(4 * 3_600)
    expect(world.listener.deliveries).toHaveLength(11)
  })

  test('is told what it missed, if it is Outlook’s', async () => {
    await world.webhook(grace, { ...inbox, lifecycleNotificationUrl: world.listener.url })
    world.simulator.switches.webhooks.firstRetryMs = 3 * 3_600_000
    world.listener.status = 503
    await mailed()
    await world.after({ hours: 3 })
    world.listener.status = 202
    await world.after({ seconds: 1 })
    const [, again, missed] = world.listener.entries
    expect(again).toMatchObject({ changeType: 'created', id: world.listener.entries[0]?.['id'] })
    expect(missed).toMatchObject({ lifecycleEvent: 'missed', clientState: 'k3v-71d0c9f4a2' })
    expect(world.listener.deliveries).toHaveLength(3)
  })

  test('has 3 s the first time and 10 s on retries', async () => {
    await world.webhook(grace)
    world.listener.status = 'hold'
    world.simulator.person('Ada Okafor').edits('to do.txt')
    await world.listener.heard(2)
    await world.clock.advance({ seconds: 4 })
    world.listener.release()
    await world.quiet()
    await world.clock.advance({ seconds: 10 })
    await world.listener.heard(3)
    await world.clock.advance({ seconds: 9 })
    world.listener.release()
    await world.after({ hours: 1 })
    expect(world.listener.deliveries).toHaveLength(2)
  })

  test('hears nothing more once the webhook is gone', async () => {
    const id = await world.webhook(grace)
    world.listener.status = 500
    await edited()
    await grace.send('DELETE', `/subscriptions/${id}`)
    await world.after({ hours: 1 })
    expect(world.listener.deliveries).toHaveLength(1)
  })
})

describe('slow addresses', () => {
  async function answers(count: number, slow: number, seconds: number): Promise<void> {
    for (let each = 0; each < count; each++) {
      const before = world.listener.deliveries.length
      world.listener.status = each < slow ? 'hold' : 202
      world.simulator.office.mails('Bo Lindqvist', mail)
      if (each < slow) {
        await world.listener.heard(world.listener.handshakes.length + before + 1)
        await world.clock.advance({ seconds })
        world.listener.release()
      }
      await world.quiet()
    }
    world.listener.status = 202
  }

  test('over 3 s for more than one in ten: what is new comes ten minutes later', async () => {
    world.simulator.switches.webhooks.firstRetryMs = 3_600_000
    await world.webhook(grace, inbox)
    await answers(10, 2, 4)
    await mailed()
    expect(world.listener.deliveries).toHaveLength(10)
    await world.after({ minutes: 9 })
    expect(world.listener.deliveries).toHaveLength(10)
    await world.after({ minutes: 1 })
    expect(world.listener.deliveries).toHaveLength(11)
  })

  test('over 10 s for more than three in twenty: what is new is dropped, and Outlook says so', async () => {
    world.simulator.switches.webhooks.firstRetryMs = 3_600_000
    await world.webhook(grace, { ...inbox, lifecycleNotificationUrl: world.listener.url })
    await answers(10, 2, 11)
    await mailed()
    await mailed()
    await world.after({ minutes: 9 })
    expect(world.listener.deliveries).toHaveLength(10)
    await world.after({ minutes: 1 })
    expect(world.listener.deliveries).toHaveLength(11)
    expect(world.listener.entries[10]).toMatchObject({ lifecycleEvent: 'missed' })
    await mailed()
    expect(world.listener.entries[11]).toMatchObject({ changeType: 'created' })
  })
})

test('several in one POST, twice, in any order', async () => {
  Object.assign(world.simulator.switches.webhooks, { gatherMs: 2_000, copies: 2, reversed: true })
  const drive = await world.webhook(grace)
  const messages = await world.webhook(grace, inbox)
  world.simulator.person('Ada Okafor').edits('to do.txt')
  world.simulator.office.mails('Bo Lindqvist', mail)
  await world.after({ seconds: 2 })
  const both = { value: [{ subscriptionId: messages }, { subscriptionId: drive }] }
  expect(world.listener.deliveries).toMatchObject([both, both])
})

describe('lifecycle', () => {
  const events = () => world.listener.entries.map(({ lifecycleEvent }) => lifecycleEvent)

  test('asks for a new authorisation in time; without one everything is kept for 4 h', async () => {
    world.simulator.switches.webhooks.authorisationLifeMs = 3_600_000
    const id = await world.webhook(grace, { lifecycleNotificationUrl: world.listener.url })
    await world.after({ minutes: 45 })
    expect(events()).toEqual(['reauthorizationRequired'])
    expect((await grace.send('POST', `/subscriptions/${id}/reauthorize`)).status).toBe(204)
    await world.after({ minutes: 59 })
    expect(events()).toHaveLength(3)
    await world.after({ minutes: 2 })
    await edited(2)
    expect(events()).toHaveLength(3)
    const fresh = await world.signIn('Grace Kimani', 'Files.Read.All')
    await fresh.send('PATCH', `/subscriptions/${id}`, { expirationDateTime: world.inMinutes(2_880) })
    await world.quiet()
    expect(events()).toHaveLength(5)
  })

  test('what was kept for longer is lost', async () => {
    world.simulator.switches.webhooks.authorisationLifeMs = 3_600_000
    const id = await world.webhook(grace)
    await world.after({ minutes: 61 })
    await edited()
    await world.after({ hours: 5 })
    const fresh = await world.signIn('Grace Kimani', 'Files.Read.All')
    expect((await fresh.send('POST', `/subscriptions/${id}/reauthorize`)).status).toBe(204)
    await world.quiet()
    expect(world.listener.deliveries).toEqual([])
  })

  test('subscriptionRemoved is the last word', async () => {
    const id = await world.webhook(grace, { ...inbox, lifecycleNotificationUrl: world.listener.url })
    world.simulator.webhooks.lifecycle(id, 'subscriptionRemoved')
    await world.quiet()
    expect(world.listener.entries).toMatchObject([
      { subscriptionId: id, lifecycleEvent: 'subscriptionRemoved' },
    ])
    expect((await grace.get(`/subscriptions/${id}`)).status).toBe(404)
  })
})
