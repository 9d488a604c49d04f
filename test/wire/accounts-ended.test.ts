import type { Need } from '../../main/accounts/sign-in-alerts.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Fault, oauthFaults } from '../simulator/faults.ts'
import { settled } from '../story/virtual-clock.ts'
import { browser, changesHeard, force, graphSays, stateOf, token } from './accounts-steps.ts'
import { AccountsWorld, value } from './accounts-world.ts'

let world: AccountsWorld
beforeEach(async () => void (world = await AccountsWorld.open()))
afterEach(() => world[Symbol.asyncDispose]())

describe('a sign-in that ended', () => {
  test.each<[string, Fault, string]>([
    ['invalid_grant without suberror', oauthFaults.revoked, 'password-changed'],
    ['invalid_grant with bad_token', oauthFaults.badToken, 'ran-out'],
    ['interaction_required with claims', oauthFaults.mfa, 'confirm'],
    ['consent_required', oauthFaults.consent, 'permissions-withdrawn'],
    [
      'a policy',
      { status: 400, code: 'interaction_required', suberror: 'message_only', aadsts: 53003 },
      'not-allowed',
    ],
  ])('by %s is said once, and Microsoft is not asked again', async (_how, fault, reason) => {
    const grace = await world.signIn('Grace Kimani')
    world.simulator.fails('/oauth2/v2.0/token', fault)
    const asked = world.tokenRequests
    const heard = changesHeard(world)
    for (const need of [force, {}, force]) {
      expect(await token(world, grace, need)).toMatchObject({ ok: false, error: { kind: 'signed-out' } })
    }
    expect(stateOf(world, grace)).toMatchObject({ kind: 'signed-out', reason })
    expect([heard(), world.tokenRequests - asked]).toEqual([1, 1])
  })

  test('is healed by signing in again, as the same account', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.accounts.identify(grace.id, {
      graphId: 'g',
      name: 'Grace Kimani',
      username: grace.username,
      mail: '',
    })
    world.simulator.identity.revoke('Grace Kimani')
    await token(world, grace, force)
    expect(await world.signIn('Grace Kimani')).toEqual({ ...grace, graphId: 'g' })
    expect(world.accounts.list()).toHaveLength(1)
    await world.restart()
    expect(await graphSays(world, value(await token(world, grace, force)))).toBe('Grace Kimani')
  })

  test('brings what Microsoft demands to the next one', async () => {
    const grace = await world.signIn('Grace Kimani')
    const trouble = world.simulator.fails('/oauth2/v2.0/token', oauthFaults.mfa)
    await token(world, grace, force)
    trouble[Symbol.dispose]()
    value(await world.accounts.signIn({ ...browser, loginHint: grace.username }))
    const claims = JSON.parse(new URL(world.opened.at(-1) ?? '').searchParams.get('claims') ?? '{}')
    expect(claims.access_token).toMatchObject({
      ...JSON.parse(oauthFaults.mfa.claims).access_token,
      xms_cc: { values: ['CP1'] },
    })
    value(await world.accounts.signIn({ ...browser, loginHint: grace.username }))
    expect(new URL(world.opened.at(-1) ?? '').searchParams.get('claims')).not.toContain('capolids')
  })

  test('is not undone, nor a new one ended, by an answer that comes late', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.simulator.fails('/oauth2/v2.0/token', { ...oauthFaults.revoked, times: 1 })
    const arrives = Promise.withResolvers<void>()
    world.fetch = async (url, init) => {
      const reply = await fetch(url, init)
      await arrives.promise
      return reply
    }
    const late = token(world, grace, force)
    await expect.poll(() => world.tokenRequests).toBe(2)
    world.fetch = (url, init) => fetch(url, init)
    await world.signIn('Grace Kimani')
    arrives.resolve()
    expect(await late).toMatchObject({ ok: false, error: { kind: 'server' } })
    expect(stateOf(world, grace)).toEqual({ kind: 'signed-in' })
    expect((await token(world, grace, force)).ok).toBe(true)
  })
})

