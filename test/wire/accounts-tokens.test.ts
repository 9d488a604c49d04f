import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Account } from '../../main/accounts/account.ts'
import type { Fault } from '../simulator/faults.ts'
import { oauthFaults } from '../simulator/faults.ts'
import { settled } from '../story/virtual-clock.ts'
import { AccountsWorld, value } from './accounts-world.ts'

let world: AccountsWorld
beforeEach(async () => void (world = await AccountsWorld.open()))
afterEach(() => world[Symbol.asyncDispose]())

const browser = { method: 'browser' } as const
const force = { forceRefresh: true }
const token = (account: Account, need = {}) => world.accounts.tokenSource(account.id)(need)
const state = (account: Account) => world.accounts.list().find(({ id }) => id === account.id)?.state

/** Whether Graph takes the token, and whose it thinks it is. */
async function graphSays(accessToken: string): Promise<unknown> {
  const reply = await fetch(`${world.origin}/v1.0/me`, {
    headers: { authorization: `Bearer ${accessToken}` },
  })
  const { displayName, error } = JSON.parse(await reply.text())
  return displayName ?? error?.code
}

/** How often accounts are heard of from now on. */
function changesHeard(): () => number {
  let heard = 0
  world.accounts.onChange(() => heard++)
  return () => heard
}

describe('a token', () => {
  test('comes from the cache while it is good', async () => {
    const grace = await world.signIn('Grace Kimani')
    const tokens = [await token(grace), await token(grace), await token(grace)].map(value)
    expect(new Set(tokens).size).toBe(1)
    expect(world.tokenRequests).toBe(1)
    expect(await graphSays(tokens[0] ?? '')).toBe('Grace Kimani')
  })

  test('is fetched anew when asked for, and the new refresh token is the one that counts', async () => {
    const grace = await world.signIn('Grace Kimani')
    const first = value(await token(grace))
    const second = value(await token(grace, force))
    expect(second).not.toBe(first)
    await world.restart() // a refresh token works once: only the stored new one can go on
    expect(value(await token(grace))).toBe(second)
    const third = value(await token(grace, force))
    expect(await graphSays(third)).toBe('Grace Kimani')
  })

  test('asked for ten times at once is one request', async () => {
    const grace = await world.signIn('Grace Kimani')
    const tokens = await Promise.all(Array.from({ length: 10 }, () => token(grace, force)))
    expect(new Set(tokens.map(value)).size).toBe(1)
    expect(world.tokenRequests).toBe(2)
  })

  test('asked for in several ways at once never uses a refresh token twice', async () => {
    const grace = await world.signIn('Grace Kimani')
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1795300000"}}}'
    const needs = [force, { claims }, {}, { ...force, claims }, force]
    for (const answer of await Promise.all(needs.map((need) => token(grace, need)))) {
      expect(await graphSays(value(answer))).toBe('Grace Kimani')
    }
    expect(state(grace)).toEqual({ kind: 'signed-in' })
  })

  test('after a claims challenge satisfies Graph again', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.simulator.identity.challenge('Grace Kimani')
    expect(await graphSays(value(await token(grace)))).toBe('InvalidAuthenticationToken')
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1795300000"}}}'
    expect(await graphSays(value(await token(grace, { claims })))).toBe('Grace Kimani')
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
    const tokens = await Promise.all(people.map((account) => token(account, force)))
    const names = await Promise.all(tokens.map((each) => graphSays(value(each))))
    expect(names).toEqual(people.map(({ name }) => name))
    await world.restart()
    expect(world.accounts.list()).toEqual([grace, sam])
    for (const account of [grace, sam]) expect((await token(account, force)).ok).toBe(true)
  })

  test('one signs out, the other stays', async () => {
    const grace = await world.signIn('Grace Kimani')
    const sam = await world.signIn('Sam Whitlock')
    await world.accounts.signOut(grace.id)
    await world.restart()
    expect(world.accounts.list()).toEqual([sam])
    expect((await token(grace)).ok).toBe(false)
    expect((await token(sam, force)).ok).toBe(true)
  })

  test('one has to sign in again, the other is not touched', async () => {
    const grace = await world.signIn('Grace Kimani')
    const sam = await world.signIn('Sam Whitlock')
    world.simulator.identity.revoke('Grace Kimani')
    expect((await token(grace, force)).ok).toBe(false)
    expect((await token(sam, force)).ok).toBe(true)
    expect([state(grace)?.kind, state(sam)?.kind]).toEqual(['signed-out', 'signed-in'])
  })

  test('signing out while a token is on its way leaves nothing behind', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.simulator.fails('/oauth2/v2.0/token', { delayMs: 100 })
    const late = token(grace, force)
    await settled()
    await world.accounts.signOut(grace.id)
    await late
    expect(world.cache.ids()).toEqual([])
  })
})

