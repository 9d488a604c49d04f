import { afterEach, beforeEach, expect, test } from 'vitest'
import { fetchMe, fetchOwnDrive } from '../../main/graph/me.ts'
import { systemClock } from '../../main/kit/clock.ts'
import { connectWith } from '../../main/link/socket-io.ts'
import { transportOn } from '../../main/link/transport.ts'
import { serveSimulator, type ServedSimulator } from '../simulator/server.ts'
import { Simulator } from '../simulator/simulator.ts'
import { Follower } from './follower.ts'
import { quiet } from './quiet.ts'

const desktops = transportOn((url, { protocols }) => new WebSocket(url, protocols))

let simulator: Simulator
let served: ServedSimulator
let follower: Follower

beforeEach(async () => {
  simulator = new Simulator({ clock: systemClock })
  served = await serveSimulator(simulator)
  follower = followerOver(connectWith({ log: quiet }))
})
afterEach(async () => {
  follower[Symbol.dispose]()
  await served.close()
})

function followerOver(connect: ReturnType<typeof connectWith>): Follower {
  return new Follower({ simulator, clock: systemClock, origin: served.origin, connect })
}

const isLive = () => follower.link.state.kind === 'live'
const hints = () => follower.heard.filter((why) => why === 'hint').length
const joins = () => follower.heard.filter((why) => why === 'joined').length

test('who am I, and which drive is mine', async () => {
  expect(await fetchMe(follower.graph)).toMatchObject({ value: { name: 'Grace Kimani' } })
  const drive = await fetchOwnDrive(follower.graph)
  expect(drive).toMatchObject({ value: { id: simulator.driveOf().facts.id, driveType: 'business' } })
})

test.each([
  ['Node’s ws', connectWith({ log: quiet })],
  ['the desktop’s own WebSocket', connectWith({ log: quiet, transport: desktops })],
])('a colleague’s edit is hinted and found, over %s', async (_, connect) => {
  follower = followerOver(connect)
  follower.link.start()
  await follower.until(isLive)
  await follower.changes()
  simulator.person('Ada Okafor').adds('Plans/new.docx')
  await follower.until(() => hints() > 0)
  expect(await follower.changes()).toEqual(['new.docx'])
})

test.each(['string', 'object', 'malformed', 'empty', 'nothing'] as const)(
  'a payload that is %s means "look"',
  async (payload) => {
    simulator.switches.push.payload = payload
    follower.link.start()
    await follower.until(isLive)
    simulator.push.babble('presence', {})
    simulator.person('Ada Okafor').adds('new.docx')
    await follower.until(() => hints() > 0)
    expect(hints()).toBe(1)
  },
)

test.each(['whole', 'cut'] as const)(
  'a documentation-style URL whose namespace is %s is joined',
  async (namespace) => {
    simulator.switches.endpoint.style = 'callback'
    simulator.switches.push.callbackNamespace = namespace
    follower.link.start()
    await follower.until(isLive)
    simulator.person('Ada Okafor').adds('new.docx')
    await follower.until(() => hints() > 0)
    expect(follower.states).toContain('live')
  },
)

test.each([
  ['sent away', () => simulator.push.kick()],
  ['cut off', () => simulator.push.cut()],
])('%s, the link comes back and catches up', async (_, trouble) => {
  follower.link.start()
  await follower.until(isLive)
  trouble()
  await follower.until(() => joins() === 2)
  expect(follower.states).toEqual(['asking', 'connecting', 'live', 'waiting', 'asking', 'connecting', 'live'])
})

test('an endpoint is renewed before it ends, and no hint is lost meanwhile', async () => {
  simulator.switches.endpoint.lifeMs = 4_000
  follower.link.start()
  await follower.until(() => joins() === 1)
  await follower.until(() => joins() === 2)
  simulator.person('Ada Okafor').adds('new.docx')
  await follower.until(() => hints() > 0)
  expect(follower.states).toEqual(['asking', 'connecting', 'live', 'renewing', 'renewing', 'live'])
  expect(hints()).toBe(1)
})

test('a page of a gateway instead of an answer is no endpoint', async () => {
  simulator.fails('/subscriptions/socketIo', { html: '<h1>Bad gateway</h1>', status: 200, times: 1 })
  follower.link.start()
  await follower.until(isLive)
  expect(follower.states).toEqual(['asking', 'waiting', 'asking', 'connecting', 'live'])
})

test('a refused upgrade ends in a fresh endpoint', async () => {
  simulator.switches.push.upgradeStatus = 403
  follower.link.start()
  await follower.until(() => follower.link.state.kind === 'waiting')
  expect(follower.link.state).toMatchObject({
    trouble: { cause: { kind: 'unopened', loss: { status: 403 } } },
  })
  simulator.switches.push.upgradeStatus = null
  await follower.until(isLive)
})
