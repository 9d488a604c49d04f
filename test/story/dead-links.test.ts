import { beforeEach, afterEach, describe, expect, test } from 'vitest'
import type { Fault } from '../simulator/faults.ts'
import { World } from './world.ts'

// A place to read on from is only a hint of Microsoft's: whatever refuses it for good, it is given up, never the drive.

const refusals: readonly (readonly [string, Fault])[] = [
  ['400', { status: 400, code: 'invalidRequest' }],
  ['403', { status: 403, code: 'accessDenied' }],
  ['404', { status: 404, code: 'itemNotFound' }],
  ['401, for it alone', { status: 401, code: 'InvalidAuthenticationToken' }],
  ['409', { status: 409, code: 'nameAlreadyExists' }],
  ['412', { status: 412, code: 'resourceModified' }],
  ['451, without a code', { status: 451 }],
  ['501', { status: 501, code: 'notSupported' }],
  [
    'an error after what there is',
    { status: 200, body: '{"value":[],"@odata.deltaLink":"x","error":{"code":"x"}}' },
  ],
  ['a page that is not whole', { status: 200, body: '{"value":null}' }],
  ['no JSON', { status: 200, html: '<h1>Gateway</h1>' }],
]
const broken: Fault = { status: 500, code: 'generalException' }

let world: World
beforeEach(async () => {
  world = await World.open()
  await world.clock.advance({ minutes: 5 })
})
afterEach(() => world[Symbol.asyncDispose]())

const added = ['Ada Okafor added minutes.docx']
const adds = () => world.simulator.person('Ada Okafor').adds('Plans/minutes.docx')
const asked = (what: RegExp) => world.simulator.requests.matching(what).length
/** A reading of everything, from its start. */
const fromStart = /\/delta\?\$select=[^&]*$/
const withToken = /\/delta\?.*token=…/

describe('a stored delta link that is refused for good', () => {
  test.each(refusals)('with %s is given up, and the change is told', async (_name, fault) => {
    world.simulator.refusesLinks(fault)
    world.simulator.requests.clear()
    adds()
    const seen = new Set<string>()
    for (let minute = 0; minute < 15; minute++) {
      await world.clock.advance({ minutes: 1 })
      seen.add(world.drive.status.kind)
    }
    expect(world.told).toEqual(added)
    expect(world.drive.status.kind).toBe('live')
    expect([...seen]).not.toContain('gone')
    expect(asked(withToken)).toBeLessThan(15)
  })

  test('as locked, while the drive is not, is given up within hours', async () => {
    world.simulator.refusesLinks({ status: 423, code: 'locked' })
    adds()
    await world.clock.advance({ hours: 4 })
    expect(world.told).toEqual(added)
  })

  test('now with 404 and now with 500 is given up as well, within hours', async () => {
    const refusedWith = [{ status: 404, code: 'itemNotFound' }, broken] as const
    let trouble = world.simulator.refusesLinks(refusedWith[0])
    adds()
    for (let turn = 1; turn < 90 && world.told.length === 0; turn++) {
      await world.clock.advance({ minutes: 1 })
      trouble[Symbol.dispose]()
      trouble = world.simulator.refusesLinks(refusedWith[turn % 2 === 0 ? 0 : 1])
    }
    expect(world.told).toEqual(added)
  })

  test('also after a restart', async () => {
    world.simulator.refusesLinks({ status: 404, code: 'itemNotFound' })
    await world.quit()
    adds()
    world.start()
    await world.clock.advance({ minutes: 15 })
    expect(world.told).toEqual(added)
  })

  test('not while the drive itself does not answer', async () => {
    world.simulator.fails('/delta', { status: 404, code: 'itemNotFound' })
    world.simulator.fails(/\/drives\/[^/]*\?/, { status: 500, code: 'generalException' })
    world.simulator.requests.clear()
    adds()
    await world.clock.advance({ hours: 3 })
    expect(asked(fromStart)).toBe(0)
    expect(world.drive.status.kind).not.toBe('live')
  })

  test('is not given up for what Microsoft asked to wait for, however often', async () => {
    world.simulator.fails('/delta', { status: 429, retryAfter: 20 })
    world.simulator.requests.clear()
    adds()
    await world.clock.advance({ hours: 3 })
    expect(asked(fromStart)).toBe(0)
    world.simulator.behaves()
    await world.clock.advance({ minutes: 1 })
    expect(world.told).toEqual(added)
  })

  test('and is never asked for without end, though all of the feed is refused', async () => {
    world.simulator.fails('/delta', { status: 404, code: 'itemNotFound' })
    adds()
    const seen = new Set<string>()
    for (let hour = 0; hour < 24; hour++) {
      await world.clock.advance({ hours: 1 })
      seen.add(world.drive.status.kind)
    }
    expect([...seen]).toEqual(['reconnecting'])
    expect(asked(/\/delta/)).toBeLessThan(120)
    world.simulator.behaves()
    await world.clock.advance({ hours: 1 })
    expect(world.told).toEqual(added)
  })
})

test('Gone is said of a drive that is itself not found', async () => {
  world.simulator.fails('/v1.0/', { status: 404, code: 'itemNotFound' })
  world.simulator.push.cut()
  await world.clock.advance({ minutes: 15 })
  expect(world.drive.status.kind).toBe('gone')
})

test('the place where a 410 says to start again is given up too, after an hour of trouble', async () => {
  world.simulator.refusesRestart(broken)
  world.simulator.requests.clear()
  adds()
  await world.clock.advance({ minutes: 30 })
  expect(world.told).toEqual([])
  await world.clock.advance({ minutes: 60 })
  expect(world.told).toEqual(added)
  expect(asked(/\/delta/)).toBeLessThan(90)
})

test('so it is where that place sends on to itself, for ever', async () => {
  const drive = world.simulator.driveOf()
  const at = `/v1.0/drives/${drive.id}/root/delta?token=restart-77`
  world.simulator.fails(/delta\?.*token=/, {
    status: 410,
    code: 'resyncRequired',
    headers: { location: at },
  })
  world.simulator.requests.clear()
  adds()
  await world.clock.advance({ minutes: 90 })
  expect(world.told).toEqual(added)
  expect(asked(/\/delta/)).toBeLessThan(90)
})

test('a page that takes 40 seconds is waited for, and its change is told', async () => {
  world.simulator.fails(/token=/, { delayMs: 40_000 })
  world.simulator.requests.clear()
  adds()
  await world.clock.advance({ minutes: 5 })
  expect(world.told).toEqual(added)
  const calls = asked(/\/delta/)
  world.simulator.person('Ada Okafor').edits('Plans/minutes.docx')
  await world.clock.advance({ minutes: 5 })
  expect(asked(/\/delta/) - calls).toBeLessThan(8)
})

test('an endpoint that takes 40 seconds to be named is waited for, and the link is live', async () => {
  world.simulator.fails('/subscriptions/socketIo', { delayMs: 40_000 })
  world.simulator.push.cut()
  await world.clock.advance({ minutes: 5 })
  expect(world.drive.status.kind).toBe('live')
})

test('six hundred hints in a minute are thirty readings, and the last is answered', async () => {
  world.simulator.requests.clear()
  for (let hint = 0; hint < 600; hint++) {
    world.simulator.ring(world.simulator.driveOf())
    await world.clock.advance({ ms: 100 })
  }
  expect(asked(/\/delta/)).toBeLessThanOrEqual(32)
  world.simulator.person('Ada Okafor').adds('Plans/minutes.docx')
  await world.clock.advance({ seconds: 2 })
  expect(world.told).toEqual(added)
})