describe('a sign-in that ended', () => {
  test.each<[string, Fault, string]>([
    ['invalid_grant without suberror', oauthFaults.revoked, 'Your password was changed. Nothing is lost.'],
    ['invalid_grant with bad_token', oauthFaults.badToken, 'Your sign-in ran out. Nothing is lost.'],
    [
      'interaction_required with claims',
      oauthFaults.mfa,
      'Microsoft wants you to confirm that it is you. Nothing is lost.',
    ],
    ['consent_required', oauthFaults.consent, 'The permissions were withdrawn. Nothing is lost.'],
    [
      'a policy',
      { status: 400, code: 'interaction_required', suberror: 'message_only', aadsts: 53003 },
      'Your organization does not allow this sign-in any more. Nothing is lost.',
    ],
  ])('by %s is said once, and Microsoft is not asked again', async (_how, fault, sentence) => {
    const grace = await world.signIn('Grace Kimani')
    world.simulator.fails('/oauth2/v2.0/token', fault)
    const asked = world.tokenRequests
    const heard = changesHeard()
    for (const need of [force, {}, force]) {
      expect(await token(grace, need)).toMatchObject({ ok: false, error: { kind: 'signed-out' } })
    }
    expect(state(grace)).toMatchObject({ kind: 'signed-out', sentence })
    expect([heard(), world.tokenRequests - asked]).toEqual([1, 1])
  })

  test('is healed by signing in again, as the same account', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.accounts.identify(grace.id, { graphId: 'g', name: 'Grace Kimani', username: grace.username })
    world.simulator.identity.revoke('Grace Kimani')
    await token(grace, force)
    expect(await world.signIn('Grace Kimani')).toEqual({ ...grace, graphId: 'g' })
    expect(world.accounts.list()).toHaveLength(1)
    await world.restart()
    expect(await graphSays(value(await token(grace, force)))).toBe('Grace Kimani')
  })

  test('brings what Microsoft demands to the next one', async () => {
    const grace = await world.signIn('Grace Kimani')
    const trouble = world.simulator.fails('/oauth2/v2.0/token', oauthFaults.mfa)
    await token(grace, force)
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
    const trouble = world.simulator.fails('/oauth2/v2.0/token', {
      ...oauthFaults.revoked,
      delayMs: 300,
      times: 1,
    })
    const late = token(grace, force)
    await vi.waitFor(() => expect(world.tokenRequests).toBe(2))
    trouble[Symbol.dispose]()
    await world.signIn('Grace Kimani')
    expect(await late).toMatchObject({ ok: false, error: { kind: 'server' } })
    expect(state(grace)).toEqual({ kind: 'signed-in' })
    expect((await token(grace, force)).ok).toBe(true)
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
    const heard = changesHeard()
    world.simulator.fails('/oauth2/v2.0/token', fault)
    expect(await token(grace, force)).toMatchObject({ ok: false, error })
    expect(state(grace)).toEqual({ kind: 'signed-in' })
    expect(heard()).toBe(0)
    expect((await token(grace)).ok).toBe(true) // the one at hand is as good as before
  })

  test('without a Retry-After is over when it is over', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.simulator.fails('/oauth2/v2.0/token', { status: 503, code: 'temporarily_unavailable', times: 1 })
    expect((await token(grace, force)).ok).toBe(false)
    expect((await token(grace, force)).ok).toBe(true)
  })

  test('with a Retry-After is not asked again meanwhile, but a person may sign in', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.simulator.fails('/oauth2/v2.0/token', { ...oauthFaults.busy, times: 1 })
    await token(grace, force)
    const asked = world.tokenRequests
    expect(await token(grace, force)).toMatchObject({ ok: false, error: { kind: 'throttled' } })
    expect(world.tokenRequests).toBe(asked)
    expect(await world.signIn('Grace Kimani')).toMatchObject({ state: { kind: 'signed-in' } })
    expect((await token(grace, force)).ok).toBe(true)
  })

  test('with a Retry-After is asked again when that is over', async () => {
    const grace = await world.signIn('Grace Kimani')
    const retryAfter = new Date(world.clock.now() + 90_000).toUTCString()
    world.simulator.fails('/oauth2/v2.0/token', { ...oauthFaults.throttled, retryAfter, times: 1 })
    expect(await token(grace, force)).toMatchObject({ error: { kind: 'throttled', retryAfterMs: 90_000 } })
    await world.clock.advance({ seconds: 90 })
    expect((await token(grace, force)).ok).toBe(true)
  })

  test('no answer at all is given up after 30 s', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.fetch = (_url, init) =>
      new Promise((_resolve, reject) =>
        init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))),
      )
    const waiting = token(grace, force)
    await settled()
    await world.clock.advance({ seconds: 30 })
    expect(await waiting).toMatchObject({ ok: false, error: { kind: 'timeout' } })
  })
})

