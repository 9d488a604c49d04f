import { expect, test } from 'vitest'
import { noFilter } from '../../preload/contract/activity.ts'
import { reasonOf } from '../../main/activity/reasons.ts'
import { mutableOf } from '../../main/rules/mute-match.ts'
import { allowSimilar } from '../../main/rules/allow-similar.ts'
import { World } from './world.ts'

// Rules and mutes as a person meets them, in virtual time.

const newest = (world: World) => {
  const [change] = world.engine.history.page(noFilter, null, 1).changes
  if (!change) throw new Error('nothing is kept')
  return change
}

test('a rule keeps a change quiet and says so; asked to tell such changes, it tells the next one', async () => {
  await using world = await World.open()
  const ada = world.simulator.person('Ada Okafor')
  world.rule({ patterns: [{ glob: '*.xlsx', not: false }] })
  ada.adds('Plans/offer.docx')
  await world.clock.advance({ seconds: 10 })
  expect(world.told).toEqual([])
  const held = newest(world)
  expect(reasonOf(held, world.engine.rules())).toMatchObject({
    words: 'Rule: only *.xlsx',
    sentence: 'My files includes only what matches *.xlsx. offer.docx doesn’t.',
    canAllowSimilar: true,
  })

  const { id, rules } = world.drive
  world.engine.subscriptions.setRules(id, allowSimilar(held, rules, new Set()))
  ada.adds('Plans/answer.docx')
  await world.clock.advance({ seconds: 10 })
  expect(world.told).toEqual(['Ada Okafor added answer.docx'])
  expect(world.drive.rulesInWords).toBe('only *.xlsx or *.docx')
})

test('a muted person is not told for an hour, also after a restart, and then again', async () => {
  await using world = await World.open()
  const ada = world.simulator.person('Ada Okafor')
  ada.adds('Plans/first.docx')
  await world.clock.advance({ seconds: 10 })
  const what = mutableOf(newest(world), 'person')
  if (!what) throw new Error('nobody to mute')
  const muteId = world.engine.mutes.mute(what, 'an-hour')
  await world.quit()
  world.start()
  await world.clock.advance({ minutes: 2 })
  ada.adds('Plans/second.docx')
  await world.clock.advance({ minutes: 2 })
  expect(newest(world)).toMatchObject({ name: 'second.docx', verdict: 'muted', muteId })
  await world.clock.advance({ hours: 1 })
  expect(world.engine.mutes.all).toEqual([])
  ada.adds('Plans/third.docx')
  await world.clock.advance({ minutes: 2 })
  expect(world.told).toEqual(['Ada Okafor added first.docx', 'Ada Okafor added third.docx'])
})

test('a muted folder is quiet with everything below it, and never unread, until somebody unmutes it', async () => {
  await using world = await World.open()
  const ada = world.simulator.person('Ada Okafor')
  ada.adds('Plans/first.docx')
  await world.clock.advance({ minutes: 2 })
  const what = mutableOf(newest(world), 'folder')
  if (!what) throw new Error('no folder to mute')
  const muteId = world.engine.mutes.mute(what, 'until-unmuted')
  world.engine.history.markAllSeen()
  ada.adds('Plans/Old/deep.docx')
  ada.adds('beside.docx')
  await world.clock.advance({ minutes: 2 })
  expect(world.engine.history.unseen()).toBe(1) // what is muted is never unread
  expect(world.engine.mutes.unmute(muteId)).toBe(true)
  ada.adds('Plans/second.docx')
  await world.clock.advance({ minutes: 2 })
  expect(world.told).toEqual([
    'Ada Okafor added first.docx',
    'Ada Okafor added beside.docx',
    'Ada Okafor added second.docx',
  ])
})

const parts = ['person', 'file', 'folder', 'subscription'] as const
const lengths = [
  ['an-hour', { minutes: 59 }, { minutes: 2 }],
  ['tomorrow', { hours: 8 }, { hours: 24 }],
  ['until-unmuted', { hours: 50 }, null],
] as const

test.each(parts.flatMap((part) => lengths.map((length) => [part, ...length] as const)))(
  'a muted %s is quiet and never unread: %s',
  async (part, length, within, after) => {
    await using world = await World.open()
    const ada = world.simulator.person('Ada Okafor')
    ada.edits('Plans/budget.xlsx')
    await world.clock.advance({ minutes: 2 })
    const what = mutableOf(newest(world), part)
    if (!what) throw new Error('nothing to mute')
    world.engine.history.markAllSeen()
    const muteId = world.engine.mutes.mute(what, length)
    await world.clock.advance(within)
    ada.edits('Plans/budget.xlsx')
    await world.clock.advance({ seconds: 20 })
    expect(newest(world)).toMatchObject({ verdict: 'muted', muteId })
    expect([world.told.length, world.engine.history.unseen()]).toEqual([1, 0])
    if (after) await world.clock.advance(after)
    else world.engine.mutes.unmute(muteId)
    ada.edits('Plans/budget.xlsx')
    await world.clock.advance({ minutes: 1 })
    expect([world.told.length, world.engine.history.unseen()]).toEqual([2, 1])
  },
)
