import { expect, test } from 'vitest'
import { World } from './world.ts'

const names = ({ engine }: World) => engine.subscriptions.followed.map(({ name }) => name)

test('whoever signs in for the first time follows the own OneDrive, whatever led there', async () => {
  await using world = World.fresh()
  world.start()
  world.simulator.cutNetwork()
  await world.clock.advance({ minutes: 3 })
  world.simulator.restoreNetwork()
  world.people.comes('Grace Kimani') // the sign-in that waited for the network comes to its end
  await world.clock.advance({ seconds: 10 })
  expect(world.drive).toMatchObject({ name: 'My files', status: { kind: 'live' } })
})

test('ended between the sign-in and its first drive, the app begins at the next start', async () => {
  await using world = World.fresh()
  world.people.comes('Grace Kimani')
  world.start()
  await world.clock.advance({ seconds: 10 })
  expect(world.drive.status.kind).toBe('live')
})

test('whoever signs in while nothing can be reached follows as soon as it can be', async () => {
  await using world = World.fresh()
  world.simulator.cutNetwork()
  world.people.comes('Grace Kimani')
  world.start()
  await world.clock.advance({ minutes: 5 })
  expect(world.drive.status.kind).not.toBe('live')
  world.simulator.restoreNetwork()
  await world.clock.advance({ minutes: 11 })
  expect(world.drive.status.kind).toBe('live')
})

test('whoever stopped following everything is left with that, also after the next start', async () => {
  await using world = World.fresh()
  world.people.comes('Grace Kimani')
  world.start()
  const { id } = world.drive
  world.engine.subscriptions.unfollow(id)
  await world.clock.advance({ minutes: 2 })
  await world.quit()
  world.start()
  world.signOut()
  world.signIn()
  await world.clock.advance({ minutes: 2 })
  expect(names(world)).toEqual([])
})

test('signed out for good and back, an account begins again', async () => {
  await using world = World.fresh()
  const { id } = world.people.comes('Grace Kimani')
  world.start()
  world.engine.subscriptions.unfollowAccount(id, { keepHistory: true })
  world.people.leaves(id)
  expect(names(world)).toEqual([])
  world.people.comes('Grace Kimani')
  expect(names(world)).toEqual([{ kind: 'own-files' }])
})
