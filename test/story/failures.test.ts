import { describe, expect, test } from 'vitest'
import type { DriveStatus } from '../../preload/contract/state.ts'
import type { Simulator } from '../simulator/simulator.ts'
import type { Message } from '../../preload/words/phrase.ts'
import { World } from './world.ts'

// Each failure of protocol.md 1.11 and 2.10 by name: what a person sees, and that it passes.

const endpoint = '/subscriptions/socketIo'

interface Failure {
  readonly name: string
  /** What goes wrong; the links are cut with it. */
  readonly begins: (at: Simulator) => unknown
  readonly minutes: number
  readonly seen: Partial<DriveStatus>
  /** Changes are told all the same. */
  readonly told: boolean
  readonly backAfterMinutes: number
}

const blocked: Message = { key: 'cause.blocked' }
const failures: readonly Failure[] = [
  {
    name: '400 notSupported: polled, and asked for push again',
    begins: (at) => at.fails(endpoint, { status: 400, code: 'notSupported' }),
    minutes: 5,
    told: true,
    backAfterMinutes: 16,
    seen: { kind: 'polling', everyMs: 120_000, cause: { key: 'cause.not-supported' } },
  },
  {
    name: 'a proxy that refuses websockets',
    begins: (at) => (at.switches.push.upgradeStatus = 403),
    minutes: 5,
    told: true,
    backAfterMinutes: 16,
    seen: { kind: 'polling', everyMs: 120_000, cause: blocked },
  },
  {
    name: 'websockets that are never answered',
    begins: (at) => (at.switches.push.mute = true),
    minutes: 5,
    told: true,
    backAfterMinutes: 16,
    seen: { kind: 'polling', everyMs: 120_000, cause: blocked },
  },
  {
    name: 'the push service is overloaded: that is no blocked network',
    begins: (at) => (at.switches.push.upgradeStatus = 503),
    minutes: 5,
    told: true,
    backAfterMinutes: 2,
    seen: { kind: 'reconnecting', cause: { key: 'cause.refused' } },
  },
  {
    name: '401 at the endpoint, and no token helps',
    begins: (at) => at.fails(endpoint, { status: 401, code: 'InvalidAuthenticationToken' }),
    minutes: 3,
    told: true,
    backAfterMinutes: 16,
    seen: { kind: 'reconnecting', cause: { key: 'cause.signed-out' } },
  },
  {
    name: '403 at the endpoint of a drive that can be read',
    begins: (at) => at.fails(endpoint, { status: 403, code: 'accessDenied' }),
    minutes: 3,
    told: true,
    backAfterMinutes: 16,
    seen: { kind: 'polling', cause: { key: 'cause.not-supported' } },
  },
  {
    name: '404 at the endpoint of a drive that can be read',
    begins: (at) => at.fails(endpoint, { status: 404, code: 'itemNotFound' }),
    minutes: 5,
    told: true,
    backAfterMinutes: 16,
    seen: { kind: 'polling', cause: { key: 'cause.not-supported' } },
  },
  {
    name: '503 at the endpoint',
    begins: (at) => at.fails(endpoint, { status: 503, retryAfter: 600 }),
    minutes: 3,
    told: false,
    backAfterMinutes: 12,
    seen: { kind: 'reconnecting', cause: { key: 'cause.throttled' } },
  },
  {
    name: "an answer that is a gateway's page",
    begins: (at) => (at.switches.endpoint.body = 'html'),
    minutes: 3,
    told: true,
    backAfterMinutes: 2,
    seen: { kind: 'reconnecting', cause: { key: 'cause.unexpected' } },
  },
  {
    name: 'an endpoint on a foreign host',
    begins: (at) => (at.switches.endpoint.url = 'foreign'),
    minutes: 3,
    told: true,
    backAfterMinutes: 2,
    seen: { kind: 'reconnecting', cause: { key: 'cause.unexpected' } },
  },
  {
    name: 'everything is forbidden: access was lost',
    begins: (at) => at.fails('/v1.0/', { status: 403, code: 'accessDenied' }),
    minutes: 10,
    told: false,
    backAfterMinutes: 25 * 60,
    seen: { kind: 'no-access' },
  },
  {
    name: 'nothing is found: the drive is gone',
    begins: (at) => at.fails('/v1.0/', { status: 404, code: 'itemNotFound' }),
    minutes: 15,
    told: false,
    backAfterMinutes: 25 * 60,
    seen: { kind: 'gone' },
  },
  {
    name: 'a locked site',
    begins: (at) => at.fails('/v1.0/', { status: 423, code: 'locked' }),
    minutes: 5,
    told: false,
    backAfterMinutes: 70,
    seen: { kind: 'reconnecting', cause: { key: 'cause.locked' } },
  },
  {
    name: 'Microsoft has trouble',
    begins: (at) => at.fails('/v1.0/', { status: 500, code: 'generalException' }),
    minutes: 5,
    told: false,
    backAfterMinutes: 10,
    seen: { kind: 'reconnecting', cause: { key: 'cause.server' } },
  },
]

