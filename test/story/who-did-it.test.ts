import { describe, expect, test } from 'vitest'
import { noFilter } from '../../preload/contract/activity.ts'
import { plain, sentence } from '../../main/notices/change-sentence.ts'
import type { Switches } from '../simulator/switches.ts'
import { World } from './world.ts'
import { english } from '../words.ts'

const kept = (world: World) =>
  world.engine.history
    .page(noFilter, null, 10)
    .changes.map((change) => plain(sentence(change, english), english))
const asked = (world: World) =>
  world.simulator.requests.all.filter(({ path }) => path.endsWith('/activities')).map(({ path }) => path)

async function followed(activities: Switches['graph']['activities']): Promise<World> {
  const world = await World.open()
  world.simulator.switches.graph.activities = activities
  world.simulator.switches.delta.movesKeepEditor = true
  world.simulator.person('Ada Okafor').adds('Shelf/one.txt')
  world.simulator.person('Ada Okafor').adds('Shelf/two.txt')
  await world.clock.advance({ minutes: 10 })
  await world.engine.history.deleteMatching(noFilter)
  world.notices.length = 0
  return world
}

test.each(['actions', 'times'] as const)('who deleted or moved is learned afterwards: %s', async (shape) => {
  await using world = await followed(shape)
  world.simulator.person('Bo Lindqvist').deletes('Shelf/one.txt')
  await world.clock.advance({ minutes: 5 })
  world.simulator.person('Bo Lindqvist').moves('Shelf/two.txt', '')
  await world.clock.advance({ minutes: 5 })
  expect(world.told).toEqual([
    'Someone deleted one.txt',
    'Bo Lindqvist deleted one.txt',
    expect.stringMatching(/^Someone moved two.txt/),
    expect.stringMatching(/^Bo Lindqvist moved two.txt/),
  ])
  expect(world.onScreen).toHaveLength(2)
  expect(kept(world)).toEqual([
    expect.stringMatching(/^Bo Lindqvist moved two.txt/),
    'Bo Lindqvist deleted one.txt',
  ])
})

test('a tenant that has none is asked once, and nothing else changes', async () => {
  await using world = await followed('none')
  world.simulator.person('Bo Lindqvist').deletes('Shelf/one.txt')
  await world.clock.advance({ minutes: 5 })
  world.simulator.person('Bo Lindqvist').deletes('Shelf/two.txt')
  await world.clock.advance({ minutes: 5 })
  expect(kept(world)).toEqual(['Someone deleted two.txt', 'Someone deleted one.txt'])
  expect(asked(world)).toHaveLength(1)
})

test('whom something was shared with is learned afterwards', async () => {
  await using world = await followed('actions')
  world.simulator.person('Grace Kimani').shares('Shelf/one.txt', { with: 'Bo Lindqvist' })
  await world.clock.advance({ minutes: 5 })
  expect(kept(world)).toEqual(['Grace Kimani shared one.txt with Bo Lindqvist'])
})

test('one question for a set, however much was deleted', async () => {
  await using world = await followed('actions')
  world.simulator.person('Bo Lindqvist').deletes('Shelf')
  await world.clock.advance({ minutes: 5 })
  expect(kept(world)).toEqual(['Bo Lindqvist deleted Shelf and 2 items'])
  expect(asked(world)).toHaveLength(1)
})

test('a burst that nobody was named for is rewritten with the name, and its row and the people agree', async () => {
  await using world = await followed('actions')
  world.simulator.person('Bo Lindqvist').deletes('Shelf/one.txt')
  world.simulator.person('Bo Lindqvist').deletes('Shelf/two.txt')
  await world.clock.advance({ minutes: 5 })
  expect(world.onScreen).toEqual(['Bo Lindqvist deleted one.txt and two.txt'])
  expect(world.engine.history.people('')).toMatchObject([{ name: 'Bo Lindqvist', changes: 2 }])
})

test('people who are named without an id are who they are: oneself, or a colleague and no guest', async () => {
  await using world = World.empty()
  const { id } = world.people.comes('Chiara Esposito')
  world.simulator.switches.delta.actorIds = false
  world.start()
  world.engine.subscriptions.followOwnDrive(id)
  await world.clock.advance({ minutes: 1 })
  world.rule({ people: { kind: 'except', who: [{ kind: 'guests' }] } })
  const where = { in: world.simulator.driveOf('Chiara Esposito') }
  world.simulator.person('Chiara Esposito').edits('Plans/budget.xlsx', where)
  world.simulator.person('Bo Lindqvist').edits('Plans/roadmap.docx', where)
  await world.clock.advance({ minutes: 5 })
  expect(world.told).toEqual(['Bo Lindqvist edited roadmap.docx'])
})

describe('while names are still being learned', () => {
  /** Followed, and nothing of what is old can be learned yet. */
  async function learning(activities: Switches['graph']['activities']): Promise<World> {
    const world = World.empty()
    const { id } = world.people.comes('Grace Kimani')
    world.simulator.switches.graph.activities = activities
    world.simulator.fails(/\/root\/delta(?!.*token)/, { status: 500 })
    world.start()
    world.engine.subscriptions.followOwnDrive(id)
    await world.clock.advance({ seconds: 5 })
    expect(world.drive.learning).not.toBeNull()
    return world
  }

  const acts: readonly (readonly [string, (world: World) => void, string, string])[] = [
    [
      'a renaming',
      (world) => world.simulator.person('Bo Lindqvist').renames('Plans/roadmap.docx', 'way.docx'),
      'Bo Lindqvist changed way.docx',
      'Bo Lindqvist renamed roadmap.docx to way.docx',
    ],
    [
      'a move',
      (world) => world.simulator.person('Bo Lindqvist').moves('Plans/roadmap.docx', ''),
      'Bo Lindqvist changed roadmap.docx',
      'Bo Lindqvist moved roadmap.docx to My files',
    ],
    [
      'an edit',
      (world) => world.simulator.person('Bo Lindqvist').edits('Plans/budget.xlsx'),
      'Bo Lindqvist changed budget.xlsx',
      'Bo Lindqvist edited budget.xlsx',
    ],
  ]

  test.each(acts)(
    '%s is said as far as it is known, and rewritten when it is',
    async (_, act, first, then) => {
      await using world = await learning('actions')
      act(world)
      await world.clock.advance({ minutes: 1 })
      expect(world.told).toEqual([first, then])
      expect(world.onScreen).toEqual([then])
      expect(kept(world)).toEqual([then])
    },
  )

  test.each(acts)('%s stays what is known where nobody says more', async (_, act, first) => {
    await using world = await learning('none')
    act(world)
    await world.clock.advance({ minutes: 1 })
    expect(world.told).toEqual([first])
    expect(kept(world)).toEqual([first])
  })
})
