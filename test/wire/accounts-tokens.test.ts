import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { graphIdOf, owners, tenantOf } from '../simulator/personas.ts'
import { settled } from '../story/virtual-clock.ts'
import { force, graphSays, stateOf, token } from './accounts-steps.ts'
import { AccountsWorld, value } from './accounts-world.ts'

let world: AccountsWorld
beforeEach(async () => void (world = await AccountsWorld.open()))
afterEach(() => world[Symbol.asyncDispose]())

describe('a token', () => {
  test('comes from the cache while it is good', async () => {
    const grace = await world.signIn('Grace Kimani')
    const tokens = [await token(world, grace), await token(world, grace), await token(world, grace)].map(
      value,
    )
    expect(new Set(tokens).size).toBe(1)
    expect(world.tokenRequests).toBe(1)
    expect(await graphSays(world, tokens[0] ?? '')).toBe('Grace Kimani')
  })

  test('is fetched anew when asked for, and the new refresh token is the one that counts', async () => {
    const grace = await world.signIn('Grace Kimani')
    const first = value(await token(world, grace))
    const second = value(await token(world, grace, force))
    expect(second).not.toBe(first)
    await world.restart() // a refresh token works once: only the stored new one can go on
    expect(value(await token(world, grace))).toBe(second)
    const third = value(await token(world, grace, force))
    expect(await graphSays(world, third)).toBe('Grace Kimani')
  })

  test('asked for ten times at once is one request', async () => {
    const grace = await world.signIn('Grace Kimani')
    const tokens = await Promise.all(Array.from({ length: 10 }, () => token(world, grace, force)))
    expect(new Set(tokens.map(value)).size).toBe(1)
    expect(world.tokenRequests).toBe(2)
  })

  test('asked for in several ways at once never uses a refresh token twice', async () => {
    const grace = await world.signIn('Grace Kimani')
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1795300000"}}}'
    const needs = [force, { claims }, {}, { ...force, claims }, force]
    for (const answer of await Promise.all(needs.map((need) => token(world, grace, need)))) {
      expect(await graphSays(world, value(answer))).toBe('Grace Kimani')
    }
    expect(stateOf(world, grace)).toEqual({ kind: 'signed-in' })
  })

  test('after a claims challenge satisfies Graph again', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.simulator.identity.challenge('Grace Kimani')
    expect(await graphSays(world, value(await token(world, grace)))).toBe('InvalidAuthenticationToken')
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1795300000"}}}'
    expect(await graphSays(world, value(await token(world, grace, { claims })))).toBe('Grace Kimani')
  })

  test('of somebody who is not signed in is refused without a request', async () => {
    expect(await world.accounts.tokenSource('no.body')({})).toMatchObject({
      ok: false,
      error: { kind: 'signed-out' },
    })
    expect(world.simulator.requests.all).toEqual([])
  })
})

describe('two accounts', () => {
  test('live side by side, each with its own tokens, also at once and after a restart', async () => {
    const grace = await world.signIn('Grace Kimani')
    const sam = await world.signIn('Sam Whitlock')
    await world.restart()
    const people = [grace, sam, grace, sam]
    const tokens = await Promise.all(people.map((account) => token(world, account, force)))
    const names = await Promise.all(tokens.map((each) => graphSays(world, value(each))))
    expect(names).toEqual(people.map(({ name }) => name))
    await world.restart()
    expect(world.accounts.list()).toEqual([grace, sam])
    for (const account of [grace, sam]) expect((await token(world, account, force)).ok).toBe(true)
  })

  test('one signs out, the other stays', async () => {
    const grace = await world.signIn('Grace Kimani')
    const sam = await world.signIn('Sam Whitlock')
    await world.accounts.signOut(grace.id)
    await world.restart()
    expect(world.accounts.list()).toEqual([sam])
    expect((await token(world, grace)).ok).toBe(false)
    expect((await token(world, sam, force)).ok).toBe(true)
  })

  test('one has to sign in again, the other is not touched', async () => {
    const grace = await world.signIn('Grace Kimani')
    const sam = await world.signIn('Sam Whitlock')
    world.simulator.identity.revoke('Grace Kimani')
    expect((await token(world, grace, force)).ok).toBe(false)
    expect((await token(world, sam, force)).ok).toBe(true)
    expect([stateOf(world, grace)?.kind, stateOf(world, sam)?.kind]).toEqual(['signed-out', 'signed-in'])
  })

  test('signing out while a token is on its way leaves nothing behind', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.simulator.fails('/oauth2/v2.0/token', { delayMs: 100 })
    const late = token(world, grace, force)
    await settled()
    await world.accounts.signOut(grace.id)
    await late
    expect(world.cache.ids()).toEqual([])
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
    mail: '',
  })
  expect(world.accounts.list()).toMatchObject([
    { graphId: grace?.objectId, name: 'Grace Kimani', username: 'grace@lindenhof.example' },
  ])
})
