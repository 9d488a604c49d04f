import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { systemClock } from '../../main/kit/clock.ts'
import { TestClient } from './client.ts'
import { serveSimulator, type ServedSimulator } from './server.ts'
import { Simulator } from './simulator.ts'

let simulator: Simulator
let served: ServedSimulator
let grace: TestClient
let sockets: Socket[]

beforeEach(async () => {
  simulator = new Simulator({ clock: systemClock })
  served = await serveSimulator(simulator)
  grace = await TestClient.signIn(simulator)
  sockets = []
})
afterEach(async () => {
  for (const socket of sockets) socket.disconnect()
  await served.close()
})

/** A fresh notificationUrl, asked for over HTTP so that it leads to this server. */
async function endpoint(): Promise<string> {
  const { notificationUrl } = await grace.json(`${served.origin}/v1.0/me/drive/root/subscriptions/socketIo`)
  return z.string().parse(notificationUrl)
}

function open(url: string, options: { transports?: string[] } = {}): Socket {
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, ...options })
  sockets.push(socket)
  return socket
}

/** The first arguments of an event. */
function heard(socket: Socket, event: string): Promise<unknown[]> {
  return new Promise((resolve) => socket.once(event, (...args: unknown[]) => resolve(args)))
}

async function connected(): Promise<Socket> {
  const socket = open(await endpoint())
  await heard(socket, 'connect')
  return socket
}

const Refused = z.object({
  message: z.string(),
  description: z.union([z.number(), z.object({ message: z.string() })]).optional(),
})

async function refusal(socket: Socket): Promise<{ message: string; cause: unknown; active: boolean }> {
  const [error] = await heard(socket, 'connect_error')
  const { message, description } = Refused.parse(error)
  return {
    message,
    cause: typeof description === 'object' ? description.message : description,
    active: socket.active,
  }
}

