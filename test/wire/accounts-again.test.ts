import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Need } from '../../main/accounts/sign-in-alerts.ts'
import type { Account } from '../../main/accounts/account.ts'
import { oauthFaults } from '../simulator/faults.ts'
import { force, stateOf, token } from './accounts-steps.ts'
import { AccountsWorld, value } from './accounts-world.ts'

let world: AccountsWorld
beforeEach(async () => void (world = await AccountsWorld.open()))
afterEach(() => world[Symbol.asyncDispose]())

async function ended(): Promise<Account> {
  const grace = await world.signIn('Grace Kimani')
  world.simulator.identity.revoke('Grace Kimani')
  expect((await token(world, grace, force)).ok).toBe(false)
  return grace
}

function needsHeard(): Need[] {
  const heard: Need[] = []
  world.accounts.onNeed((need) => heard.push(need))
  return heard
}

describe('a sign-in that ended', () => {
  test('is told once, however many ask, and not again after a restart', async () => {
    const grace = await world.signIn('Grace Kimani')
    const heard = needsHeard()
    world.simulator.fails('/oauth2/v2.0/token', oauthFaults.revoked)
    await Promise.all(Array.from({ length: 50 }, () => token(world, grace, force)))
    const reason = 'password-changed'
    expect(heard).toEqual([{ accountId: grace.id, reason, code: null }])
    const asked = world.tokenRequests
    await world.restart()
    const heardLater = needsHeard()
    expect(stateOf(world, grace)).toMatchObject({ kind: 'signed-out', reason })
    await token(world, grace)
    expect([heardLater, world.tokenRequests - asked]).toEqual([[], 0])
  })

  test('and is told again when it ends again', async () => {
    const grace = await world.signIn('Grace Kimani')
    const heard = needsHeard()
    for (const _time of ['once', 'twice']) {
      world.simulator.identity.revoke('Grace Kimani')
      await token(world, grace, force)
      value(await world.accounts.signInAgain(grace.id))
    }
    expect(heard).toHaveLength(2)
    expect(stateOf(world, grace)).toEqual({ kind: 'signed-in' })
  })

  test('is mended by the same person, without choosing who they are', async () => {
    const grace = await ended()
    world.browser = (url) => world.browse(url, 'nobody is asked')
    expect(value(await world.accounts.signInAgain(grace.id))).toEqual(grace)
    expect(world.accounts.signInState).toEqual({ kind: 'idle' })
  })

  test('by somebody else is not mended: they are added, and a sentence says so', async () => {
    const grace = await ended()
    world.browser = (url) => {
      const other = new URL(url)
      other.searchParams.delete('login_hint')
      return world.browse(other.toString(), 'Sam Whitlock')
    }
    expect(value(await world.accounts.signInAgain(grace.id)).name).toBe('Sam Whitlock')
    expect(world.accounts.list().map(({ state }) => state.kind)).toEqual(['signed-out', 'signed-in'])
    expect(world.accounts.signInState).toMatchObject({
      kind: 'failed',
      why: {
        key: 'sign-in.failed.other-account',
        values: { chosen: 'sam.whitlock@mail.example', wanted: 'grace@lindenhof.example' },
      },
    })
  })

  test('asks no more than administrators still allow, and waits for the rest', async () => {
    world.simulator.identity.adminConsents()
    const grace = await world.signIn('Grace Kimani')
    value(await world.accounts.consent(grace.id, ['Sites.Read.All']))
    world.simulator.identity.revoke('Grace Kimani')
    await token(world, grace, force)
    const refused = (url: string) =>
      url.includes('Sites.Read.All') ? world.refuseForAdmin(url) : world.browse(url, 'Grace Kimani')
    world.browser = refused
    const again = value(await world.accounts.signInAgain(grace.id))
    expect([again.state, again.scopes]).toEqual([{ kind: 'signed-in' }, ['Files.Read', 'User.Read']])
    expect(world.accounts.pendingConsent(grace.id)?.scopes).toEqual(['Sites.Read.All'])
  })
})

test('people of every kind live side by side', async () => {
  const names = ['Grace Kimani', 'Sam Whitlock', 'Noor Haddad', 'Tomasz Wrona']
  const accounts: Account[] = []
  for (const name of names) accounts.push(await world.signIn(name))
  await world.restart()
  const tokens = await Promise.all(accounts.map((account) => token(world, account, force)))
  const owners = tokens.map((each) => world.simulator.identity.tokens.find(value(each))?.persona.name)
  expect(owners).toEqual(names)
  const [, , noor] = accounts
  expect(noor?.tenantId).not.toBe(accounts[0]?.tenantId) // a guest of Grace's is at home elsewhere
})

describe('signing out while the keyring is locked', () => {
  test.each(['in the same run', 'in a later one'])('removes the tokens when it opens, %s', async (when) => {
    const grace = await world.signIn('Grace Kimani')
    const tomasz = await world.signIn('Tomasz Wrona')
    const sam = await world.signIn('Sam Whitlock')
    await world.cache[Symbol.asyncDispose]()
    world.keyring.locked = true
    await world.restart()
    await Promise.all([world.accounts.signOut(grace.id), world.accounts.signOut(tomasz.id)])
    if (when === 'in a later one') {
      world.keyring.locked = false
      await world.restart()
    } else {
      world.keyring.locked = false
      await world.clock.advance({ seconds: 30 })
      await world.cache.open()
    }
    expect(world.cache.state.kind).toBe('sealed')
    expect(world.accounts.list()).toEqual([sam])
    expect(world.cache.ids()).toEqual([sam.id])
    await world.restart()
    expect(world.cache.ids()).toEqual([sam.id])
    expect((await token(world, sam, force)).ok).toBe(true)
  })
})
