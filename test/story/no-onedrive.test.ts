import { expect, test } from 'vitest'
import type { Fault } from '../simulator/faults.ts'
import { World } from './world.ts'

// "There is none" has several spellings; each ends in the same sentence, and is asked again hourly at most.

test.each<[string, Fault]>([
  ['404', { status: 404, code: 'itemNotFound' }],
  ['a missing licence', { status: 400, code: 'BadRequest', message: 'Tenant does not have a SPO license.' }],
  [
    'a site that was never made',
    { status: 404, code: 'ResourceNotFound', message: "User's mysite not found." },
  ],
])('an account without a OneDrive: %s', async (_name, fault) => {
  await using world = World.empty()
  const { id } = world.people.comes('Grace Kimani')
  const trouble = world.simulator.fails(/\/me\/drives?\b/, fault)
  world.start()
  world.engine.subscriptions.followOwnDrive(id)
  await world.clock.advance({ minutes: 10 })
  expect(world.drive.status).toMatchObject({ kind: 'no-access', cause: { key: 'cause.no-onedrive' } })
  world.simulator.requests.clear()
  await world.clock.advance({ hours: 12 })
  expect(world.simulator.requests.matching('/me/drive').length).toBeLessThanOrEqual(13)
  const mine = await world.engine.picker.discover(id, { kind: 'mine' }, null)
  expect(mine).toMatchObject({ note: { key: 'discover.note.no-onedrive' } })
  trouble[Symbol.dispose]()
  await world.clock.advance({ hours: 1, minutes: 1 })
  expect(world.drive.status.kind).toBe('live')
})
