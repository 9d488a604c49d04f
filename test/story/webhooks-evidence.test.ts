import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebhookWorld } from './hook-world.ts'

// "Delivering" is said only of what something shows to arrive (interface.md 3, the states of webhooks).

let hooks: WebhookWorld

beforeEach(async () => {
  hooks = await WebhookWorld.open()
})

afterEach(() => hooks[Symbol.asyncDispose]())

const state = () => hooks.row.state.kind
const becomes = (kind: string) => hooks.until(() => state() === kind)
const mails = (subject: string) =>
  hooks.world.simulator.office.mails('Ada Okafor', { to: 'Grace Kimani', subject })

describe('a webhook delivers as far as something shows it', () => {
  test('Microsoft’s validation when it is made shows it at once', async () => {
    await hooks.create(hooks.mail())
    expect(state()).toBe('delivering')
  })

  test('after a restart the app tests its address first', async () => {
    await hooks.create(hooks.mail())
    await hooks.world.quit()
    hooks.world.start()
    expect(state()).not.toBe('delivering')
    await becomes('delivering')
  })

  test('after a restart without the tunnel it is not said to deliver, and Microsoft is not asked', async () => {
    await hooks.create(hooks.mail())
    await hooks.world.quit()
    hooks.world.tunnelIsDown = true
    hooks.world.start()
    const why = () => (hooks.row.state.kind === 'unreachable' ? hooks.row.state.why.key : null)
    await hooks.until(() => why() === 'self-test.why.silence')
  })

  test('a delivery that comes supersedes the test that failed', async () => {
    await hooks.create(hooks.mail())
    hooks.world.tunnelIsDown = true
    hooks.webhooks.wake()
    await becomes('unreachable')
    hooks.world.tunnelIsDown = false
    await hooks.world.clock.advance({ seconds: 1 })
    mails('Tender')
    await hooks.until(() => hooks.row.delivered === 1)
    expect(state()).toBe('delivering')
    const { test: last, arrivedAt } = hooks.webhooks.view().listener
    expect(last?.verdict.kind).toBe('unreachable')
    expect(arrivedAt).toBeGreaterThan(last?.startedAt ?? Infinity)
  })

  test('a tunnel that ended while nothing came is found out, and so is that it is back', async () => {
    await hooks.create(hooks.mail())
    hooks.world.tunnelIsDown = true
    await hooks.world.clock.advance({ minutes: 61 })
    await becomes('unreachable')
    hooks.world.tunnelIsDown = false
    await hooks.world.clock.advance({ minutes: 6 })
    await becomes('delivering')
  })

  test('with the listener off nothing delivers', async () => {
    await hooks.create(hooks.mail())
    await hooks.webhooks.choices.set({ on: false, publicUrl: hooks.world.publicUrl })
    expect(hooks.row.state).toMatchObject({ kind: 'unreachable', why: { key: 'listener.test-off' } })
    await hooks.webhooks.choices.set({ on: true, publicUrl: hooks.world.publicUrl })
    await becomes('delivering')
  })

  test('the app’s own tests are no deliveries', async () => {
    await hooks.create(hooks.mail())
    const before = hooks.webhooks.receiver.inspector.page({ webhookId: null, verdict: null }, null).matches
    await hooks.world.clock.advance({ seconds: 1 })
    const { startedAt } = hooks.webhooks.view().listener.test ?? { startedAt: 0 }
    hooks.webhooks.wake()
    await hooks.until(() => (hooks.webhooks.view().listener.test?.startedAt ?? 0) > startedAt)
    await becomes('delivering')
    const { matches } = hooks.webhooks.receiver.inspector.page({ webhookId: null, verdict: null }, null)
    expect(matches).toBe(before)
  })
})
