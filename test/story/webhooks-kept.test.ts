import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebhookWorld } from './hook-world.ts'
import { hourMs } from '../../main/kit/time.ts'

// What keeps a webhook alive, whatever happens to it (protocol.md 3.2, 3.13).

let hooks: WebhookWorld

beforeEach(async () => {
  hooks = await WebhookWorld.open()
})

afterEach(() => hooks[Symbol.asyncDispose]())

/** The id Microsoft has for the only webhook. */
const idThere = () => hooks.world.simulator.webhooks.live[0]?.id ?? null

async function mailArrives(subject: string): Promise<void> {
  const { delivered } = hooks.row
  await hooks.world.clock.advance({ seconds: 61 })
  hooks.world.simulator.office.mails('Ada Okafor', { to: 'Grace Kimani', subject })
  await hooks.until(() => hooks.row.delivered > delivered)
  await hooks.until(() => hooks.world.told.at(-1) === `New message in Inbox: ${subject} from Ada Okafor`)
}

describe('by the clock', () => {
  test('renewed at half of its life, and never without', async () => {
    await hooks.create(hooks.mail({ lifeMs: 24 * hourMs }))
    const { renewsAt, expiresAt } = hooks.row
    await hooks.world.clock.advance({ hours: 11 })
    expect(hooks.calls).not.toContain('PATCH /subscriptions/{id}')
    await hooks.world.clock.advance({ hours: 2 })
    expect(hooks.calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(1)
    expect(hooks.row.expiresAt).toBeGreaterThan(expiresAt ?? 0)
    expect(hooks.row.renewsAt).toBeGreaterThan(renewsAt ?? 0)
  })

  test('after a night asleep it is renewed, or made anew, at once', async () => {
    await hooks.create(hooks.mail({ lifeMs: 6 * hourMs }))
    const before = idThere()
    hooks.world.clock.sleep(5 * hourMs)
    hooks.webhooks.wake()
    await hooks.world.clock.advance({ seconds: 1 })
    expect(idThere()).toBe(before)
    hooks.world.clock.sleep(7 * hourMs)
    hooks.webhooks.wake()
    await hooks.world.clock.advance({ seconds: 1 })
    await hooks.until(() => hooks.row.state.kind === 'delivering')
    expect(idThere()).not.toBe(before)
    expect(hooks.world.told).toEqual([])
    await mailArrives('Good morning')
  })

  test('through an hour without a network', async () => {
    await hooks.create(hooks.mail({ lifeMs: 3 * hourMs }))
    const before = idThere()
    await hooks.world.clock.advance({ hours: 1 })
    hooks.world.simulator.cutNetwork()
    await hooks.world.clock.advance({ hours: 1 })
    hooks.world.simulator.restoreNetwork()
    await hooks.world.clock.advance({ minutes: 6 })
    expect(idThere()).toBe(before)
    expect(hooks.row).toMatchObject({ state: { kind: 'delivering' } })
    expect(hooks.row.expiresAt).toBeGreaterThan(hooks.world.clock.now() + 2 * hourMs)
  })

  test('though Microsoft validates during renewals and reauthorizations too', async () => {
    await hooks.create(hooks.mail({ lifeMs: 24 * hourMs }))
    const before = idThere()
    hooks.world.simulator.switches.webhooks.validatesAlways = true
    await hooks.world.clock.advance({ minutes: 11 })
    expect(await hooks.webhooks.webhookCommands.reauthorize(hooks.row.id)).toEqual({ ok: true })
    await hooks.world.clock.advance({ hours: 20 })
    await hooks.until(() => hooks.calls.some((call) => call.startsWith('PATCH')))
    expect(hooks.row).toMatchObject({ state: { kind: 'delivering' }, graphId: before, refused: 0 })
  })

  test('a renewal that leads nowhere three times: made anew', async () => {
    await hooks.create(hooks.mail({ lifeMs: 6 * hourMs }))
    const before = idThere()
    hooks.world.simulator.switches.webhooks.redirects = 9
    await hooks.world.clock.advance({ hours: 4 })
    await hooks.until(() => hooks.row.state.kind === 'delivering' && idThere() !== before)
    expect(hooks.calls).toContain('DELETE /subscriptions/{id}')
  })
})

describe('a renewal that was asked for ahead of its time and failed is tried again soon', () => {
  const dayLong = { lifeMs: 6 * 24 * hourMs }
  const renewals = () => hooks.calls.filter((call) => call.startsWith('PATCH')).length

  test('by a person, while Microsoft has trouble', async () => {
    await hooks.create(hooks.mail(dayLong))
    await hooks.world.clock.advance({ minutes: 11 })
    const trouble = hooks.world.simulator.fails('PATCH /v1.0/subscriptions', { status: 503, retryAfter: 1 })
    const renewing = hooks.webhooks.webhookCommands.renew(hooks.row.id)
    await hooks.world.clock.advance({ minutes: 1 })
    expect(await renewing).toMatchObject({ ok: false })
    trouble[Symbol.dispose]()
    await hooks.world.clock.advance({ minutes: 11 })
    expect(renewals()).toBe(1)
  })

  test('by Microsoft, while the sign-in had run out: once it is there again', async () => {
    await hooks.create(hooks.mail(dayLong))
    await hooks.world.clock.advance({ minutes: 11 })
    const graphId = idThere() ?? ''
    hooks.world.signOut()
    hooks.world.simulator.webhooks.lifecycle(graphId, 'reauthorizationRequired')
    await hooks.until(() => hooks.row.state.kind === 'signed-out' && hooks.row.lastLifecycle !== null)
    await hooks.world.clock.advance({ minutes: 3 })
    hooks.world.signIn()
    await hooks.world.clock.advance({ seconds: 20 })
    expect(renewals()).toBe(1)
  })
})

describe('by what Microsoft says', () => {
  test('reauthorizationRequired: one renewal answers all of them', async () => {
    await hooks.create(hooks.mail())
    await hooks.world.clock.advance({ minutes: 11 })
    for (let time = 0; time < 3; time++)
      hooks.world.simulator.webhooks.lifecycle(idThere() ?? '', 'reauthorizationRequired')
    await hooks.until(() => hooks.row.lastLifecycle !== null)
    await hooks.world.clock.advance({ minutes: 1 })
    expect(hooks.calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(1)
    expect(hooks.row.lastLifecycle?.kind).toBe('reauthorized')
  })

  test('reauthorizationRequired right after a reauthorization: postponed, not dropped', async () => {
    await hooks.create(hooks.mail({ lifeMs: 6 * 24 * hourMs }))
    await hooks.world.clock.advance({ minutes: 11 })
    await hooks.webhooks.webhookCommands.reauthorize(hooks.row.id)
    await hooks.world.clock.advance({ minutes: 4 })
    hooks.world.simulator.webhooks.lifecycle(idThere() ?? '', 'reauthorizationRequired')
    await hooks.until(() => hooks.row.lastLifecycle !== null)
    expect(hooks.calls.filter((call) => call.startsWith('PATCH'))).toEqual([])
    await hooks.world.clock.advance({ minutes: 7 })
    expect(hooks.calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(1)
  })

  test('subscriptionRemoved: made anew, and what may be missing is said', async () => {
    hooks.world.simulator.switches.graph.forgetsDelta = true
    await hooks.create(hooks.mail())
    const before = idThere() ?? ''
    hooks.world.simulator.webhooks.lifecycle(before, 'subscriptionRemoved')
    await hooks.until(() => (idThere() ?? before) !== before && hooks.row.state.kind === 'delivering')
    expect(hooks.world.told).toEqual(['Something may have been missed: Inbox'])
    expect(hooks.row.lastLifecycle?.kind).toBe('removed')
  })

  test('missed: said once', async () => {
    hooks.world.simulator.switches.graph.forgetsDelta = true
    await hooks.create(hooks.mail())
    for (let time = 0; time < 2; time++) hooks.world.simulator.webhooks.lifecycle(idThere() ?? '', 'missed')
    await hooks.until(() => hooks.row.delivered === 2)
    expect(hooks.world.told).toEqual(['Something may have been missed: Inbox'])
  })

  test('gone without a word while the computer slept: found when it wakes', async () => {
    await hooks.create(hooks.draft({ lifeMs: 29 * 24 * hourMs }))
    await hooks.world.clock.advance({ minutes: 11 })
    hooks.world.simulator.webhooks.remove(idThere() ?? '')
    hooks.world.clock.sleep(8 * hourMs)
    hooks.webhooks.wake()
    await hooks.world.clock.advance({ seconds: 5 })
    await hooks.until(() => idThere() !== null)
    expect(hooks.rows).toHaveLength(1)
  })

  test('gone without a word: found by the weekly look, and made anew', async () => {
    await hooks.create(hooks.draft({ lifeMs: 29 * 24 * hourMs }))
    const before = idThere() ?? ''
    hooks.world.simulator.webhooks.remove(before)
    await hooks.world.clock.advance({ hours: 7 * 24 + 1 })
    await hooks.until(() => idThere() !== null)
    expect(hooks.rows).toHaveLength(1)
  })
})

describe('by what people order', () => {
  test('deleted after ten seconds, in which it can be taken back', async () => {
    await hooks.create(hooks.mail())
    const { id } = hooks.row
    hooks.webhooks.webhookCommands.delete(id)
    await hooks.world.clock.advance({ seconds: 9 })
    expect(hooks.webhooks.webhookCommands.undoDelete(id)).toEqual({ ok: true })
    await hooks.world.clock.advance({ seconds: 9 })
    expect(idThere()).not.toBeNull()
    hooks.webhooks.webhookCommands.delete(id)
    await hooks.world.clock.advance({ seconds: 11 })
    expect(hooks.rows).toEqual([])
    expect(idThere()).toBeNull()
    expect([...hooks.world.sealed.keys()].filter((key) => key.startsWith('webhook '))).toEqual([])
  })

  test('reauthorized and renewed never within ten minutes', async () => {
    await hooks.create(hooks.mail())
    const { id } = hooks.row
    expect(await hooks.webhooks.webhookCommands.reauthorize(id)).toMatchObject({ ok: false })
    await hooks.world.clock.advance({ minutes: 11 })
    expect(await hooks.webhooks.webhookCommands.reauthorize(id)).toEqual({ ok: true })
    await hooks.world.clock.advance({ minutes: 4 })
    expect(await hooks.webhooks.webhookCommands.renew(id)).toMatchObject({
      ok: false,
      why: { key: 'webhook.not-sent.too-soon', values: { minutes: 6 } },
    })
    await hooks.world.clock.advance({ minutes: 6 })
    expect(await hooks.webhooks.webhookCommands.renew(id)).toEqual({ ok: true })
  })

  test('a new address is validated; one that leads nowhere changes nothing', async () => {
    await hooks.create(hooks.mail())
    const { id } = hooks.row
    expect(await hooks.webhooks.webhookCommands.changeUrl(id, 'https://elsewhere.example')).toMatchObject({
      ok: false,
      why: { key: 'webhook.refused.unreachable.change', values: { url: 'https://elsewhere.example' } },
    })
    await mailArrives('still here')
    const below = `${hooks.world.publicUrl}/tunnel/grace`
    expect(await hooks.webhooks.webhookCommands.changeUrl(id, below)).toEqual({ ok: true })
    await hooks.world.clock.advance({ seconds: 10 })
    await mailArrives('and here')
  })

  test('the account leaves: its webhooks are deleted first', async () => {
    await hooks.create(hooks.mail())
    await hooks.webhooks.leaveAccount(hooks.accountId, { keepHistory: true })
    expect(idThere()).toBeNull()
    expect(hooks.rows).toEqual([])
  })
})
