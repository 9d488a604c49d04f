import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SignInState } from '../../preload/contract.ts'
import { finishedPage, stoppedPage } from '../../main/accounts/pages.ts'
import { oauthFaults } from '../simulator/faults.ts'
import { graphIdOf, owners, tenantOf } from '../simulator/personas.ts'
import { AccountsWorld, value } from './accounts-world.ts'

let world: AccountsWorld
beforeEach(async () => void (world = await AccountsWorld.open()))
afterEach(() => world[Symbol.asyncDispose]())

const nobody = async () => undefined
const browser = { method: 'browser' } as const
const deviceCode = { method: 'device-code' } as const

/** Every different state of the sign-in, in order. */
function statesSeen(): SignInState[] {
  const seen: SignInState[] = []
  world.accounts.onChange(() => {
    if (world.accounts.signInState !== seen.at(-1)) seen.push(world.accounts.signInState)
  })
  return seen
}

async function browserOpened(count = 1): Promise<URL> {
  await vi.waitFor(() => expect(world.opened).toHaveLength(count), 5_000)
  return new URL(world.opened.at(-1) ?? '')
}

async function failed(sentence: string): Promise<void> {
  expect(world.accounts.signInState).toMatchObject({ kind: 'failed', sentence })
  expect(world.accounts.list()).toEqual([])
}

/** The code a person would type now. */
async function shown(): Promise<string> {
  await vi.waitFor(() => expect(world.accounts.signInState.kind).toBe('device-code'), 5_000)
  const state = world.accounts.signInState
  return state.kind === 'device-code' ? state.userCode : ''
}

/** Answers the request for a device code with this, whatever Microsoft says. */
function answerDeviceCode(body: object, status = 200): void {
  world.fetch = (url, init) =>
    url.includes('/devicecode') ? Promise.resolve(Response.json(body, { status })) : fetch(url, init)
}

