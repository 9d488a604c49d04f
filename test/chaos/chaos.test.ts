import { expect, test } from 'vitest'
import { noFilter } from '../../preload/contract/activity.ts'
import { World } from '../story/world.ts'
import { english } from '../words.ts'
import { judge } from './judge.ts'
import { judgeList } from './judge-list.ts'
import { live } from './life.ts'
import { planOf } from './plan.ts'

// Days in which everything goes wrong: `npm run chaos` has many more of them, and shrinks what fails.

test.each([1, 2, 3, 4, 5, 6])('seed %i: nothing is lost, told twice or invented', async (seed) => {
  const { changes, lost, twice, invented } = await live(planOf(seed, 60))
  expect(changes).toBeGreaterThan(30)
  expect({ lost, twice, invented }).toEqual({ lost: [], twice: [], invented: [] })
})

test('the judge sees what is lost, invented, and by the wrong person', async () => {
  await using world = await World.open()
  await world.clock.advance({ minutes: 5 })
  const drive = world.simulator.driveOf()
  const watched = {
    drive,
    isList: false,
    subscriptionId: world.engine.subscriptions.views(new Map(), english)[0]?.id ?? '',
    from: drive.acts.length,
    items: new Map(drive.items),
  }
  const ada = world.simulator.person('Ada Okafor')
  ada.edits('Plans/budget.xlsx')
  ada.renames('Plans/roadmap.docx', 'way.docx')
  ada.deletes('read me.md')
  await world.clock.advance({ minutes: 1 })
  const rows = [...world.engine.history.rows(noFilter)]
  const written = new Map(rows.map(({ id }) => [Number(id), drive.acts.length]))
  const found = (told: typeof rows) => judge(watched, told, written)
  expect(rows).toHaveLength(3)
  expect(found(rows)).toEqual({ lost: [], invented: [] })
  for (const row of rows) {
    expect(found(rows.filter((each) => each !== row)).lost).toHaveLength(1)
    expect(found([...rows, row]).invented).toHaveLength(1)
    expect(found([...rows.filter((each) => each !== row), { ...row, verdict: null }]).lost).toHaveLength(1)
  }
  const bo = { kind: 'user', id: 'bo', name: 'Bo Lindqvist', email: null } as const
  const byBo = rows.map((row) => (row.kind === 'edited' ? { ...row, who: bo } : row))
  expect(found(byBo).invented).toEqual([expect.stringContaining('the wrong person')])
})

test('so does the judge of lists', async () => {
  await using world = World.empty()
  const { id } = world.people.comes('Grace Kimani', ['Files.Read.All', 'Sites.Read.All'])
  world.start()
  const { content: drive, site, id: listId } = world.simulator.list('Harbour', 'Risks')
  const target = { kind: 'site-list', siteId: site.id, listId } as const
  await world.engine.subscriptions.follow(id, target, { kind: 'everything' })
  await world.clock.advance({ minutes: 5 })
  await world.forgetBefore()
  const followed = world.engine.subscriptions.views(new Map(), english)
  const subscriptionId = followed.find((each) => each.target.kind === 'site-list')?.id ?? ''
  const watched = {
    drive,
    isList: true,
    subscriptionId,
    from: drive.acts.length,
    items: new Map(drive.items),
  }
  const ada = world.simulator.person('Ada Okafor')
  ada.adds('Ice', { in: drive })
  ada.renames('Late steel', 'Later steel', { in: drive })
  ada.deletes('Storm in autumn', { in: drive })
  await world.clock.advance({ minutes: 1 })
  const rows = [...world.engine.history.rows(noFilter)]
  const found = (told: typeof rows) => judgeList(watched, told)
  expect(rows.map(({ kind }) => kind).sort()).toEqual(['added', 'deleted', 'edited'])
  expect(found(rows)).toEqual({ lost: [], invented: [] })
  for (const row of rows) {
    const others = rows.filter((each) => each !== row)
    expect(found(others).lost).toHaveLength(1)
    expect(found([...rows, row]).invented).toHaveLength(1)
    expect(found([...others, { ...row, verdict: null }]).lost).toHaveLength(1)
  }
  const old = rows.map((row) => (row.kind === 'edited' ? { ...row, name: 'Late steel' } : row))
  expect(found(old).lost).toEqual([expect.stringContaining('edit lost, still Late steel')])
  const bo = { kind: 'user', id: 'bo', name: 'Bo Lindqvist', email: null } as const
  const byBo = rows.map((row) => (row.kind === 'edited' ? { ...row, who: bo } : row))
  expect(found(byBo).invented).toEqual([expect.stringContaining('the wrong person')])
})
