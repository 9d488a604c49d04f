import { expect, test } from 'vitest'
import { acts } from '../../../build/demo-story.ts'
import { noFilter } from '../../../preload/contract/activity.ts'
import { World } from '../../story/world.ts'

test('the story of the demo has every kind of change, and can be played again', async () => {
  await using world = await World.open()
  await world.clock.advance({ minutes: 1 })
  for (const round of [1, 2])
    for (const { act } of acts(round)) {
      act(world.simulator)
      await world.clock.advance({ seconds: 15 })
    }
  const kept = [...world.engine.history.rows(noFilter)]
  expect([...new Set(kept.map(({ kind }) => kind))].sort()).toEqual([
    'added',
    'deleted',
    'edited',
    'malware',
    'moved',
    'renamed',
    'shared',
  ])
  expect(new Set(kept.map(({ who }) => who?.name)).size).toBeGreaterThanOrEqual(5)
  expect(world.told.filter((title) => /Lighthouse/.test(title)).length).toBeGreaterThan(0)
  expect(world.told.some((title) => /malware/.test(title))).toBe(true)
  expect(acts().some(({ tries }) => tries !== undefined)).toBe(true)
})
