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
    ['Bo Lindqvist added a.dwg and b.dwg', 'low'],
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

/** Whether a notice that was raised or rewritten within ten seconds of a change names its file. */
const isNamed = (world: World, name: string, at: number): boolean =>
  world.notices.some(({ title, body }, index) => {
    const shownAt = world.askedAt[index] ?? Infinity
    return shownAt >= at && shownAt <= at + 10_000 && `${title}\n${body}`.includes(name)
  })

/** When each notice was first shown. */
const raisedAt = (world: World): readonly number[] =>
  world.notices.flatMap(({ id }, index) =>
    world.notices.findIndex((each) => each.id === id) === index ? (world.askedAt[index] ?? []) : [],
  )

const gapsOf = (times: readonly number[]) => times.slice(1).map((at, index) => at - (times[index] ?? 0))

test('unrelated changes at the same moment are one notice that says who did what, and a row each', async () => {
  await using world = await World.open()
  person(world, 'Ada Okafor').edits('Plans/budget.xlsx')
  person(world, 'Bo Lindqvist').adds('Plans/offer.docx')
  person(world, 'Chiara Esposito').adds('Plans/photo.jpg')
  await world.clock.advance({ seconds: 2 })
  expect(world.onScreen).toEqual(['3 people changed 3 files in Plans'])
  expect(world.notices.at(-1)?.body.split('\n')).toEqual([
    'My files',
    'Ada Okafor edited budget.xlsx',
    'Bo Lindqvist added offer.docx',
    'Chiara Esposito added photo.jpg',
  ])
  const { changes } = world.engine.history.page(noFilter, null, 10)
  expect(new Set(changes.map(({ name }) => name))).toEqual(
    new Set(['budget.xlsx', 'offer.docx', 'photo.jpg']),
  )
})

test('after a crowd each change of a busy team is named, with a banner every ten seconds at most', async () => {
  await using world = await World.open()
  const names = ['Ada Okafor', 'Bo Lindqvist', 'Chiara Esposito', 'Tomasz Wrona']
  const [first, ...people] = names.map((name) => person(world, name))
  if (!first) throw new Error('nobody is there')
  const team = [first, ...people]
  for (let n = 0; n < 8; n++) team[n % team.length]?.adds(`Plans/crowd ${n}.txt`)
  const began: { readonly name: string; readonly at: number }[] = []
  for (let n = 0; n < 30; n++) {
    await world.clock.advance({ seconds: 4 })
    const name = `single ${n}.txt`
    team[n % team.length]?.adds(`${n % 2 ? 'Plans' : 'Projects'}/${name}`)
    began.push({ name, at: world.clock.elapsed() })
  }
  await world.clock.advance({ seconds: 20 })
  expect(began.filter(({ name, at }) => !isNamed(world, name, at))).toEqual([])
  expect(Math.min(...gapsOf(raisedAt(world)))).toBeGreaterThanOrEqual(10_000)
  expect(raisedAt(world).length).toBeGreaterThan(2)
})

test('where nothing can be rewritten, each new notice names what came since', async () => {
  await using world = await World.open()
  const team = ['Ada Okafor', 'Bo Lindqvist', 'Chiara Esposito'].map((name) => person(world, name))
  const began: { readonly name: string; readonly at: number }[] = []
  for (let n = 0; n < 20; n++) {
    const name = `single ${n}.txt`
    team[n % team.length]?.adds(`Plans/${name}`)
    began.push({ name, at: world.clock.elapsed() })
    await world.clock.advance({ seconds: 4 })
    world.onDesktop.clear()
  }
  await world.clock.advance({ seconds: 20 })
  expect(began.filter(({ name, at }) => !isNamed(world, name, at))).toEqual([])
  expect(Math.min(...gapsOf(raisedAt(world)))).toBeGreaterThanOrEqual(10_000)
})

test('a new folder and its first file are one notice', async () => {
  await using world = await World.open()
  person(world, 'Bo Lindqvist').adds('Plans/Level 01/')
  await world.clock.advance({ seconds: 5 })
  person(world, 'Bo Lindqvist').adds('Plans/Level 01/a.dwg')
  await world.clock.advance({ seconds: 30 })
  expect(world.onScreen).toEqual(['Bo Lindqvist added Level 01 and a.dwg'])
})

test('malware is told by itself, with a sound, and after the edit it was found in', async () => {
  await using world = await World.open()
  person(world, 'Bo Lindqvist').edits('Plans/budget.xlsx')
  await world.clock.advance({ seconds: 5 })
  world.simulator.flagsMalware('Plans/budget.xlsx')
  await world.clock.advance({ seconds: 5 })
  person(world, 'Ada Okafor').edits('Plans/budget.xlsx')
  await world.clock.advance({ seconds: 20 })
  expect(world.notices.map(({ title, urgency, stays }) => [title, urgency, stays])).toEqual([
    ['Bo Lindqvist edited budget.xlsx', 'normal', false],
    ['Microsoft flagged budget.xlsx as malware', 'normal', true],
    ['Bo Lindqvist and Ada Okafor edited budget.xlsx', 'low', false],
  ])
  const { changes } = world.engine.history.page(noFilter, null, 10)
  expect(changes.map(({ kind }) => kind)).toEqual(['edited', 'malware'])
})

test('malware is told by itself also after an absence, before what else was missed', async () => {
  await using world = await World.open()
  await world.quit()
  await world.clock.advance({ minutes: 30 })
  person(world, 'Bo Lindqvist').adds('Plans/a.txt')
  person(world, 'Bo Lindqvist').adds('Plans/b.txt')
  world.simulator.flagsMalware('Plans/budget.xlsx')
  world.start()
  await world.clock.advance({ seconds: 30 })
  expect(world.notices.map(({ title, urgency }) => [title, urgency])).toEqual([
    ['Microsoft flagged budget.xlsx as malware', 'normal'],
    ['2 changes while you were away', 'low'],
  ])
})

test('what anyone with the link can open now is told by itself, with a sound', async () => {
  await using world = await World.open()
  person(world, 'Bo Lindqvist').adds('Tender.docx')
  await world.clock.advance({ seconds: 5 })
  person(world, 'Bo Lindqvist').shares('Tender.docx', { scope: 'anonymous' })
  await world.clock.advance({ seconds: 5 })
  expect(world.notices.map(({ title, urgency }) => [title, urgency])).toEqual([
    ['Bo Lindqvist added Tender.docx', 'normal'],
    ['Bo Lindqvist shared Tender.docx', 'normal'],
  ])
  expect(world.notices.at(-1)?.body).toBe('My files\nAnyone with the link can open it')
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
  const counts = world.onScreen.map((title) =>
    Number(/changed ([\d,]+) files/.exec(title)?.[1]?.replace(',', '')),
  )
  expect(counts.reduce((sum, n) => sum + n)).toBe(5_000)
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
  expect(world.onScreen).toEqual(['Bo Lindqvist added a.dwg and b.dwg'])
})
