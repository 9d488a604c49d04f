import { expect, test } from 'vitest'
import { noFilter } from '../../preload/contract/activity.ts'
import { defaultRules } from '../../preload/contract/rules.ts'
import { reasonOf } from '../../main/activity/reasons.ts'
import { preview } from '../../main/activity/rule-preview.ts'
import { plain, sentence } from '../../main/notices/change-sentence.ts'
import { World } from './world.ts'
import { english } from '../words.ts'

// What was done before following began, for whoever looks at Activity for the first time.

interface Before {
  readonly name?: string
  readonly activities?: 'actions' | 'none'
  readonly scope?: Parameters<World['engine']['subscriptions']['follow']>[2]
}

/** Colleagues worked in a drive; then somebody follows it. */
async function followed(
  work: (world: World, ada: ReturnType<World['simulator']['person']>, where: { in: never }) => Promise<void>,
  { name = 'Grace Kimani', activities = 'none' }: Before = {},
): Promise<World> {
  const world = World.empty()
  const { id } = world.people.comes(name)
  world.simulator.switches.graph.activities = activities
  const where = { in: world.simulator.driveOf(name) as never }
  await work(world, world.simulator.person('Ada Okafor'), where)
  world.start()
  world.engine.subscriptions.followOwnDrive(id)
  await world.clock.advance({ minutes: 1 })
  return world
}

const rows = (world: World) => world.engine.history.page(noFilter, null, 100).changes
const said = (world: World) => rows(world).map((change) => plain(sentence(change, english), english))

const aWeek = async (world: World, ada: ReturnType<World['simulator']['person']>, where: { in: never }) => {
  ada.edits('Plans/roadmap.docx', where)
  await world.clock.advance({ hours: 8 * 24 })
  ada.edits('Plans/budget.xlsx', where)
  await world.clock.advance({ hours: 24 })
  ada.adds('Plans/new.txt', where)
  await world.clock.advance({ hours: 24 })
}

test.each(['Grace Kimani', 'Sam Whitlock'])(
  'the last week of %s is in Activity, and nowhere else',
  async (name) => {
    await using world = await followed(aWeek, { name })
    expect(said(world)).toEqual(['Ada Okafor added new.txt', 'Ada Okafor changed budget.xlsx'])
    const [newest] = rows(world)
    expect(rows(world).map(({ verdict, seen, place }) => [verdict, seen, place])).toEqual([
      ['before-followed', true, ['Plans']],
      ['before-followed', true, ['Plans']],
    ])
    expect(newest && reasonOf(newest, world.engine.rules()).words).toBe('Before you followed')
    const { history } = world.engine
    expect([world.told, history.unseen(), history.latestTold()]).toEqual([[], 0, []])
    expect(history.storedAfter(0).changes).toEqual([])
    const tried = preview(history.latest(100, world.drive.id), defaultRules, world.engine.rules())
    expect(tried.of).toBe(0)
  },
)

test('what comes next is news, and alone in its notification and its summary', async () => {
  await using world = await followed(aWeek)
  world.simulator.person('Bo Lindqvist').edits('Plans/budget.xlsx')
  await world.clock.advance({ minutes: 1 })
  expect(world.told).toEqual(['Bo Lindqvist edited budget.xlsx'])
  await world.quit()
  world.simulator.person('Bo Lindqvist').adds('Plans/a.txt')
  world.simulator.person('Bo Lindqvist').adds('Plans/b.txt')
  await world.clock.advance({ hours: 3 })
  world.start()
  await world.clock.advance({ minutes: 1 })
  expect(world.told.at(-1)).toBe('2 changes while you were away')
  expect(rows(world).filter(({ verdict }) => verdict === 'before-followed')).toHaveLength(2)
})

test('of what kind it was is said where Microsoft says so', async () => {
  const work: typeof aWeek = async (world, ada, where) => {
    ada.renames('Plans/roadmap.docx', 'way.docx', where)
    ada.edits('Plans/budget.xlsx', where)
    await world.clock.advance({ hours: 1 })
  }
  await using world = await followed(work, { activities: 'actions' })
  expect(
    said(world)
      .filter((each) => each.startsWith('Ada'))
      .toSorted(),
  ).toEqual(['Ada Okafor edited budget.xlsx', 'Ada Okafor renamed roadmap.docx to way.docx'])
  expect(world.told).toEqual([])
})

test.each([
  ['a time the feed does not know', { status: 400, code: 'invalidRequest' }],
  ['trouble', { status: 500 }],
])('the index finds it after %s', async (_, fault) => {
  const work: typeof aWeek = async (world, ada, where) => {
    await aWeek(world, ada, where)
    world.simulator.fails(/token=20\d\d-/, fault)
  }
  await using world = await followed(work)
  expect(said(world)).toEqual(['Ada Okafor added new.txt', 'Ada Okafor changed budget.xlsx'])
})

test('fifty at most, the newest ones', async () => {
  const work: typeof aWeek = async (world, ada, where) => {
    for (let n = 0; n < 60; n++) {
      ada.adds(`Plans/${n}.txt`, where)
      await world.clock.advance({ minutes: 1 })
    }
  }
  for (const name of ['Grace Kimani', 'Sam Whitlock']) {
    await using world = await followed(work, { name })
    expect(rows(world)).toHaveLength(50)
    expect(said(world)[0]).toBe('Ada Okafor added 59.txt')
  }
})
