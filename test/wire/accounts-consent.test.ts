import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { oauthFaults } from '../simulator/faults.ts'
import { changesHeard, force, graphSays, stateOf, token } from './accounts-steps.ts'
import { AccountsWorld, value } from './accounts-world.ts'

let world: AccountsWorld
beforeEach(async () => void (world = await AccountsWorld.open()))
afterEach(() => world[Symbol.asyncDispose]())

const lastOpened = () => new URL(world.opened.at(-1) ?? '').searchParams
const scopesOf = (id: string) => world.accounts.list().find((each) => each.id === id)?.scopes
const scopesIn = (accessToken: string) => world.simulator.identity.tokens.find(accessToken)?.scopes
const everything = ['Files.Read', 'Files.Read.All', 'User.Read']

describe('more permissions', () => {
  test('are asked for in the browser, of the same person, beside what there is', async () => {
    const grace = await world.signIn('Grace Kimani')
    const more = value(await world.accounts.consent(grace.id, ['Files.Read', 'Files.Read.All']))
    expect(more).toEqual({ ...grace, scopes: everything })
    expect(lastOpened().get('login_hint')).toBe('grace@lindenhof.example')
    expect(lastOpened().get('prompt')).toBeNull()
    expect(lastOpened().get('scope')?.split(' ')).toEqual(expect.arrayContaining(everything))
    expect(world.accounts.signInState).toEqual({ kind: 'idle' })
    await world.restart()
    expect(scopesOf(grace.id)).toEqual(everything)
    for (const need of [{}, force]) {
      const granted = scopesIn(value(await token(world, grace, need)))
      expect([...(granted ?? [])].sort()).toEqual(everything)
    }
  })

  test('are not asked for when they are there, or can never be', async () => {
    const sam = await world.signIn('Sam Whitlock')
    expect((await world.accounts.consent(sam.id, ['Files.Read', 'Sites.Read.All'])).ok).toBe(true)
    expect(world.opened).toHaveLength(1)
    value(await world.accounts.consent(sam.id, ['Files.Read.All', 'Team.ReadBasic.All']))
    expect(lastOpened().get('scope')).not.toContain('Team')
    expect(scopesOf(sam.id)).toEqual(everything)
  })

  test('are asked for word for word: a greater one that is there does not stand in', async () => {
    const sam = await world.signIn('Sam Whitlock')
    value(await world.accounts.consent(sam.id, ['Files.ReadWrite.All']))
    value(await world.accounts.consent(sam.id, ['Files.Read.All']))
    expect(world.opened).toHaveLength(3)
    expect(lastOpened().get('scope')).toContain('Files.Read.All')
  })

  test('declined leave all as it was', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.simulator.fails('/oauth2/v2.0/token', {
      status: 400,
      code: 'access_denied',
      aadsts: 65004,
      times: 1,
    })
    const heard = changesHeard(world)
    expect(await world.accounts.consent(grace.id, ['Files.Read.All'])).toEqual({
      ok: false,
      error: { kind: 'declined' },
    })
    expect(heard()).toBe(2)
    expect(world.accounts.list()).toEqual([grace])
    expect(world.accounts.signInState).toEqual({ kind: 'idle' })
    expect((await token(world, grace, force)).ok).toBe(true)
  })

  test('given to somebody else are theirs, and the account is still without', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.browser = (url) => world.browse(withoutHint(url), 'Sam Whitlock')
    const result = await world.accounts.consent(grace.id, ['Files.Read.All'])
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'other-account', wanted: grace.username, chosen: { name: 'Sam Whitlock' } },
    })
    expect(world.accounts.list().map(({ scopes }) => scopes)).toEqual([grace.scopes, everything])
  })

  test('withdrawn later leave the account with the rest', async () => {
    const grace = await world.signIn('Grace Kimani')
    value(await world.accounts.consent(grace.id, ['Files.Read.All']))
    world.simulator.fails('/oauth2/v2.0/token', { ...oauthFaults.consent, times: 1 })
    expect(await graphSays(world, value(await token(world, grace, force)))).toBe('Grace Kimani')
    expect(stateOf(world, grace)).toEqual({ kind: 'signed-in' })
    expect(scopesOf(grace.id)).toEqual(['Files.Read', 'User.Read'])
  })
})

describe('what only an administrator can allow', () => {
  const asked = ['Sites.Read.All']

  async function waiting() {
    const grace = await world.signIn('Grace Kimani')
    const result = await world.accounts.consent(grace.id, asked)
    expect(result).toMatchObject({ ok: false, error: { kind: 'admin-consent' } })
    return grace
  }

  test('is waited for beside the sign-in, with a link to send', async () => {
    const grace = await waiting()
    expect(stateOf(world, grace)).toEqual({ kind: 'signed-in' })
    expect((await token(world, grace, force)).ok).toBe(true)
    const pending = {
      scopes: asked,
      why: { key: 'sign-in.failed.admin-consent-waiting' },
      adminConsentUrl: `${world.origin}/${grace.tenantId}/adminconsent?client_id=${world.clientId}`,
    }
    expect(world.accounts.pendingConsent(grace.id)).toEqual(pending)
    await world.restart()
    expect(world.accounts.pendingConsent(grace.id)).toEqual(pending)
  })

  test('is there within an hour of their yes, without anybody doing a thing', async () => {
    const grace = await waiting()
    const [opened, before] = [world.opened.length, world.tokenRequests]
    await world.clock.advance({ minutes: 59 })
    expect(world.tokenRequests).toBe(before)
    await world.clock.advance({ minutes: 1 })
    await expect.poll(() => world.tokenRequests).toBe(before + 1) // in vain
    await expect.poll(() => world.clock.waiting).toBe(1)
    expect(world.accounts.pendingConsent(grace.id)?.scopes).toEqual(asked)
    expect(stateOf(world, grace)).toEqual({ kind: 'signed-in' })
    world.simulator.identity.adminConsents()
    await world.clock.advance({ minutes: 60 })
    await expect.poll(() => world.accounts.pendingConsent(grace.id)).toBeNull()
    expect(scopesOf(grace.id)).toContain('Sites.Read.All')
    expect(world.opened).toHaveLength(opened)
    expect(world.clock.waiting).toBe(0)
  })

  test('is looked for at the next start', async () => {
    const grace = await waiting()
    world.simulator.identity.adminConsents()
    await world.restart()
    await expect.poll(() => scopesOf(grace.id)).toContain('Sites.Read.All')
  })

  test('is not looked for any more when that was dismissed, or nobody is signed in', async () => {
    const grace = await waiting()
    world.accounts.dismissConsent(grace.id)
    expect([world.accounts.pendingConsent(grace.id), world.clock.waiting]).toEqual([null, 0])
    await world.accounts.consent(grace.id, asked)
    expect(world.clock.waiting).toBe(1)
    world.simulator.identity.revoke('Grace Kimani')
    await token(world, grace, force)
    expect([world.accounts.pendingConsent(grace.id), world.clock.waiting]).toEqual([null, 0])
  })
})

/** The person chose "use another account". */
function withoutHint(url: string): string {
  const other = new URL(url)
  other.searchParams.delete('login_hint')
  return other.toString()
}
