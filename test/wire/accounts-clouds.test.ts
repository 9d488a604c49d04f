import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clouds } from '../../main/accounts/clouds.ts'
import { oauthFaults } from '../simulator/faults.ts'
import { expectFailed, force, graphSays, stateOf, token } from './accounts-steps.ts'
import { AccountsWorld, value } from './accounts-world.ts'

let world: AccountsWorld
/** Origins of the real Microsoft that the app wanted to speak to. */
let origins: Set<string>

beforeEach(async () => {
  origins = new Set()
  world = await AccountsWorld.open((opening) => {
    opening.simulates = false
    const here = (url: string) => {
      const { origin } = new URL(url)
      origins.add(origin)
      return opening.origin + url.slice(origin.length)
    }
    opening.fetch = (url, init) => fetch(here(url), init)
    opening.browser = (url) => opening.browse(here(url), 'Grace Kimani')
  })
})
afterEach(() => world[Symbol.asyncDispose]())

const inCloud = (cloud: keyof typeof clouds) => ({ method: 'browser', cloud }) as const

describe.each([
  ['us-gov-l4', ['https://login.microsoftonline.us'], 'https://graph.microsoft.us/'],
  ['us-gov-l5', ['https://login.microsoftonline.us'], 'https://dod-graph.microsoft.us/'],
  [
    'china',
    ['https://login.chinacloudapi.cn', 'https://login.partner.microsoftonline.cn'],
    'https://microsoftgraph.chinacloudapi.cn/',
  ],
] as const)('an account in %s', (cloud, logins, graph) => {
  test('signs in there, gets tokens for its Graph from there, and asks nowhere else', async () => {
    const account = value(await world.accounts.signIn(inCloud(cloud)))
    expect(account).toMatchObject({ cloud, scopes: ['Files.Read', 'User.Read'] })
    value(await token(world, account, force))
    await world.restart()
    expect(world.accounts.list()).toEqual([account])
    const cached = world.tokenRequests
    const accessToken = value(await token(world, account))
    expect(world.tokenRequests).toBe(cached) // found again, though Microsoft names scopes otherwise
    expect(await graphSays(world, accessToken)).toBe('Grace Kimani')
    expect(world.simulator.identity.tokens.find(accessToken)?.audience).toBe(new URL(graph).host)
    expect([...origins].filter((origin) => !logins.some((login) => login === origin))).toEqual([])
    const { pathname, searchParams } = new URL(world.opened[0] ?? '')
    expect(pathname).toBe('/organizations/oauth2/v2.0/authorize')
    expect(searchParams.get('scope')).toContain(`${graph}Files.Read`)
  })
})

test('accounts of several clouds never share a token, even of one person', async () => {
  const here = value(await world.accounts.signIn(inCloud('global')))
  const there = value(await world.accounts.signIn(inCloud('us-gov-l4')))
  expect(there.id).toBe(`${here.id}@us-gov-l4`)
  await world.restart()
  const audiences = await Promise.all(
    [here, there].map(async (account) => {
      const accessToken = value(await token(world, account, force))
      return world.simulator.identity.tokens.find(accessToken)?.audience
    }),
  )
  expect(audiences).toEqual(['graph.microsoft.com', 'graph.microsoft.us'])
  await world.accounts.signOut(there.id)
  expect(world.accounts.list()).toEqual([here])
  expect((await token(world, here, force)).ok).toBe(true)
})

test('an account that settings forgot is found again in its cloud', async () => {
  const account = value(await world.accounts.signIn(inCloud('china')))
  world.remembered = []
  await world.restart()
  expect(world.accounts.list()).toMatchObject([{ id: account.id, cloud: 'china' }])
})

test('a cloud that does not know the application id says which one it is', async () => {
  world.simulator.fails('/oauth2/v2.0/token', oauthFaults.wrongClient)
  expect((await world.accounts.signIn(inCloud('us-gov-l4'))).ok).toBe(false)
  expectFailed(
    world,
    'The application ID isn’t accepted in the US Government cloud (L4). An ID is valid in one cloud only. Enter one that’s registered there (700016).',
  )
})

test('more permissions and the next sign-in are asked for in the same cloud', async () => {
  const account = value(await world.accounts.signIn(inCloud('us-gov-l5')))
  value(await world.accounts.consent(account.id, ['Files.Read.All']))
  world.simulator.identity.revoke('Grace Kimani')
  await token(world, account, force)
  expect(stateOf(world, account)?.kind).toBe('signed-out')
  const again = value(await world.accounts.signInAgain(account.id))
  expect(again.scopes).toEqual(['Files.Read', 'Files.Read.All', 'User.Read'])
  expect(world.opened.map((url) => new URL(url).origin)).toEqual(
    world.opened.map(() => clouds['us-gov-l5'].loginOrigin),
  )
})

describe('an application that is registered for one organization', () => {
  beforeEach(() => void (world.simulator.switches.identity.onlyTenant = 'lindenhof.example'))

  test('says so, and what to enter', async () => {
    const failed = await world.accounts.signIn({ method: 'device-code' })
    expect(failed).toEqual({ ok: false, error: { kind: 'registration', code: '50194', cloud: 'global' } })
  })

  test('signs in there when the organization is named, and stays signed in', async () => {
    world.clientId = `lindenhof.example/${world.clientId ?? ''}`
    const grace = value(await world.accounts.signIn(inCloud('global')))
    expect(new URL(world.opened[0] ?? '').pathname).toBe('/lindenhof.example/oauth2/v2.0/authorize')
    expect(new URL(world.opened[0] ?? '').searchParams.get('client_id')).not.toContain('/')
    value(await token(world, grace, force))
    await world.restart()
    expect(await graphSays(world, value(await token(world, grace, force)))).toBe('Grace Kimani')
  })
})
