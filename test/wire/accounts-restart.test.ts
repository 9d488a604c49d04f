import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { browser, stateOf, token } from './accounts-steps.ts'
import { AccountsWorld, value } from './accounts-world.ts'

let world: AccountsWorld
beforeEach(async () => void (world = await AccountsWorld.open()))
afterEach(() => world[Symbol.asyncDispose]())

describe('the next start', () => {
  test('knows who was signed in, and asks Microsoft nothing', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.simulator.requests.clear()
    await world.restart()
    expect(world.accounts.list()).toEqual([grace])
    expect((await token(world, grace)).ok).toBe(true)
    expect(world.simulator.requests.all).toEqual([])
  })

  test('finds an account that settings forgot', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.remembered = []
    await world.restart()
    expect(world.accounts.list()).toMatchObject([
      { id: grace.id, name: 'Grace Kimani', username: grace.username },
    ])
    expect((await token(world, grace)).ok).toBe(true)
  })

  test('no token and no code is on disk in clear', async () => {
    const grace = await world.signIn('Grace Kimani')
    const secret = value(await token(world, grace))
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
    expect(stateOf(world, grace)).toMatchObject({ kind: 'signed-out', reason: 'ran-out' })
    expect(await token(world, grace)).toMatchObject({ ok: false, error: { kind: 'signed-out' } })
    expect(await world.signIn('Grace Kimani')).toEqual(grace)
  })

  test('without a safe place asks to sign in again, and says why', async () => {
    world.keyring.name = 'basic_text'
    await world.restart()
    const grace = await world.signIn('Grace Kimani')
    expect((await token(world, grace)).ok).toBe(true)
    await world.restart()
    expect(stateOf(world, grace)).toMatchObject({ kind: 'signed-out', reason: 'not-kept' })
  })

  test('with a locked keyring waits for it, and goes on by itself', async () => {
    const grace = await world.signIn('Grace Kimani')
    await world.cache[Symbol.asyncDispose]()
    world.keyring.locked = true
    await world.restart()
    expect(stateOf(world, grace)).toEqual({ kind: 'signed-in' })
    expect(await token(world, grace)).toMatchObject({
      ok: false,
      error: { kind: 'server', code: 'keyring_locked' },
    })
    expect(await world.accounts.signIn(browser)).toEqual({
      ok: false,
      error: { kind: 'locked', by: 'keyring' },
    })
    world.keyring.locked = false
    await world.clock.advance({ seconds: 30 })
    await expect.poll(() => world.cache.state.kind).toBe('sealed')
    expect((await token(world, grace)).ok).toBe(true)
  })

  test('with another application id asks to sign in again', async () => {
    const grace = await world.signIn('Grace Kimani')
    world.clientId = '00000000-1111-2222-3333-444444444444'
    await world.restart()
    expect(await token(world, grace)).toMatchObject({ ok: false, error: { kind: 'signed-out' } })
    expect((await world.signIn('Grace Kimani')).id).toBe(grace.id)
    expect((await token(world, grace)).ok).toBe(true)
  })
})
