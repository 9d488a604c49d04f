import { expect, test } from 'vitest'
import { World } from './world.ts'

// Gone counts as attention until somebody has seen it (interface.md 2).

const goes = async (world: World) => {
  world.simulator.fails('/v1.0/', { status: 404, code: 'itemNotFound' })
  world.simulator.push.cut()
  await world.clock.advance({ minutes: 15 })
  expect(world.drive.status.kind).toBe('gone')
}

test('a drive that is gone is known as such over a restart, and news again once it came back', async () => {
  await using world = await World.open()
  const { id } = world.drive
  expect(world.engine.subscriptions.sawGone(id)).toBe(true)
  await goes(world)
  expect([...world.engine.subscriptions.goneSeen]).toEqual([])
  world.engine.subscriptions.sawGone(id)
  expect([...world.engine.subscriptions.goneSeen]).toEqual([id])
  await world.quit()
  world.start()
  await world.clock.advance({ minutes: 10 })
  expect([...world.engine.subscriptions.goneSeen]).toEqual([id])
  world.simulator.behaves()
  await world.clock.advance({ hours: 25 })
  expect(world.drive.status.kind).toBe('live')
  expect([...world.engine.subscriptions.goneSeen]).toEqual([])
})