const edit = (world: World) => world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')

describe('a failure', () => {
  test.each(failures)('$name', async ({ begins, minutes, seen, told, backAfterMinutes }) => {
    await using world = await World.open()
    begins(world.simulator)
    world.simulator.push.cut()
    await world.clock.advance({ minutes })
    expect(world.drive.status).toMatchObject(seen)
    edit(world)
    await world.clock.advance({ minutes: 3 })
    expect(world.told).toEqual(told ? ['Ada Okafor edited budget.xlsx'] : [])
    world.simulator.behaves()
    Object.assign(world.simulator.switches.push, { upgradeStatus: null, mute: false })
    Object.assign(world.simulator.switches.endpoint, { url: 'right', body: 'json' })
    await world.clock.advance({ minutes: backAfterMinutes })
    expect(world.drive.status.kind).toBe('live')
    expect(world.told).toEqual(['Ada Okafor edited budget.xlsx'])
  })
})

test('whoever presses Try again does not wait for tomorrow', async () => {
  await using world = await World.open()
  world.simulator.fails('/v1.0/', { status: 403, code: 'accessDenied' })
  world.simulator.push.cut()
  await world.clock.advance({ minutes: 10 })
  expect(world.drive.status.kind).toBe('no-access')
  world.simulator.behaves()
  edit(world)
  expect(world.engine.subscriptions.tryAgain(world.drive.id)).toBe(true)
  await world.clock.advance({ seconds: 5 })
  expect(world.drive.status.kind).toBe('live')
  expect(world.told).toEqual(['Ada Okafor edited budget.xlsx'])
})

test('polled while nothing happens, a drive is asked less and less often', async () => {
  await using world = await World.open()
  world.simulator.fails(endpoint, { status: 400, code: 'notSupported' })
  world.simulator.push.cut()
  const asked = async (minutes: number) => {
    world.simulator.requests.clear()
    await world.clock.advance({ minutes })
    return world.simulator.requests.matching('/delta').length
  }
  const [first, , , , later] = [
    await asked(20),
    await asked(60),
    await asked(60),
    await asked(60),
    await asked(20),
  ]
  expect(first).toBeGreaterThanOrEqual(9)
  expect(later).toBeLessThanOrEqual(3)
  edit(world)
  await world.clock.advance({ minutes: 11 })
  expect(world.told).toEqual(['Ada Okafor edited budget.xlsx'])
  expect(world.drive.status).toMatchObject({ kind: 'polling', everyMs: 120_000 })
})

test('a network that lets websockets through again is used at once', async () => {
  await using world = await World.open()
  world.simulator.switches.push.upgradeStatus = 403
  world.simulator.push.cut()
  await world.clock.advance({ minutes: 30 })
  expect(world.drive.status).toMatchObject({ kind: 'polling', cause: blocked })
  world.simulator.switches.push.upgradeStatus = null
  world.engine.subscriptions.wake('slept')
  await world.clock.advance({ seconds: 3 })
  expect(world.drive.status.kind).toBe('live')
})
