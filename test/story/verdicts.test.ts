import { describe, expect, test } from 'vitest'
import type { Fault } from '../simulator/faults.ts'
import { World } from './world.ts'

// A verdict about a drive, "no access" or "gone", does not outlive its cause: whatever contradicts it revises it.

const blockedByPolicy: Fault = {
  status: 403,
  code: 'accessDenied',
  message: 'Access has been blocked by Conditional Access policies.',
}

/** At nine everything is refused; half an hour later everything is allowed again. */
async function refusedForHalfAnHour(fault: Fault, verdict: string): Promise<World> {
  const world = await World.open()
  world.simulator.fails('/v1.0/', fault)
  world.simulator.push.cut()
  await world.clock.advance({ minutes: 30 })
  expect(world.drive.status.kind).toBe(verdict)
  world.simulator.behaves()
  return world
}

const edited = ['Ada Okafor edited budget.xlsx']

describe.each([
  ['no access', blockedByPolicy, 'no-access'],
  ['gone', { status: 404, code: 'itemNotFound' } satisfies Fault, 'gone'],
])('%s', (_name, fault, verdict) => {
  test.each<[string, (world: World) => void]>([
    ['a wake', ({ engine }) => engine.subscriptions.wake('slept')],
    ['a person’s wish', ({ engine }) => engine.subscriptions.askNow()],
    [
      'a sign-in',
      ({ engine, people }) => people.list().forEach(({ id }) => engine.subscriptions.accountReady(id)),
    ],
  ])('%s ends it: live within seconds, and the next edit is told at once', async (_voice, says) => {
    await using world = await refusedForHalfAnHour(fault, verdict)
    says(world)
    await world.clock.advance({ seconds: 3 })
    expect(world.drive.status.kind).toBe('live')
    world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
    await world.clock.advance({ seconds: 1 })
    expect(world.told).toEqual(edited)
  })

  test('a read that works again ends it, and the link is asked for at once', async () => {
    await using world = await refusedForHalfAnHour(fault, verdict)
    await world.clock.advance({ minutes: 11 })
    expect(world.drive.status.kind).toBe('live')
  })
})

test.each([
  ['refused', { status: 403, code: 'accessDenied' }],
  ['not found', { status: 404, code: 'itemNotFound' }],
])(
  'a row never says that a drive is lost while it is read, though its endpoint is %s',
  async (_name, fault) => {
    await using world = await World.open()
    world.simulator.fails('/subscriptions/socketIo', fault)
    world.simulator.push.cut()
    const seen = new Set<string>()
    for (let minute = 0; minute < 120; minute++) {
      await world.clock.advance({ minutes: 1 })
      seen.add(world.drive.status.kind)
    }
    expect([...seen].filter((kind) => kind === 'no-access' || kind === 'gone')).toEqual([])
    expect(world.simulator.requests.matching('/subscriptions/socketIo').length).toBeLessThan(20)
  },
)

test('a lock of the endpoint alone is over soon after it ended, for the drive is read meanwhile', async () => {
  await using world = await World.open()
  const locked = world.simulator.fails('/subscriptions/socketIo', { status: 423, code: 'locked' })
  world.simulator.push.cut()
  await world.clock.advance({ minutes: 5 })
  locked[Symbol.dispose]()
  await world.clock.advance({ minutes: 10 })
  expect(world.drive.status.kind).toBe('live')
})

test('a connection that is cut every ten seconds delays no change by more than half a minute', async () => {
  await using world = await World.open()
  world.simulator.switches.push.dropsAfterMs = 10_000
  world.simulator.push.cut()
  for (let round = 0; round < 12; round++) {
    await world.clock.advance({ minutes: 5, seconds: 7 * round })
    world.simulator.person('Ada Okafor').adds(`Plans/${String(round)}.txt`)
    await world.clock.advance({ seconds: 30 })
    expect(
      world.onScreen.filter((title) => title.includes(`${String(round)}.txt`)),
      String(round),
    ).toHaveLength(1)
  }
})
