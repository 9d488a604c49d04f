import { expect, test } from 'vitest'
import { noFilter } from '../../preload/contract/activity.ts'
import type { QuietHours } from '../../preload/contract/rules.ts'
import { World } from './world.ts'

// What nobody was told at once comes in one digest, once (interface.md 7). The world begins on a Thursday at 09:00 UTC.

const night: QuietHours = {
  from: '18:30',
  to: '08:00',
  days: [1, 2, 3, 4, 5, 6, 7],
  wholeDays: [],
  zone: 'UTC',
  digest: true,
}
const person = (world: World, name: string) => world.simulator.person(name)

/** Two colleagues work late: three changes at 22:00. */
async function worksLate(world: World): Promise<void> {
  await world.clock.advance({ hours: 13 })
  person(world, 'Ada Okafor').edits('Plans/budget.xlsx')
  person(world, 'Bo Lindqvist').adds('Plans/a.dwg')
  person(world, 'Bo Lindqvist').adds('Plans/b.dwg')
  await world.clock.advance({ minutes: 1 })
}

test('quiet hours over midnight: nothing at night, one digest in the morning, never again', async () => {
  await using world = await World.open()
  world.choose({ quietHours: night })
  await worksLate(world)
  expect(world.told).toEqual([])
  await world.clock.advance({ hours: 9, minutes: 55 })
  expect(world.told).toEqual([])
  await world.clock.advance({ minutes: 5 })
  expect(world.notices).toMatchObject([
    {
      title: '3 changes while you were away',
      body: 'Bo Lindqvist 2, Ada Okafor 1\nMy files',
      urgency: 'low',
    },
  ])
  await world.clock.advance({ hours: 40 })
  expect(world.told).toHaveLength(1)
  const told = [...world.engine.history.rows(noFilter)]
  expect(told.map(({ verdict }) => verdict)).toEqual(['digest', 'digest', 'digest'])
})

test('the computer sleeps over the end of the quiet hours: one digest for the night and the sleep', async () => {
  await using world = await World.open()
  world.choose({ quietHours: night })
  await worksLate(world)
  world.simulator.cutNetwork()
  world.clock.sleep(11 * 3_600_000)
  person(world, 'Chiara Esposito').adds('Plans/c.dwg')
  person(world, 'Chiara Esposito').adds('Plans/d.dwg')
  world.simulator.restoreNetwork()
  world.engine.subscriptions.wake('slept')
  await world.clock.advance({ minutes: 5 })
  expect(world.onScreen).toEqual(['5 changes while you were away'])
})

test('quit at night and started at noon: the digest of the night is told once', async () => {
  await using world = await World.open()
  world.choose({ quietHours: night })
  await worksLate(world)
  await world.quit()
  await world.clock.advance({ hours: 14 })
  world.start()
  await world.clock.advance({ minutes: 1 })
  expect(world.onScreen).toEqual(['3 changes while you were away'])
  await world.quit()
  world.start()
  await world.clock.advance({ hours: 1 })
  expect(world.told).toHaveLength(1)
})

test('killed while the morning digest is shown: told again under the same id', async () => {
  await using world = await World.open()
  world.choose({ quietHours: night })
  await worksLate(world)
  world.system = 'dies'
  await world.clock.advance({ hours: 10 })
  await world.quit()
  world.system = 'takes'
  world.start()
  await world.clock.advance({ minutes: 1 })
  expect(world.notices).toHaveLength(2)
  expect(world.onScreen).toEqual(['3 changes while you were away'])
})

test('quiet hours without a digest stay quiet', async () => {
  await using world = await World.open()
  world.choose({ quietHours: { ...night, digest: false } })
  await worksLate(world)
  await world.clock.advance({ hours: 24 })
  expect(world.told).toEqual([])
  expect([...world.engine.history.rows(noFilter)].map(({ verdict }) => verdict)).toEqual(
    Array(3).fill('quiet-hours'),
  )
})

test('a drive that is told once a day is told once a day', async () => {
  await using world = await World.open()
  world.rule({ often: { kind: 'daily', at: '17:00' } })
  person(world, 'Ada Okafor').edits('Plans/budget.xlsx')
  await world.clock.advance({ minutes: 5 })
  person(world, 'Bo Lindqvist').adds('Plans/a.dwg')
  await world.clock.advance({ minutes: 5 })
  expect(world.told).toEqual([])
  await world.clock.advance({ hours: 24 })
  expect(world.told).toEqual(['2 changes in the last day'])
  await world.clock.advance({ hours: 24 })
  expect(world.told).toHaveLength(1)
})

test('notices turned off before the morning: no digest, and nothing lost', async () => {
  await using world = await World.open()
  world.choose({ quietHours: night })
  await worksLate(world)
  world.choose({ showNotices: false })
  await world.clock.advance({ hours: 24 })
  expect(world.told).toEqual([])
  expect(world.engine.history.facts().kept).toBe(3)
})

test('a digest that grows while drives are caught up stays one', async () => {
  await using world = await World.open()
  world.simulator.cutNetwork()
  for (let n = 1; n <= 5; n++) person(world, 'Ada Okafor').adds(`Plans/page ${n}.docx`)
  await world.clock.advance({ minutes: 1 })
  world.simulator.restoreNetwork()
  world.engine.subscriptions.wake('slept')
  await world.clock.advance({ seconds: 10 })
  world.simulator.cutNetwork()
  for (let n = 6; n <= 9; n++) person(world, 'Ada Okafor').adds(`Plans/page ${n}.docx`)
  await world.clock.advance({ seconds: 10 })
  world.simulator.restoreNetwork()
  world.engine.subscriptions.wake('slept')
  await world.clock.advance({ seconds: 10 })
  expect(world.onScreen).toEqual(['9 changes while you were away'])
})
