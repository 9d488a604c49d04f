import { expect, test } from 'vitest'
import { noFilter } from '../../preload/contract/activity.ts'
import { World } from './world.ts'

// Many changes, few notices (interface.md 7), in virtual time.

const person = (world: World, name: string) => world.simulator.person(name)

test('the second file turns the notice into a sum, silently; after a minute of quiet a new one opens', async () => {
  await using world = await World.open()
  const bo = person(world, 'Bo Lindqvist')
  bo.adds('Plans/a.dwg')
  await world.clock.advance({ seconds: 3 })
  bo.adds('Plans/b.dwg')
  await world.clock.advance({ seconds: 50 })
  bo.adds('Plans/c.dwg')
  await world.clock.advance({ seconds: 1 })
  expect(world.notices.map(({ title, urgency }) => [title, urgency])).toEqual([
    ['Bo Lindqvist added a.dwg', 'normal'],
    ['Bo Lindqvist added 2 files in Plans', 'low'],
    ['Bo Lindqvist added 3 files in Plans', 'low'],
  ])
  await world.clock.advance({ seconds: 61 })
  bo.adds('Plans/d.dwg')
  await world.clock.advance({ seconds: 1 })
  expect(world.onScreen).toEqual(['Bo Lindqvist added 3 files in Plans', 'Bo Lindqvist added d.dwg'])
  const rows = world.engine.history.page(noFilter, null, 10)
  expect(rows.changes).toHaveLength(2)
  expect(world.engine.history.burst(rows.changes.at(-1)?.burst ?? '', 0, 10).total).toBe(3)
})

test('a file saved again and again is one line that counts', async () => {
  await using world = await World.open()
  const ada = person(world, 'Ada Okafor')
  for (let save = 1; save <= 20; save++) {
    ada.edits('Plans/budget.xlsx')
    await world.clock.advance({ seconds: save % 2 === 0 ? 90 : 10 })
  }
  expect(world.onScreen).toEqual(['Ada Okafor edited budget.xlsx'])
  expect(world.notices.at(-1)?.body).toMatch(/^Plans · My files\n20 times since \d\d:\d\d/)
  expect(world.engine.history.page(noFilter, null, 10).changes).toMatchObject([{ times: 20 }])
})

test('unrelated changes at the same moment are each told at once', async () => {
  await using world = await World.open()
  person(world, 'Ada Okafor').edits('Plans/budget.xlsx')
  person(world, 'Bo Lindqvist').adds('Plans/offer.docx')
  person(world, 'Chiara Esposito').adds('Plans/photo.jpg')
  await world.clock.advance({ ms: 900 })
  expect(world.onScreen.toSorted()).toEqual([
    'Ada Okafor edited budget.xlsx',
    'Bo Lindqvist added offer.docx',
    'Chiara Esposito added photo.jpg',
  ])
})

test('five thousand files by many in a minute: at most three notices, one call a second, everything told', async () => {
  await using world = await World.open()
  const people = ['Ada Okafor', 'Bo Lindqvist', 'Chiara Esposito'].map((name) => person(world, name))
  const began = world.clock.now()
  for (let step = 0; step < 240; step++) {
    for (let n = Math.round((step * 5_000) / 240); n < Math.round(((step + 1) * 5_000) / 240); n++)
      people[n % people.length]?.adds(`Plans/scan ${n}.tif`)
    await world.clock.advance({ ms: 250 })
  }
  await world.clock.advance({ seconds: 5 })
  expect(new Set(world.notices.map(({ id }) => id)).size).toBeLessThanOrEqual(3)
  const gaps = world.askedAt.slice(1).map((at, index) => at - (world.askedAt[index] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000)
  expect((world.askedAt[0] ?? Infinity) - began).toBeLessThan(200)
  expect(world.onScreen.at(-1)).toBe('3 people changed 5,000 files in Plans')
  expect(world.engine.history.pending().changes).toEqual([])
  expect(world.engine.history.matches({ ...noFilter, told: true })).toBe(5_000)
})

test('nobody to show notices during a burst: afterwards one notice tells all of it', async () => {
  await using world = await World.open()
  world.system = 'is away'
  for (let n = 0; n < 30; n++) person(world, 'Bo Lindqvist').adds(`Plans/scan ${n}.tif`)
  await world.clock.advance({ seconds: 90 })
  expect(world.engine.history.pending().changes).toHaveLength(30)
  world.system = 'takes'
  await world.clock.advance({ minutes: 1 })
  expect(world.told).toEqual(['Bo Lindqvist added 30 files in Plans'])
})

test('a system that refuses loses nothing: all of it is kept with that reason', async () => {
  await using world = await World.open()
  world.system = 'refuses'
  for (let n = 0; n < 30; n++) person(world, 'Bo Lindqvist').adds(`Plans/scan ${n}.tif`)
  await world.clock.advance({ seconds: 10 })
  const kept = [...world.engine.history.rows(noFilter)]
  expect(kept.map(({ verdict }) => verdict)).toEqual(Array(30).fill('refused'))
})

test('killed in the middle of a burst: it goes on under the same notice', async () => {
  await using world = await World.open()
  const bo = person(world, 'Bo Lindqvist')
  bo.adds('Plans/a.dwg')
  await world.clock.advance({ seconds: 3 })
  world.system = 'dies'
  bo.adds('Plans/b.dwg')
  await world.clock.advance({ seconds: 3 })
  await world.quit()
  world.system = 'takes'
  world.start()
  await world.clock.advance({ seconds: 10 })
  expect(world.onScreen).toEqual(['Bo Lindqvist added 2 files in Plans'])
})
