import { english } from '../words.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SignInState } from '../../preload/contract/state.ts'
import { finishedPage, stoppedPage } from '../../main/accounts/sign-in/result-pages.ts'
import { oauthFaults } from '../simulator/faults.ts'
import { owners, tenantOf } from '../simulator/personas.ts'
import { browser, expectFailed, statesSeen } from './accounts-steps.ts'
import { AccountsWorld, value } from './accounts-world.ts'

let world: AccountsWorld
beforeEach(async () => void (world = await AccountsWorld.open()))
afterEach(() => world[Symbol.asyncDispose]())

const nobody = async () => undefined

async function browserOpened(count = 1): Promise<URL> {
  await expect.poll(() => world.opened).toHaveLength(count)
  return new URL(world.opened.at(-1) ?? '')
}

async function portClosed(authorizeUrl: URL): Promise<void> {
  const { port } = new URL(authorizeUrl.searchParams.get('redirect_uri') ?? '')
  const answer = () => fetch(`http://127.0.0.1:${port}/`).then(String, ({ message }: Error) => message)
  await expect.poll(answer).toBe('fetch failed')
}

describe('in the browser', () => {
  test('one page, and the account is there', async () => {
    const states = statesSeen(world)
    const account = await world.signIn('Grace Kimani')
    const [grace] = owners
    expect(account).toEqual({
      id: `${grace?.objectId}.${grace && tenantOf(grace)}`,
      name: 'Grace Kimani',
      username: 'grace@lindenhof.example',
      type: 'work',
      cloud: 'global',
      tenantId: grace && tenantOf(grace),
      graphId: null,
      mail: null,
      scopes: ['Files.Read', 'User.Read'],
      awaited: [],
      state: { kind: 'signed-in' },
    })
    expect(world.accounts.list()).toEqual([account])
    expect(states.map(({ kind }) => kind)).toEqual(['waiting', 'idle'])
    expect(states[0]).toEqual({ kind: 'waiting', until: world.clock.now() + 300_000 })
    expect(world.page).toBe(finishedPage(english))
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
    ['decline', 'You declined the permissions. Drivebell needs them to see changes.'],
    ['cancel', 'You declined the permissions. Drivebell needs them to see changes.'],
  ])('%s on the page is a sentence', async (choice, sentence) => {
    world.browser = (url) => world.browse(url, choice)
    expect(await world.accounts.signIn(browser)).toEqual({ ok: false, error: { kind: 'declined' } })
    expectFailed(world, sentence)
    expect(world.page).toBe(stoppedPage(english))
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
    expectFailed(world, 'Your browser didn’t open. Use a device code instead.')
  })

  test('an application id that Microsoft refuses is a sentence with its number', async () => {
    world.simulator.fails('/oauth2/v2.0/token', oauthFaults.wrongClient)
    expect(await world.accounts.signIn(browser)).toEqual({
      ok: false,
      error: { kind: 'registration', code: '700016', cloud: 'global' },
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

  test.each<[string, () => Promise<void> | void, string, SignInState]>([
    [
      'by Cancel, which nobody has to explain',
      () => world.accounts.cancelSignIn(),
      'cancelled',
      { kind: 'idle' },
    ],
    [
      'after five minutes',
      () => world.clock.advance({ minutes: 5 }),
      'timed-out',
      expect.objectContaining({ kind: 'failed' }),
    ],
  ])('%s: the port closes, and the next sign-in works', async (_how, end, kind, state) => {
    const signIn = world.accounts.signIn(browser)
    const page = await browserOpened()
    await end()
    expect(await signIn).toEqual({ ok: false, error: { kind } })
    expect(world.accounts.signInState).toEqual(state)
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
    await world.signIn('Grace Kimani') // takes the same steps, later
    expect(world.opened).toHaveLength(1)
  })

  test('while the browser command hangs', async () => {
    world.browser = () => new Promise(() => undefined)
    const signIn = world.accounts.signIn(browser)
    const page = await browserOpened()
    world.accounts.cancelSignIn()
    expect(await signIn).toEqual({ ok: false, error: { kind: 'cancelled' } })
    await portClosed(page)
  })

  test('a page that was lost opens again, the same one, and works', async () => {
    expect(await world.accounts.openSignInPage()).toBe(false)
    const signIn = world.accounts.signIn(browser)
    await browserOpened()
    expect(await world.accounts.openSignInPage()).toBe(true)
    expect(world.opened[1]).toBe(world.opened[0])
    await world.browse(world.opened[1] ?? '', 'Grace Kimani')
    expect((await signIn).ok).toBe(true)
    expect(await world.accounts.openSignInPage()).toBe(false)
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