describe('an application id that is not accepted any more', () => {
  const disabled: Fault = {
    status: 400,
    code: 'unauthorized_client',
    aadsts: 7000112,
    message: 'The application is disabled.',
  }
  const why = { reason: 'app-refused', code: '7000112' }

  test('is said once, and asked about once an hour until it is', async () => {
    const grace = await world.signIn('Grace Kimani')
    const trouble = world.simulator.fails('/oauth2/v2.0/token', disabled)
    const needs: Need[] = []
    world.accounts.onNeed((need) => needs.push(need))
    const asked = world.tokenRequests
    for (let minutes = 0; minutes < 180; minutes += 10) {
      expect(await token(world, grace, force)).toMatchObject({ ok: false, error: { kind: 'signed-out' } })
      await world.clock.advance({ minutes: 10 })
    }
    expect(stateOf(world, grace)).toMatchObject({ kind: 'signed-out', ...why })
    expect(needs).toEqual([{ accountId: grace.id, ...why }])
    expect(world.tokenRequests - asked).toBe(3)
    trouble[Symbol.dispose]()
    await world.clock.advance({ hours: 1 })
    expect((await token(world, grace, force)).ok).toBe(true)
    expect(stateOf(world, grace)).toEqual({ kind: 'signed-in' })
  })

  test('is asked about at once when the app starts, and when another one is entered', async () => {
    const grace = await world.signIn('Grace Kimani')
    const trouble = world.simulator.fails('/oauth2/v2.0/token', disabled)
    await token(world, grace, force)
    expect(stateOf(world, grace)).toMatchObject({ kind: 'signed-out', ...why })
    await world.restart()
    expect(stateOf(world, grace)).toEqual({ kind: 'signed-in' })
    await token(world, grace, force)
    expect(stateOf(world, grace)).toMatchObject({ kind: 'signed-out', ...why })
    trouble[Symbol.dispose]()
    world.clientId = '00000000-1111-4222-8333-444444444444'
    world.accounts.lookAgain()
    await expect.poll(() => stateOf(world, grace)).toMatchObject({ reason: 'ran-out' }) // its sign-in was for the other id
    await world.signIn('Grace Kimani')
    expect((await token(world, grace, force)).ok).toBe(true)
  })
})

describe('trouble that passes', () => {
  test.each<[string, Fault, object]>([
    ['503 with Retry-After', oauthFaults.busy, { kind: 'throttled', retryAfterMs: 30_000 }],
    ['429 with Retry-After', oauthFaults.throttled, { kind: 'throttled', retryAfterMs: 30_000 }],
    ['429 without', { status: 429, code: 'too_many_requests' }, { kind: 'throttled', retryAfterMs: 60_000 }],
    ["a gateway's page", { status: 502, html: '<h1>Bad gateway</h1>' }, { kind: 'server' }],
    ['a broken connection', { hangUp: true }, { kind: 'offline' }],
    ["a hotel's page", { status: 200, html: '<h1>Welcome</h1>' }, { kind: 'offline' }],
  ])('%s leaves the account signed in', async (_what, fault, error) => {
    const grace = await world.signIn('Grace Kimani')
    const heard = changesHeard(world)
    world.simulator.fails('/oauth2/v2.0/token', fault)
    expect(await token(world, grace, force)).toMatchObject({ ok: false, error })
    expect(stateOf(world, grace)).toEqual({ kind: 'signed-in' })
    expect(heard()).toBe(0)
    expect((await token(world, grace)).ok).toBe(true) // the one at hand is as good as before
  })

  test('without a Retry-After is over when it is over', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.simulator.fails('/oauth2/v2.0/token', { status: 503, code: 'temporarily_unavailable', times: 1 })
    expect((await token(world, grace, force)).ok).toBe(false)
    expect((await token(world, grace, force)).ok).toBe(true)
  })

  test('with a Retry-After is not asked again meanwhile, but a person may sign in', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.simulator.fails('/oauth2/v2.0/token', { ...oauthFaults.busy, times: 1 })
    await token(world, grace, force)
    const asked = world.tokenRequests
    expect(await token(world, grace, force)).toMatchObject({ ok: false, error: { kind: 'throttled' } })
    expect(world.tokenRequests).toBe(asked)
    expect(await world.signIn('Grace Kimani')).toMatchObject({ state: { kind: 'signed-in' } })
    expect((await token(world, grace, force)).ok).toBe(true)
  })

  test('with a Retry-After is asked again when that is over', async () => {
    const grace = await world.signIn('Grace Kimani')
    // seen against Microsoft's own clock, which is the real one here
    const retryAfter = new Date(Date.now() + 90_000).toUTCString()
    world.simulator.fails('/oauth2/v2.0/token', { ...oauthFaults.throttled, retryAfter, times: 1 })
    expect(await token(world, grace, force)).toMatchObject({
      error: { kind: 'throttled', retryAfterMs: expect.closeTo(90_000, -4) },
    })
    await world.clock.advance({ seconds: 95 })
    expect((await token(world, grace, force)).ok).toBe(true)
  })

  test('no answer at all is given up after 30 s', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.fetch = (_url, init) =>
      new Promise((_resolve, reject) =>
        init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))),
      )
    const waiting = token(world, grace, force)
    await settled()
    await world.clock.advance({ seconds: 30 })
    expect(await waiting).toMatchObject({ ok: false, error: { kind: 'timeout' } })
  })
})
