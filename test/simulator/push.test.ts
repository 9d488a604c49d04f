import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { SocketAddress } from '../../main/link/socket.ts'
import { settled, VirtualClock } from '../story/virtual-clock.ts'
import { TestClient } from './client.ts'
import { Simulator } from './simulator.ts'

let clock: VirtualClock
let simulator: Simulator
let grace: TestClient

beforeEach(async () => {
  clock = new VirtualClock()
  simulator = new Simulator({ clock, random: () => 0.5 })
  grace = await TestClient.signIn(simulator)
})

async function address(target = '/me/drive/root'): Promise<SocketAddress> {
  const { notificationUrl } = await grace.json(`${target}/subscriptions/socketIo`)
  const { origin, pathname, search } = new URL(z.string().parse(notificationUrl))
  return { origin, namespace: pathname, query: search.slice(1) }
}

/** Connects and keeps what it is told, in words. */
async function listen(to?: SocketAddress): Promise<{ told: string[] } & Disposable> {
  const told: string[] = []
  const connection = simulator.push.connect(to ?? (await address()), {
    connected: () => void told.push('connected'),
    hint: () => void told.push('hint'),
    refused: (message) => void told.push(`refused: ${message}`),
    lost: ({ reason, status }) =>
      void told.push(status === null ? `lost: ${reason}` : `lost: ${reason} ${status}`),
  })
  expect(told).toEqual([])
  await settled(2)
  return { told, [Symbol.dispose]: () => connection[Symbol.dispose]() }
}

describe('a connection without a wire', () => {
  test('hears of changes in its drive until it hangs up', async () => {
    const link = await listen()
    simulator.person('Ada Okafor').edits('to do.txt', { in: simulator.driveOf('Sam Whitlock') })
    simulator.person('Ada Okafor').edits('to do.txt', { times: 2 })
    expect(link.told).toEqual(['connected'])
    await settled(2)
    expect(link.told).toEqual(['connected', 'hint', 'hint'])
    simulator.person('Ada Okafor').edits('to do.txt')
    link[Symbol.dispose]()
    await settled(2)
    expect(link.told).toHaveLength(3)
    expect(simulator.push.open).toBe(0)
  })

  test('ends at expiry, and its token is refused from then on', async () => {
    simulator.switches.endpoint.lifeMs = 60_000
    const to = await address()
    const link = await listen(to)
    await clock.advance({ seconds: 61 })
    expect(link.told).toEqual(['connected', 'lost: io server disconnect'])
    expect((await listen(to)).told).toEqual(['refused: Invalid or expired token'])
  })

  test('turns deaf at expiry by switch', async () => {
    simulator.switches.endpoint.lifeMs = 60_000
    simulator.switches.push.atExpiry = 'refuse'
    const link = await listen()
    await clock.advance({ seconds: 61 })
    simulator.person('Ada Okafor').edits('to do.txt')
    await settled(2)
    expect(link.told).toEqual(['connected'])
  })

  test('finds out about silence by the missing ping', async () => {
    const link = await listen()
    await clock.advance({ seconds: 30 })
    simulator.push.silence()
    simulator.person('Ada Okafor').edits('to do.txt')
    await clock.advance({ seconds: 39 })
    expect(link.told).toEqual(['connected'])
    await clock.advance({ seconds: 1 })
    expect(link.told).toEqual(['connected', 'lost: ping timeout'])
  })

  test.each([
    ['kick', 'lost: io server disconnect'],
    ['cut', 'lost: transport close'],
    ['garble', 'lost: parse error'],
  ] as const)('%s', async (deed, end) => {
    const link = await listen()
    simulator.push[deed]()
    simulator.person('Ada Okafor').edits('to do.txt')
    await settled(2)
    expect(link.told).toEqual(['connected', end])
  })

  test.each([
    ['upgrade refused', { upgradeStatus: 403 }, 'lost: websocket error 403'],
    ['network gone', {}, 'lost: websocket error'],
  ])('%s', async (_what, switches, end) => {
    const to = await address()
    Object.assign(simulator.switches.push, switches)
    if (Object.keys(switches).length === 0) simulator.cutNetwork()
    expect((await listen(to)).told).toEqual([end])
  })

  test.each([
    ['stopsPinging', { stopsPinging: true }, 45, 'lost: ping timeout'],
    ['dropsAfterMs', { dropsAfterMs: 90_000 }, 90, 'lost: transport close'],
  ])('%s ends it by itself', async (_switch, switches, seconds, end) => {
    Object.assign(simulator.switches.push, switches)
    const link = await listen()
    await clock.advance({ seconds: seconds - 1 })
    expect(link.told).toEqual(['connected'])
    await clock.advance({ seconds: 1 })
    expect(link.told).toEqual(['connected', end])
  })

  test('hears of entries in a list', async () => {
    simulator.identity.adminConsents()
    grace = await TestClient.signIn(simulator, 'Grace Kimani', 'Sites.Read.All')
    const risks = simulator.list('Harbour', 'Risks')
    const link = await listen(await address(`/sites/${risks.site.id}/lists/${risks.id}`))
    simulator.person('Bo Lindqvist').edits('Budget.xlsx', { in: simulator.library('Harbour') })
    simulator.person('Bo Lindqvist').editsEntry(risks, 'Late steel')
    await settled(2)
    expect(link.told).toEqual(['connected', 'hint'])
  })

  test('nobody answers: it times out', async () => {
    simulator.switches.push.mute = true
    const link = await listen()
    await clock.advance({ seconds: 20 })
    expect(link.told).toEqual(['lost: timeout'])
  })

  test('the namespace is wrong', async () => {
    expect((await listen({ ...(await address()), namespace: '/elsewhere' })).told).toEqual([
      'refused: Invalid namespace',
    ])
  })

  test('a burst, late; or none at all', async () => {
    Object.assign(simulator.switches.push, { burst: 3, delayMs: 30_000 })
    const link = await listen()
    simulator.person('Ada Okafor').edits('to do.txt')
    await clock.advance({ seconds: 29 })
    expect(link.told).toEqual(['connected'])
    await clock.advance({ seconds: 1 })
    expect(link.told).toEqual(['connected', 'hint', 'hint', 'hint'])
    simulator.switches.push.burst = 0
    simulator.person('Ada Okafor').edits('to do.txt')
    await clock.advance({ minutes: 1 })
    expect(link.told).toHaveLength(4)
  })

  test('an event of another name is no hint', async () => {
    const link = await listen()
    simulator.push.babble('somethingElse', 1)
    await settled(2)
    expect(link.told).toEqual(['connected'])
  })

  test('forgotten tokens are refused for whoever connects anew', async () => {
    const to = await address()
    const link = await listen(to)
    simulator.push.forgetTokens()
    expect((await listen(to)).told).toEqual(['refused: Invalid or expired token'])
    simulator.person('Ada Okafor').edits('to do.txt')
    await settled(2)
    expect(link.told).toEqual(['connected', 'hint'])
  })
})
