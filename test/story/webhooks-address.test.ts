import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hourMs } from '../../main/kit/time.ts'
import { WebhookWorld } from './hook-world.ts'

// The tunnel gets another name: what Microsoft still calls below the old one is moved, in one step.

let hooks: WebhookWorld

beforeEach(async () => {
  hooks = await WebhookWorld.open()
})

afterEach(() => hooks[Symbol.asyncDispose]())

const newUrl = 'https://gate.lindenhof.example'
const there = () => hooks.world.simulator.webhooks.live
const addresses = () =>
  there().flatMap(({ wish }) => [wish.notificationUrl, wish.lifecycleNotificationUrl ?? 'none'])

/** The old name leads nowhere any more, the new one here. */
async function renamesTunnel(): Promise<void> {
  hooks.world.tunnels.clear()
  hooks.world.tunnels.add(newUrl)
  await hooks.webhooks.choices.set({ on: true, publicUrl: newUrl })
}

describe('another public address', () => {
  test('leaves no webhook "Delivering", and says how many are behind', async () => {
    await hooks.create(hooks.mail())
    await hooks.create(hooks.draft())
    await hooks.world.clock.advance({ seconds: 1 })
    await renamesTunnel()
    expect(hooks.rows.map(({ state }) => state.kind)).not.toContain('delivering')
    await hooks.until(() => hooks.rows.every(({ state }) => state.kind === 'unreachable'))
    expect(hooks.webhooks.view().listener.leftBehind).toBe(2)
  })

  test('all are moved in one step, with their addresses for messages about themselves', async () => {
    await hooks.create(hooks.mail())
    await hooks.create(hooks.draft())
    await renamesTunnel()
    expect(await hooks.webhooks.webhookCommands.moveAll()).toEqual({ ok: true })
    expect(there()).toHaveLength(2)
    for (const address of addresses()) expect(address).toMatch(/^https:\/\/gate\.lindenhof\.example\/h\//)
    expect(hooks.rows.map(({ state }) => state.kind)).toEqual(['delivering', 'delivering'])
    expect(hooks.webhooks.view().listener.leftBehind).toBe(0)
  })

  test('that leads nowhere loses nothing', async () => {
    await hooks.create(hooks.mail())
    const before = addresses()
    await hooks.webhooks.choices.set({ on: true, publicUrl: newUrl })
    expect(await hooks.webhooks.webhookCommands.moveAll()).toMatchObject({
      ok: false,
      why: { key: 'webhook.refused.unreachable.change', values: { url: newUrl } },
    })
    expect(addresses()).toEqual(before)
  })

  test('a renewal never goes on for the dead one: it moves', async () => {
    await hooks.create(hooks.mail({ lifeMs: 6 * hourMs }))
    await renamesTunnel()
    await hooks.world.clock.advance({ minutes: 61 })
    await hooks.until(() => hooks.row.state.kind === 'unreachable')
    await hooks.world.clock.advance({ hours: 3 })
    await hooks.until(() => hooks.row.state.kind === 'delivering')
    for (const address of addresses()) expect(address).toContain(newUrl)
  })
})
