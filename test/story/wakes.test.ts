import { expect, test } from 'vitest'
import { english } from '../words.ts'
import { World } from './world.ts'

// The computer wakes, or the network comes back: what hangs is given up, and everything is caught up within seconds.

const asked = (world: World, what: string) => world.simulator.requests.matching(what).length

test('twenty wakes within two seconds are one', async () => {
  await using world = await World.open()
  await world.clock.advance({ minutes: 10 })
  world.simulator.requests.clear()
  for (let wake = 0; wake < 20; wake++) {
    world.engine.wake('slept')
    await world.clock.advance({ ms: 100 })
  }
  await world.clock.advance({ seconds: 5 })
  expect(asked(world, '/subscriptions/socketIo')).toBe(1)
  expect(asked(world, '/delta')).toBeLessThanOrEqual(2)
  expect(world.drive.status.kind).toBe('live')
})

test('a storm of wakes without a network asks no more than once a second', async () => {
  await using world = await World.open()
  world.simulator.cutNetwork()
  await world.clock.advance({ minutes: 5 })
  world.simulator.requests.clear()
  for (let wake = 0; wake < 50; wake++) {
    world.engine.wake('slept')
    await world.clock.advance({ ms: 100 })
  }
  expect(world.simulator.requests.all.length).toBeLessThan(15)
})

test('after sleep, what was asked before it is asked again at once', async () => {
  await using world = await World.open()
  world.simulator.blackHole()
  world.engine.subscriptions.askNow()
  await world.clock.advance({ seconds: 1 })
  world.clock.sleep(3_600_000)
  world.simulator.restoreNetwork()
  world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  world.engine.wake('slept')
  await world.clock.advance({ seconds: 3 })
  expect(world.drive.status.kind).toBe('live')
  expect(world.told).toEqual(['Ada Okafor edited budget.xlsx'])
})

test.each(['cutNetwork', 'blackHole'] as const)(
  'fifty drives are live and caught up three seconds after the network (%s), with one digest at most',
  async (goes) => {
    await using world = await World.open()
    const [account] = world.people.list()
    for (let drive = 0; drive < 49; drive++) {
      const { id } = world.simulator.addDrive('Grace Kimani', { name: `Drive ${String(drive)}` })
      await world.engine.subscriptions.follow(
        account?.id ?? '',
        { kind: 'drive', driveId: id },
        { kind: 'everything' },
      )
    }
    await world.clock.advance({ minutes: 1 })
    const before = world.onScreen.length
    world.simulator[goes]()
    await world.clock.advance({ minutes: 7 })
    world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
    world.simulator.restoreNetwork()
    await world.clock.advance({ seconds: 3 })
    const kinds = world.engine.subscriptions.views(new Map(), english).map(({ status }) => status.kind)
    expect(new Set(kinds)).toEqual(new Set(['live']))
    await world.clock.advance({ seconds: 3 })
    expect(world.onScreen.length - before).toBe(1)
  },
)