async function portClosed(authorizeUrl: URL): Promise<void> {
  const { port } = new URL(authorizeUrl.searchParams.get('redirect_uri') ?? '')
  await vi.waitFor(() => expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed'), 5_000)
}

describe('in the browser', () => {
  test('one page, and the account is there', async () => {
    const states = statesSeen()
    const account = await world.signIn('Grace Kimani')
    const [grace] = owners
    expect(account).toEqual({
      id: `${grace?.objectId}.${grace && tenantOf(grace)}`,
      name: 'Grace Kimani',
      username: 'grace@lindenhof.example',
      type: 'work',
      tenantId: grace && tenantOf(grace),
      graphId: null,
      scopes: ['Files.Read', 'User.Read'],
      state: { kind: 'signed-in' },
    })
    expect(world.accounts.list()).toEqual([account])
    expect(states.map(({ kind }) => kind)).toEqual(['waiting', 'idle'])
    expect(states[0]).toEqual({ kind: 'waiting', until: world.clock.now() + 300_000 })
    expect(world.page).toBe(finishedPage)
    const { origin, searchParams } = new URL(world.opened[0] ?? '')
    expect(origin).toBe(world.origin)
    expect(searchParams.get('prompt')).toBe('select_account')
    expect(searchParams.get('scope')?.split(' ').sort()).toEqual([
      'Files.Read',
      'User.Read',
      'offline_access',
      'openid',
      'profile',
    ])
    expect(world.clock.waiting).toBe(0)
  })

  test('a personal account is known as one', async () => {
    expect(await world.signIn('Sam Whitlock')).toMatchObject({ name: 'Sam Whitlock', type: 'personal' })
  })

  test('an address that is known is not asked for again', async () => {
    value(await world.accounts.signIn({ method: 'browser', loginHint: 'grace@lindenhof.example' }))
    const { searchParams } = new URL(world.opened[0] ?? '')
    expect([searchParams.get('login_hint'), searchParams.get('prompt')]).toEqual([
      'grace@lindenhof.example',
      null,
    ])
  })

  test.each([
    ['decline', 'You declined the permissions. Without them Drivebell cannot hear of changes.'],
    ['cancel', 'You declined the permissions. Without them Drivebell cannot hear of changes.'],
  ])('%s on the page is a sentence', async (choice, sentence) => {
    world.browser = (url) => world.browse(url, choice)
    expect(await world.accounts.signIn(browser)).toEqual({ ok: false, error: { kind: 'declined' } })
    await failed(sentence)
    expect(world.page).toBe(stoppedPage)
  })

  test.each([
    [undefined, 'organizations'],
    ['grace@lindenhof.example', 'lindenhof.example'],
  ])('when only administrators may agree, there is a link for them (hint %s)', async (loginHint, tenant) => {
    world.simulator.switches.identity.adminConsentNeeded = true
    world.browser = (url) => world.browse(url, 'admin')
    const url = `${world.origin}/${tenant}/adminconsent?client_id=${world.clientId}`
    const result = await world.accounts.signIn({ ...browser, ...(loginHint && { loginHint }) })
    expect(result).toEqual({ ok: false, error: { kind: 'admin-consent', url } })
    expect(world.accounts.signInState).toMatchObject({ kind: 'failed', adminConsentUrl: url })
  })

  test('a browser that does not open is a sentence', async () => {
    world.browser = () => Promise.reject(new Error('xdg-open: not found'))
    expect(await world.accounts.signIn(browser)).toEqual({ ok: false, error: { kind: 'no-browser' } })
    await failed('The browser did not open. Use a device code instead.')
  })

  test('an application id that Microsoft refuses is a sentence with its number', async () => {
    world.simulator.fails('/oauth2/v2.0/token', oauthFaults.wrongClient)
    expect(await world.accounts.signIn(browser)).toEqual({
      ok: false,
      error: { kind: 'registration', code: '700016' },
    })
  })

  test('without an application id nothing is opened', async () => {
    world.clientId = null
    expect(await world.accounts.signIn(browser)).toEqual({ ok: false, error: { kind: 'no-client-id' } })
    expect(world.opened).toEqual([])
  })
})

describe('given up', () => {
  beforeEach(() => void (world.browser = nobody))

  test.each<[string, () => Promise<void> | void, string, string]>([
    [
      'by Cancel',
      () => world.accounts.cancelSignIn(),
      'cancelled',
      "You closed Microsoft's page before finishing. Nothing was changed.",
    ],
    [
      'after five minutes',
      () => world.clock.advance({ minutes: 5 }),
      'timed-out',
      'Five minutes went by without a sign-in.',
    ],
  ])('%s: the port closes, and the next sign-in works', async (_how, end, kind, sentence) => {
    const signIn = world.accounts.signIn(browser)
    const page = await browserOpened()
    await end()
    expect(await signIn).toEqual({ ok: false, error: { kind } })
    await failed(sentence)
    await portClosed(page)
    expect(await world.signIn('Grace Kimani')).toMatchObject({ name: 'Grace Kimani' })
  })

  test('four minutes and 59 seconds are not five', async () => {
    const signIn = world.accounts.signIn(browser)
    await browserOpened()
    await world.clock.advance({ minutes: 4, seconds: 59 })
    expect(world.accounts.signInState.kind).toBe('waiting')
    await world.browse(world.opened[0] ?? '', 'Grace Kimani')
    expect((await signIn).ok).toBe(true)
  })

  test('before the browser is there: it never opens', async () => {
    const signIn = world.accounts.signIn(browser)
    world.accounts.cancelSignIn()
    expect(await signIn).toEqual({ ok: false, error: { kind: 'cancelled' } })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(world.opened).toEqual([])
  })

  test('while the browser command hangs', async () => {
    world.browser = () => new Promise(() => undefined)
    const signIn = world.accounts.signIn(browser)
    const page = await browserOpened()
    world.accounts.cancelSignIn()
    expect(await signIn).toEqual({ ok: false, error: { kind: 'cancelled' } })
    await portClosed(page)
  })

  test('for another try: only the newer one counts', async () => {
    const first = world.accounts.signIn(browser)
    await browserOpened()
    const second = world.accounts.signIn(browser)
    await browserOpened(2)
    expect(await first).toEqual({ ok: false, error: { kind: 'cancelled' } })
    expect(world.accounts.signInState.kind).toBe('waiting')
    await world.browse(world.opened[1] ?? '', 'Sam Whitlock')
    expect(value(await second).name).toBe('Sam Whitlock')
  })

  test('then dismissed, nothing is left of it', async () => {
    const signIn = world.accounts.signIn(browser)
    await browserOpened()
    world.accounts.cancelSignIn()
    await signIn
    world.accounts.cancelSignIn()
    expect(world.accounts.signInState).toEqual({ kind: 'idle' })
  })
})

describe('without a network', () => {
  const sentence = 'There is no network. Drivebell tries again when it is back, or press Try again.'

  test('no browser opens; it goes on by itself when the network is back', async () => {
    await world.disconnect()
    expect(await world.accounts.signIn(browser)).toEqual({ ok: false, error: { kind: 'offline' } })
    await failed(sentence)
    await world.clock.advance({ seconds: 15 })
    await vi.waitFor(() => expect(world.clock.waiting).toBe(1), 5_000)
    expect(world.opened).toEqual([])
    await world.connect()
    await world.clock.advance({ seconds: 15 })
    await vi.waitFor(() => expect(world.accounts.list()).toHaveLength(1), 5_000)
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
    await failed(sentence)
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
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(world.accounts.list()).toEqual([])
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
    await vi.waitFor(async () => expect(await shown()).not.toBe(first), 5_000)
    world.simulator.identity.approveDevice(await shown())
    expect((await signIn).ok).toBe(true)
  })

  test('three codes that nobody used are enough', async () => {
    world.simulator.fails('/oauth2/v2.0/token', { status: 400, code: 'expired_token', aadsts: 70019 })
    expect(await world.accounts.signIn(deviceCode)).toEqual({ ok: false, error: { kind: 'code-ran-out' } })
    await failed('The code ran out before it was used.')
    expect(world.simulator.requests.matching('/devicecode')).toHaveLength(3)
  })

  test('asked to be slower, it is', async () => {
    world.simulator.fails('/oauth2/v2.0/token', { status: 400, code: 'slow_down', times: 1 })
    const signIn = world.accounts.signIn(deviceCode)
    world.simulator.identity.approveDevice(await shown())
    await vi.waitFor(() => expect(world.clock.waiting).toBe(1), 5_000)
    expect(world.tokenRequests).toBe(1)
    await world.clock.advance({ seconds: 5 })
    expect((await signIn).ok).toBe(true)
  })

  test.each([
    [{ error: 'invalid_client', error_codes: [7000218] }, 401, { kind: 'registration', code: '7000218' }],
    [{ user_code: 'ABC' }, 200, { kind: 'unexpected', code: 'malformed_device_code' }],
    [{ error: 'temporarily_unavailable' }, 503, { kind: 'busy' }],
  ])('an answer like %j (%i) shows no code', async (body, status, error) => {
    answerDeviceCode(body, status)
    const states = statesSeen()
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

test('an id token is good for showing only: who an account is comes from elsewhere', async () => {
  const forged = {
    oid: 'somebody-else',
    sub: 'x',
    tid: 'another-tenant',
    name: 'Eve',
    preferred_username: 'eve@evil.example',
  }
  const idToken = ['{"alg":"none"}', JSON.stringify(forged)]
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.')
  world.fetch = async (url, init) => {
    const reply = await fetch(url, init)
    if (!url.includes('/oauth2/v2.0/token')) return reply
    return Response.json(
      { ...JSON.parse(await reply.text()), id_token: `${idToken}.` },
      { status: reply.status },
    )
  }
  const account = await world.signIn('Grace Kimani')
  const [grace] = owners
  expect(account.id).toBe(`${grace?.objectId}.${grace && tenantOf(grace)}`)
  expect(account.graphId).toBeNull()
  world.accounts.identify(account.id, {
    graphId: grace ? graphIdOf(grace) : '',
    name: 'Grace Kimani',
    username: 'grace@lindenhof.example',
  })
  expect(world.accounts.list()).toMatchObject([
    { graphId: grace?.objectId, name: 'Grace Kimani', username: 'grace@lindenhof.example' },
  ])
})
