import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { browser, deviceCode, expectFailed, statesSeen } from './accounts-steps.ts'
import { AccountsWorld, value } from './accounts-world.ts'

let world: AccountsWorld
beforeEach(async () => void (world = await AccountsWorld.open()))
afterEach(() => world[Symbol.asyncDispose]())

/** The code a person would type now. */
async function shown(): Promise<string> {
  await expect.poll(() => world.accounts.signInState.kind).toBe('device-code')
  const state = world.accounts.signInState
  return state.kind === 'device-code' ? state.userCode : ''
}

/** Answers the request for a device code with this, whatever Microsoft says. */
function answerDeviceCode(body: object, status = 200): void {
  world.fetch = (url, init) =>
    url.includes('/devicecode') ? Promise.resolve(Response.json(body, { status })) : fetch(url, init)
}

describe('without a network', () => {
  const sentence = 'You’re offline. Drivebell signs in as soon as you’re online.'

  test('no browser opens; it goes on by itself when the network is back', async () => {
    await world.disconnect()
    expect(await world.accounts.signIn(browser)).toEqual({ ok: false, error: { kind: 'offline' } })
    expectFailed(world, sentence)
    await world.clock.advance({ seconds: 15 })
    await expect.poll(() => world.clock.waiting).toBe(1)
    expect(world.opened).toEqual([])
    await world.connect()
    await world.clock.advance({ seconds: 15 })
    await expect.poll(() => world.accounts.list()).toHaveLength(1)
    expect(world.opened).toHaveLength(1)
  })

  test('who dismisses it is not signed in behind their back', async () => {
    await world.disconnect()
    await world.accounts.signIn(browser)
    world.accounts.cancelSignIn()
    expect(world.accounts.signInState).toEqual({ kind: 'idle' })
    expect(world.clock.waiting).toBe(0)
  })

  test.each([
    ['breaks', { hangUp: true }],
    ["belongs to a hotel's page", { html: '<h1>Welcome to the hotel</h1>', status: 200 }],
  ])('a connection that %s in the middle is the same', async (_how, fault) => {
    world.simulator.fails('/oauth2/v2.0/token', fault)
    expect(await world.accounts.signIn(browser)).toEqual({ ok: false, error: { kind: 'offline' } })
    expectFailed(world, sentence)
  })

  test('a device code is not to be had either', async () => {
    await world.disconnect()
    expect(await world.accounts.signIn(deviceCode)).toEqual({ ok: false, error: { kind: 'offline' } })
  })
})

describe('with a device code', () => {
  beforeEach(() => void (world.simulator.switches.identity.deviceIntervalS = 0.05))

  test('approved elsewhere, the account is there', async () => {
    const signIn = world.accounts.signIn(deviceCode)
    const userCode = await shown()
    expect(world.accounts.signInState).toEqual({
      kind: 'device-code',
      userCode,
      verificationUri: `${world.origin}/devicelogin`,
      until: world.clock.now() + 900_000,
    })
    await world.clock.advance({ minutes: 6 }) // longer than a browser is waited for
    world.simulator.identity.approveDevice(userCode)
    expect(value(await signIn)).toMatchObject({ name: 'Grace Kimani', state: { kind: 'signed-in' } })
    expect(world.opened).toEqual([])
  })

  test('declined elsewhere, it says so', async () => {
    const signIn = world.accounts.signIn(deviceCode)
    world.simulator.identity.declineDevice(await shown())
    expect(await signIn).toEqual({ ok: false, error: { kind: 'declined' } })
  })

  test('cancelled, it ends at once; an approval that comes later signs nobody in', async () => {
    const signIn = world.accounts.signIn(deviceCode)
    const userCode = await shown()
    world.accounts.cancelSignIn()
    expect(await signIn).toEqual({ ok: false, error: { kind: 'cancelled' } })
    world.simulator.identity.approveDevice(userCode)
    const next = world.accounts.signIn(deviceCode)
    const asked = world.tokenRequests
    // while the next code is asked about three times the old one would have been, too
    await expect.poll(() => world.tokenRequests - asked).toBeGreaterThanOrEqual(3)
    expect(world.accounts.list()).toEqual([])
    world.accounts.cancelSignIn()
    await next
  })

  test('a code that ran out is followed by a new one', async () => {
    const signIn = world.accounts.signIn(deviceCode)
    const first = await shown()
    world.simulator.fails('/oauth2/v2.0/token', {
      status: 400,
      code: 'expired_token',
      aadsts: 70019,
      times: 1,
    })
    await expect.poll(shown).not.toBe(first)
    world.simulator.identity.approveDevice(await shown())
    expect((await signIn).ok).toBe(true)
  })

  test('three codes that nobody used are enough', async () => {
    world.simulator.fails('/oauth2/v2.0/token', { status: 400, code: 'expired_token', aadsts: 70019 })
    expect(await world.accounts.signIn(deviceCode)).toEqual({ ok: false, error: { kind: 'code-ran-out' } })
    expectFailed(world, 'The code expired before it was used.')
    expect(world.simulator.requests.matching('/devicecode')).toHaveLength(3)
  })

  test('asked to be slower, it is', async () => {
    world.simulator.fails('/oauth2/v2.0/token', { status: 400, code: 'slow_down', times: 1 })
    const signIn = world.accounts.signIn(deviceCode)
    world.simulator.identity.approveDevice(await shown())
    await expect.poll(() => world.clock.waiting).toBe(1)
    expect(world.tokenRequests).toBe(1)
    await world.clock.advance({ seconds: 5 })
    expect((await signIn).ok).toBe(true)
  })

  test.each([
    [
      { error: 'invalid_client', error_codes: [7000218] },
      401,
      { kind: 'registration', code: '7000218', cloud: 'global' },
    ],
    [{ user_code: 'ABC' }, 200, { kind: 'unexpected', code: 'malformed_device_code' }],
    [{ error: 'temporarily_unavailable' }, 503, { kind: 'busy' }],
  ])('an answer like %j (%i) shows no code', async (body, status, error) => {
    answerDeviceCode(body, status)
    const states = statesSeen(world)
    expect(await world.accounts.signIn(deviceCode)).toEqual({ ok: false, error })
    expect(states.map(({ kind }) => kind)).toEqual(['waiting', 'failed'])
  })

  test("a code is typed on Microsoft's own pages, or the simulator's, and nowhere else", async () => {
    const code = { user_code: 'A', device_code: 'd', expires_in: 900 }
    answerDeviceCode({ ...code, verification_uri: 'http://evil.example/' })
    expect(await world.accounts.signIn(deviceCode)).toMatchObject({
      ok: false,
      error: { kind: 'unexpected' },
    })
  })
})
