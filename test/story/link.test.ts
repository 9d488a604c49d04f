import { afterEach, beforeEach, expect, test } from 'vitest'
import { Simulator } from '../simulator/simulator.ts'
import { Follower } from '../wire/follower.ts'
import { settled, VirtualClock } from './virtual-clock.ts'

const endpoints = '/subscriptions/socketIo'

let clock: VirtualClock
let simulator: Simulator
let follower: Follower

beforeEach(() => {
  clock = new VirtualClock()
  simulator = new Simulator({ clock, random: () => 0.5 })
  follower = new Follower({ simulator, clock, origin: null, connect: simulator.push.connect })
})
afterEach(() => follower[Symbol.dispose]())

const state = () => follower.link.state.kind
const asked = () => simulator.requests.all.filter(({ path }) => path.includes(endpoints)).length

async function goLive(): Promise<void> {
  follower.link.start()
  await settled()
}

/** A colleague changes something; is it heard of? */
async function hears(): Promise<boolean> {
  const before = follower.heard.length
  simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  await settled()
  return follower.heard.length > before
}

test('hears through a whole day, one renewal an hour, and never misses a change', async () => {
  await goLive()
  for (let hour = 0; hour < 24; hour++) {
    await clock.advance({ minutes: 61 })
    expect(await hears(), `hour ${String(hour)}`).toBe(true)
  }
  expect(simulator.push.open).toBe(1)
})

test.each(['missing', 'garbled'] as const)(
  'when the end of life is %s, being sent away is no drama',
  async (expiry) => {
    simulator.switches.endpoint.expiry = expiry
    simulator.switches.endpoint.lifeMs = 10 * 60_000
    await goLive()
    await clock.advance({ minutes: 10, seconds: 5 })
    expect(await hears()).toBe(true)
  },
)

test('an endpoint that ends without a word is replaced in time', async () => {
  simulator.switches.push.atExpiry = 'refuse'
  await goLive()
  await clock.advance({ minutes: 90 })
  expect(await hears()).toBe(true)
})

test('a renewal that fails for a while goes unnoticed', async () => {
  await goLive()
  await clock.advance({ minutes: 57 })
  simulator.fails(endpoints, { status: 500, times: 6 })
  await clock.advance({ minutes: 2 })
  expect(await hears()).toBe(true)
  await clock.advance({ minutes: 10 })
  expect(follower.states).not.toContain('waiting')
  expect(await hears()).toBe(true)
})

test('not supported is asked again, ever more slowly, and never for good', async () => {
  const trouble = simulator.fails(endpoints, { status: 400, code: 'notSupported' })
  await goLive()
  await clock.advance({ hours: 2 })
  expect(asked()).toBeLessThan(16)
  trouble[Symbol.dispose]()
  await clock.advance({ minutes: 15 })
  expect(state()).toBe('live')
})

test('Retry-After is obeyed to the second, and then all is well', async () => {
  simulator.fails(endpoints, { status: 429, retryAfter: 300, times: 1 })
  await goLive()
  await clock.advance({ seconds: 299 })
  expect(asked()).toBe(1)
  await clock.advance({ seconds: 2 })
  expect(state()).toBe('live')
})

test('access that is gone is said after three tries, and looked for again every day', async () => {
  const trouble = simulator.fails(endpoints, { status: 403, code: 'accessDenied' })
  await goLive()
  await clock.advance({ minutes: 1 })
  expect(state()).toBe('no-access')
  expect(asked()).toBe(3)
  await clock.advance({ hours: 20 })
  expect(asked()).toBe(3)
  trouble[Symbol.dispose]()
  await clock.advance({ hours: 5 })
  expect(state()).toBe('live')
})

test('a person who wants to try again does not wait for tomorrow', async () => {
  simulator.fails(endpoints, { status: 404, code: 'itemNotFound', times: 3 })
  await goLive()
  await clock.advance({ minutes: 5 })
  expect(state()).toBe('gone')
  follower.link.start()
  await settled()
  expect(state()).toBe('live')
})

test('a network that was away is used the moment it is back', async () => {
  await goLive()
  simulator.cutNetwork()
  await clock.advance({ minutes: 30 })
  expect(state()).toBe('waiting')
  simulator.restoreNetwork()
  follower.link.wake()
  await settled()
  expect(state()).toBe('live')
  expect(follower.heard).toEqual(['joined', 'joined'])
})

test('after a sleep the link is replaced at once, though the old one looks alive', async () => {
  await goLive()
  simulator.push.silence()
  clock.sleep(20 * 60_000)
  follower.link.wake()
  await settled()
  expect(follower.heard).toEqual(['joined', 'joined'])
  expect(await hears()).toBe(true)
})

test('a server that opens but never answers does not hold the link for ever', async () => {
  simulator.switches.push.mute = true
  await goLive()
  await clock.advance({ minutes: 2 })
  simulator.switches.push.mute = false
  await clock.advance({ minutes: 2 })
  expect(state()).toBe('live')
})

test.each(['missing', 'garbled', 'foreign'] as const)(
  'an endpoint whose URL is %s is never connected to',
  async (url) => {
    await goLive()
    simulator.switches.endpoint.url = url
    await clock.advance({ minutes: 59 })
    expect(await hears()).toBe(true) // the old one is kept
    await clock.advance({ minutes: 30 })
    expect(simulator.push.open).toBe(0)
    simulator.switches.endpoint.url = 'right'
    await clock.advance({ minutes: 2 })
    expect(state()).toBe('live')
  },
)

test('a token that ran out is refreshed without anyone noticing', async () => {
  await goLive()
  await clock.advance({ hours: 2 }) // two renewals: the first token has run out
  expect(follower.needs).toContainEqual({ forceRefresh: true })
  expect(state()).toBe('live')
})

test('a claims challenge is answered without anyone noticing', async () => {
  simulator.identity.challenge('Grace Kimani')
  await goLive()
  expect(follower.needs).toMatchObject([{ claims: expect.stringContaining('access_token') }])
  expect(state()).toBe('live')
})