describe('the next start', () => {
  test('knows who was signed in, and asks Microsoft nothing', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.simulator.requests.clear()
    await world.restart()
    expect(world.accounts.list()).toEqual([grace])
    expect((await token(grace)).ok).toBe(true)
    expect(world.simulator.requests.all).toEqual([])
  })

  test('finds an account that settings forgot', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.remembered = []
    await world.restart()
    expect(world.accounts.list()).toMatchObject([
      { id: grace.id, name: 'Grace Kimani', username: grace.username },
    ])
    expect((await token(grace)).ok).toBe(true)
  })

  test('no token and no code is on disk in clear', async () => {
    const grace = await world.signIn('Grace Kimani')
    const secret = value(await token(grace))
    await world.restart()
    const bytes = await readFile(path.join(world.directory, 'sign-ins.sealed'), 'latin1')
    expect(bytes).not.toContain(secret)
    expect(bytes).not.toMatch(/RefreshToken|secret|M\.C5_|EwB/)
  })

  test('with a damaged file asks to sign in again, and that works', async () => {
    const grace = await world.signIn('Grace Kimani')
    await world.accounts[Symbol.asyncDispose]()
    await world.cache[Symbol.asyncDispose]()
    await writeFile(path.join(world.directory, 'sign-ins.sealed'), 'damaged')
    await world.restart()
    expect(state(grace)).toMatchObject({ kind: 'signed-out', reason: 'ran-out' })
    expect(await token(grace)).toMatchObject({ ok: false, error: { kind: 'signed-out' } })
    expect(await world.signIn('Grace Kimani')).toEqual(grace)
  })

  test('without a safe place asks to sign in again, and says why', async () => {
    world.keyring.name = 'basic_text'
    await world.restart()
    const grace = await world.signIn('Grace Kimani')
    expect((await token(grace)).ok).toBe(true)
    await world.restart()
    const sentence = 'This computer offers no safe place for sign-ins. Nothing is lost.'
    expect(state(grace)).toMatchObject({ kind: 'signed-out', reason: 'not-kept', sentence })
  })

  test('with a locked keyring waits for it, and goes on by itself', async () => {
    const grace = await world.signIn('Grace Kimani')
    await world.cache[Symbol.asyncDispose]()
    world.keyring.locked = true
    await world.restart()
    expect(state(grace)).toEqual({ kind: 'signed-in' })
    expect(await token(grace)).toMatchObject({ ok: false, error: { kind: 'server', code: 'keyring_locked' } })
    expect(await world.accounts.signIn(browser)).toEqual({ ok: false, error: { kind: 'keyring-locked' } })
    world.keyring.locked = false
    await world.clock.advance({ seconds: 30 })
    await vi.waitFor(() => expect(world.cache.state.kind).toBe('sealed'))
    expect((await token(grace)).ok).toBe(true)
  })

  test('with another application id asks to sign in again', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.clientId = '00000000-1111-2222-3333-444444444444'
    await world.restart()
    expect(await token(grace)).toMatchObject({ ok: false, error: { kind: 'signed-out' } })
    expect((await world.signIn('Grace Kimani')).id).toBe(grace.id)
    expect((await token(grace)).ok).toBe(true)
  })
})
