import { expect, test } from 'vitest'
import { snoozableOf } from '../../../main/rules/mute-match.ts'
import { Snoozes } from '../../../main/rules/mutes.ts'
import type { Snooze, Snoozable } from '../../../preload/contract/rules.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { aChange } from '../history/a-change.ts'

const drive = (subscriptionId: string): Snoozable => ({ kind: 'subscription', subscriptionId, name: '' })

function open(kept: { value: readonly Snooze[] } = { value: [] }, clock = new VirtualClock()) {
  const read = () => kept.value
  const write = (snoozes: Snooze[]) => void (kept.value = snoozes)
  return { kept, clock, snoozes: new Snoozes({ kept: { read, write }, clock }) }
}

test('a snooze ends by the wall clock, by itself', async () => {
  const { snoozes, clock, kept } = open()
  snoozes.snooze(drive('s'), 'an-hour')
  await clock.advance({ minutes: 59 })
  expect(snoozes.all).toHaveLength(1)
  await clock.advance({ minutes: 1 })
  expect(snoozes.all).toEqual([])
  expect(kept.value).toEqual([])
})

test('it is kept over a restart, and is over if its time went by meanwhile', async () => {
  const { kept, clock, snoozes } = open()
  snoozes.snooze(drive('s'), 'an-hour')
  snoozes.snooze(drive('t'), 'tomorrow')
  snoozes[Symbol.dispose]()
  await clock.advance({ minutes: 61 })
  const again = open(kept, clock).snoozes
  expect(again.all.map(({ what }) => what)).toEqual([drive('t')])
  expect(new Date(again.all[0]?.until ?? 0).getHours()).toBe(8)
})

test('it is woken by its id, once', () => {
  const { snoozes } = open()
  const id = snoozes.snooze(drive('s'), 'an-hour')
  expect(snoozes.wake('another')).toBe(false)
  expect(snoozes.wake(id)).toBe(true)
  expect(snoozes.wake(id)).toBe(false)
  expect(snoozes.all).toEqual([])
})

test('the same thing is snoozed once, and only so many things', () => {
  const { snoozes } = open()
  const ada = (name: string) =>
    ({ kind: 'someone', someone: { kind: 'person', id: 'ada', name } }) satisfies Snoozable
  snoozes.snooze(ada('Ada Okafor'), 'an-hour')
  const id = snoozes.snooze(ada('Ada O.'), 'tomorrow')
  expect(snoozes.all.map((each) => each.id)).toEqual([id])
  for (let index = 0; index < 210; index++) snoozes.snooze(drive(`s${index}`), 'an-hour')
  expect(snoozes.all).toHaveLength(200)
  expect(snoozes.all.some((each) => each.id === id)).toBe(true)
})

test('what a change may be muted by', () => {
  const change = aChange({ itemId: 'x', place: ['Finance', 'Plans'], folders: ['plans', 'finance', 'root'] })
  const subscriptionId = 's'
  expect(snoozableOf(change, 'person')).toEqual({
    kind: 'someone',
    someone: { kind: 'person', id: 'ada', name: 'Ada Okafor' },
  })
  expect(snoozableOf(change, 'folder')).toEqual({
    kind: 'folder',
    subscriptionId,
    itemId: 'plans',
    name: 'Plans',
  })
  expect(snoozableOf(change, 'file')).toMatchObject({ kind: 'file', itemId: 'x', name: 'budget.xlsx' })
  expect(snoozableOf(change, 'subscription')).toMatchObject({ kind: 'subscription', name: 'My files' })
  const bare = aChange({ who: null, kind: 'deleted', place: [], folders: ['root'] })
  expect(snoozableOf(bare, 'person')).toBeNull()
  expect(snoozableOf(bare, 'folder')).toBeNull()
  const nameless = aChange({ who: null, kind: 'edited' })
  expect(snoozableOf(nameless, 'person')).toEqual({ kind: 'someone', someone: { kind: 'guests' } })
})
