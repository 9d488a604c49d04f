import { expect, test } from 'vitest'
import { noFilter } from '../../preload/contract/activity.ts'
import { World } from './world.ts'

// Between the rows of the history it says why nobody was told, and since when nobody listened (interface.md 3).

const away = (world: World) => {
  const { history } = world.engine
  return history.digests(noFilter, null, history.page(noFilter, null, 100))
}
const adds = (world: World, ...names: string[]) => {
  for (const name of names) world.simulator.person('Ada Okafor').adds(`Plans/${name}`)
}

test('a pause is told as a pause, from the last look before it', async () => {
  await using world = await World.open()
  const lastLook = world.clock.now()
  await world.clock.advance({ minutes: 1 })
  world.engine.subscriptions.pause('everything')
  await world.clock.advance({ hours: 2 })
  adds(world, 'a.dwg', 'b.dwg')
  await world.clock.advance({ hours: 1 })
  world.engine.subscriptions.resume('everything')
  await world.clock.advance({ minutes: 1 })
  expect(away(world)).toMatchObject([{ cause: 'paused', count: 2 }])
  expect(Math.abs((away(world)[0]?.from ?? 0) - lastLook)).toBeLessThanOrEqual(5_000)
})

test('a sleep is told as being away, from the last look before it', async () => {
  await using world = await World.open()
  const lastLook = world.clock.now()
  world.simulator.cutNetwork()
  world.clock.sleep(3 * 3_600_000)
  adds(world, 'a.dwg', 'b.dwg')
  world.simulator.restoreNetwork()
  world.engine.subscriptions.wake('slept')
  await world.clock.advance({ minutes: 1 })
  expect(away(world)).toMatchObject([{ cause: 'away', count: 2 }])
  expect(Math.abs((away(world)[0]?.from ?? 0) - lastLook)).toBeLessThanOrEqual(5_000)
})

test('a drive whose history Microsoft reset is told as read anew', async () => {
  await using world = await World.open()
  await world.clock.advance({ minutes: 20 })
  world.simulator.driveOf('Grace Kimani').forgetTokens()
  adds(world, 'a.dwg', 'b.dwg')
  await world.clock.advance({ minutes: 1 })
  expect(away(world)).toMatchObject([{ cause: 'read-anew', count: 2 }])
})

test('away a second time within the minute of a digest: each absence has its own', async () => {
  await using world = await World.open()
  await world.quit()
  adds(world, 'a.dwg', 'b.dwg')
  await world.clock.advance({ hours: 1 })
  world.start()
  await world.clock.advance({ seconds: 10 })
  await world.quit()
  adds(world, 'c.dwg', 'd.dwg', 'e.dwg')
  world.start()
  await world.clock.advance({ seconds: 20 })
  expect(world.onScreen).toEqual(['2 changes while you were away', '3 changes while you were away'])
  expect(away(world)).toMatchObject([{ count: 3 }, { count: 2 }])
})

test('one missed change speaks for itself, and again after a second absence', async () => {
  await using world = await World.open()
  await world.quit()
  adds(world, 'a.dwg')
  await world.clock.advance({ hours: 1 })
  world.start()
  await world.clock.advance({ seconds: 10 })
  await world.quit()
  adds(world, 'b.dwg')
  world.start()
  await world.clock.advance({ seconds: 20 })
  expect(world.told).toEqual(['Ada Okafor added a.dwg', 'Ada Okafor added b.dwg'])
})
