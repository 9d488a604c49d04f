import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebhookWorld } from './hook-world.ts'
import { settled } from './virtual-clock.ts'

// Drivebell ends in the midst of something, and goes on when it starts again: no webhook is lost, none is made twice.

let hooks: WebhookWorld

beforeEach(async () => {
  hooks = await WebhookWorld.open()
})

afterEach(() => hooks[Symbol.asyncDispose]())

const there = () => hooks.world.simulator.webhooks.live

async function again(): Promise<void> {
  await hooks.world.quit()
  hooks.world.losesReplyTo = null
  await hooks.start()
  await hooks.world.clock.advance({ seconds: 1 })
}

async function mailArrives(): Promise<void> {
  const { delivered } = hooks.row
  hooks.world.simulator.office.mails('Ada Okafor', { to: 'Grace Kimani', subject: 'Tender' })
  await hooks.until(() => hooks.row.delivered > delivered)
}

describe('Drivebell starts again', () => {
  test('and hears on, at the same address', async () => {
    await hooks.create(hooks.mail())
    const [before] = there()
    await again()
    await mailArrives()
    expect(there().map(({ id }) => id)).toEqual([before?.id])
    expect(hooks.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1)
  })

  test('and knows the webhook whose making was never answered', async () => {
    hooks.world.losesReplyTo = 'POST'
    void hooks.create(hooks.mail())
    await hooks.until(() => there().length === 1)
    await again()
    await hooks.until(() => hooks.row.state.kind === 'delivering')
    expect(there()).toHaveLength(1)
    await mailArrives()
  })

  test('and renews what may have been renewed', async () => {
    await hooks.create(hooks.mail())
    await hooks.world.clock.advance({ minutes: 11 })
    hooks.world.losesReplyTo = 'PATCH'
    void hooks.webhooks.webhookCommands.renew(hooks.row.id)
    await settled()
    await again()
    expect(hooks.row.state.kind).toBe('delivering')
    await mailArrives()
  })

  test('and deletes what was to be deleted', async () => {
    await hooks.create(hooks.mail())
    hooks.webhooks.webhookCommands.delete(hooks.row.id)
    await again()
    expect(hooks.row.state.kind).toBe('deleting')
    await hooks.world.clock.advance({ seconds: 10 })
    expect(there()).toEqual([])
    expect(hooks.rows).toEqual([])
  })

  test('and is at ease when it had deleted it already', async () => {
    await hooks.create(hooks.mail())
    hooks.world.losesReplyTo = 'DELETE'
    hooks.webhooks.webhookCommands.delete(hooks.row.id)
    await hooks.world.clock.advance({ seconds: 11 })
    expect(there()).toEqual([])
    await again()
    await hooks.world.clock.advance({ seconds: 10 })
    expect(hooks.rows).toEqual([])
  })

  test('and makes anew what it could not believe any more: its secrets are lost', async () => {
    await hooks.create(hooks.mail())
    const [before] = there()
    hooks.world.sealed.clear()
    await again()
    await hooks.until(() => there().length === 1 && there()[0]?.id !== before?.id)
    await hooks.until(() => hooks.row.state.kind === 'delivering')
    await mailArrives()
  })

  test('and finds again what it made just before everything secret was lost', async () => {
    hooks.world.losesReplyTo = 'POST'
    void hooks.create(hooks.mail())
    await hooks.until(() => there().length === 1)
    hooks.world.sealed.clear()
    await again()
    await hooks.until(() => hooks.row.state.kind === 'delivering')
    expect(there()).toHaveLength(1)
    await mailArrives()
  })
})

test('an answer that gets lost: the form says so, and the webhook comes all the same', async () => {
  hooks.world.losesReplyTo = 'POST'
  const creating = hooks.create(hooks.mail())
  await hooks.until(() => there().length === 1)
  await hooks.world.clock.advance({ seconds: 61 })
  expect(await creating).toMatchObject({
    kind: 'refused',
    why: { key: 'webhook.goes-on.unclear' },
  })
  hooks.world.losesReplyTo = null
  await hooks.world.clock.advance({ seconds: 20 })
  expect(hooks.row.state.kind).toBe('delivering')
  expect(there()).toHaveLength(1)
})