describe('a notification', () => {
  test('comes as a JSON string for a change in the drive, and for no other drive', async () => {
    const socket = await connected()
    const all: unknown[] = []
    socket.on('notification', (...args) => all.push(args))
    simulator.person('Ada Okafor').edits('to do.txt', { in: simulator.driveOf('Sam Whitlock') })
    const next = heard(socket, 'notification')
    simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
    const [payload] = await next
    expect(JSON.parse(z.string().parse(payload))).toMatchObject({
      value: [{ resource: simulator.driveOf().facts.listId }],
    })
    expect(all).toHaveLength(1)
  })

  test.each([
    ['object', [{ value: [expect.anything()] }]],
    ['malformed', [expect.stringContaining('{"value":')]],
    ['empty', ['{"value":[]}']],
    ['nothing', []],
    ['several', [expect.stringMatching(/^{"value":\[.*},{/)]],
    ['bare', [expect.stringMatching(/^{"subscriptionId"/)]],
    ['text', ['something changed']],
    ['number', [7]],
    ['null', [null]],
    ['array', [[expect.anything(), null, 'x']]],
    ['extra', [expect.any(String), { more: true }]],
  ] as const)('carries %s by switch', async (payload, expected) => {
    simulator.switches.push.payload = payload
    const socket = await connected()
    const next = heard(socket, 'notification')
    simulator.person('Ada Okafor').adds('new.txt')
    expect(await next).toEqual(expected)
  })

  test('comes several times, or late, by switch', async () => {
    Object.assign(simulator.switches.push, { burst: 3, delayMs: 20 })
    const socket = await connected()
    let count = 0
    const third = new Promise<void>((resolve) => socket.on('notification', () => ++count === 3 && resolve()))
    simulator.person('Ada Okafor').adds('new.txt')
    expect(count).toBe(0)
    await third
  })
})

describe('the door', () => {
  test('polling is refused', async () => {
    const url = new URL(await endpoint())
    const { cause } = await refusal(open(url.href, { transports: ['polling'] }))
    expect(cause).toBe(400)
    const reply = await fetch(`${served.origin}/socket.io/${url.search}&EIO=4&transport=polling`)
    expect([reply.status, await reply.json()]).toEqual([400, { code: 0, message: 'Transport unknown' }])
  })

  test('Engine.IO 3 is refused before the upgrade', async () => {
    const url = new URL(await endpoint())
    const wire = new WebSocket(
      `${served.origin.replace('http', 'ws')}/socket.io/${url.search}&EIO=3&transport=websocket`,
    )
    const outcome = await new Promise((resolve) => {
      wire.addEventListener('open', () => resolve('open'))
      wire.addEventListener('error', () => resolve('refused'))
    })
    expect(outcome).toBe('refused')
  })

  test.each([
    ['/', 'Invalid namespace', (url: string) => url.replace('/notifications', '/elsewhere')],
    ['a bad token', 'Invalid or expired token', (url: string) => url.replace('token=w9', 'token=w8')],
  ])('%s is refused in the namespace', async (_what, message, spoil) => {
    expect(await refusal(open(spoil(await endpoint())))).toMatchObject({ message, active: false })
  })

  test('a bad token is refused at the upgrade by switch', async () => {
    simulator.switches.push.badToken = 'http-401'
    const { cause } = await refusal(open((await endpoint()).replace('token=w9', 'token=w8')))
    expect(cause).toBe('Unexpected server response: 401')
  })

  test('every upgrade is answered with a status by switch', async () => {
    simulator.switches.push.upgradeStatus = 503
    const { cause } = await refusal(open(await endpoint()))
    expect(cause).toBe('Unexpected server response: 503')
  })

  test.each([
    ['whole', '/pushbox/callback'],
    ['cut', '/pushbox'],
  ] as const)('a documentation-style URL: the namespace is %s', async (callbackNamespace, namespace) => {
    simulator.switches.endpoint.style = 'callback'
    simulator.switches.push.callbackNamespace = callbackNamespace
    const url = new URL(await endpoint())
    expect(url.pathname).toBe('/pushbox/callback')
    await heard(open(`${url.origin}${namespace}${url.search}`), 'connect')
    const other = namespace === '/pushbox' ? '/pushbox/callback' : '/pushbox'
    expect(await refusal(open(`${url.origin}${other}${url.search}`))).toMatchObject({
      message: 'Invalid namespace',
    })
  })

  test('one connection for two drives loses the second token: both hear the first drive', async () => {
    const [first, second] = [
      await endpoint(),
      (await endpoint()).replace('/notifications', '/pushbox/callback'),
    ]
    const one = open(first)
    await heard(one, 'connect')
    const two = one.io.socket(new URL(second).pathname)
    sockets.push(two)
    two.connect()
    await heard(two, 'connect')
    const both = Promise.all([heard(one, 'notification'), heard(two, 'notification')])
    simulator.person('Ada Okafor').adds('new.txt')
    const ids = (await both).map(([payload]) => /"subscriptionId":"([^"]+)"/.exec(String(payload))?.[1])
    expect(ids[0]).toBe(ids[1])
  })
})

describe('the end of a connection', () => {
  test.each([
    ['kick', 'io server disconnect'],
    ['cut', 'transport close'],
    ['garble', 'parse error'],
  ] as const)('%s is a %s', async (deed, reason) => {
    const socket = await connected()
    const end = heard(socket, 'disconnect')
    simulator.push[deed]()
    expect((await end)[0]).toBe(reason)
  })

  test('silence is a ping timeout', async () => {
    Object.assign(simulator.switches.push, { pingIntervalMs: 100, pingTimeoutMs: 100 })
    const socket = await connected()
    const end = heard(socket, 'disconnect')
    simulator.push.silence()
    expect((await end)[0]).toBe('ping timeout')
  })

  test.each([
    ['stopsPinging', { stopsPinging: true, pingIntervalMs: 100, pingTimeoutMs: 100 }, 'ping timeout'],
    ['dropsAfterMs', { dropsAfterMs: 50 }, 'transport close'],
    ['diesAfterMs', { diesAfterMs: 200 }, 'io server disconnect'], // long before its expirationDateTime
  ])('%s ends it by itself', async (name, switches, reason) => {
    Object.assign(simulator.switches[name === 'diesAfterMs' ? 'endpoint' : 'push'], switches)
    const socket = open(await endpoint())
    const end = heard(socket, 'disconnect')
    await heard(socket, 'connect')
    expect((await end)[0]).toBe(reason)
  })

  test('pings keep it alive', async () => {
    Object.assign(simulator.switches.push, { pingIntervalMs: 30, pingTimeoutMs: 10_000 })
    const socket = await connected()
    let pings = 0
    await new Promise<void>((resolve) => socket.io.on('ping', () => ++pings === 5 && resolve()))
    expect(socket.connected).toBe(true)
  })

  test('expiry disconnects, and the old URL is refused', async () => {
    simulator.switches.endpoint.lifeMs = 300
    const url = await endpoint()
    const socket = open(url)
    const end = heard(socket, 'disconnect')
    await heard(socket, 'connect')
    expect((await end)[0]).toBe('io server disconnect')
    expect(await refusal(open(url))).toMatchObject({ message: 'Invalid or expired token' })
  })

  test('a network that is cut hangs up and answers nobody; the same port opens again after close', async () => {
    const socket = await connected()
    const end = heard(socket, 'disconnect')
    simulator.cutNetwork()
    expect((await end)[0]).toBe('transport close')
    await expect(fetch(`${served.origin}/v1.0/me`)).rejects.toThrow(TypeError)
    simulator.restoreNetwork()
    const port = Number(new URL(served.origin).port)
    await served.close()
    await expect(fetch(`${served.origin}/v1.0/me`)).rejects.toThrow(TypeError)
    served = await serveSimulator(simulator, { port })
    await connected()
  })
})
