import { expect, test } from 'vitest'
import { mutableOf } from '../../../main/rules/mute-match.ts'
import { Mutes } from '../../../main/rules/mutes.ts'
import type { Mute, Mutable } from '../../../preload/contract/rules.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { aChange } from '../history/a-change.ts'

const drive = (subscriptionId: string): Mutable => ({ kind: 'subscription', subscriptionId })

function open(kept: { value: readonly Mute[] } = { value: [] }, clock = new VirtualClock()) {
  const read = () => kept.value
  const write = (mutes: Mute[]) => void (kept.value = mutes)
  return { kept, clock, mutes: new Mutes({ kept: { read, write }, clock }) }
}

test('a mute ends by the wall clock, by itself', async () => {
  const { mutes, clock, kept } = open()
  mutes.mute(drive('s'), 'an-hour')
  await clock.advance({ minutes: 59 })
  expect(mutes.all).toHaveLength(1)
  await clock.advance({ minutes: 1 })
  expect(mutes.all).toEqual([])
  expect(kept.value).toEqual([])
})

test('it is kept over a restart, and is over if its time went by meanwhile', async () => {
  const { kept, clock, mutes } = open()
  mutes.mute(drive('s'), 'an-hour')
  mutes.mute(drive('t'), 'tomorrow')
  mutes[Symbol.dispose]()
  await clock.advance({ minutes: 61 })
  const again = open(kept, clock).mutes
  expect(again.all.map(({ what }) => what)).toEqual([drive('t')])
  expect(new Date(again.all[0]?.until ?? 0).getHours()).toBe(8)
})

test('muted until it is unmuted, it does not end by itself', async () => {
  const { mutes, clock, kept } = open()
  const id = mutes.mute(drive('s'), 'until-unmuted')
  mutes.mute(drive('t'), 'an-hour')
  await clock.advance({ hours: 24 * 400 })
  expect(mutes.all).toEqual([{ id, what: drive('s'), until: null }])
  mutes[Symbol.dispose]()
  expect(open(kept, clock).mutes.all).toHaveLength(1)
})

test('it is unmuted by its id, once', () => {
  const { mutes } = open()
  const id = mutes.mute(drive('s'), 'an-hour')
  expect(mutes.unmute('another')).toBe(false)
  expect(mutes.unmute(id)).toBe(true)
  expect(mutes.unmute(id)).toBe(false)
  expect(mutes.all).toEqual([])
})

test('a subscription that goes takes along what it has muted', () => {
  const { mutes, kept } = open()
  const file = { kind: 'file', subscriptionId: 's', itemId: 'x', name: 'secret.docx' } as const
  const ada = { kind: 'someone', someone: { kind: 'person', id: 'ada', name: 'Ada' } } as const
  for (const what of [drive('s'), file, drive('t'), ada]) mutes.mute(what, 'an-hour')
  mutes.forget('s')
  expect(kept.value.map(({ what }) => what)).toEqual([drive('t'), ada])
})

test('the same thing is muted once, and only so many things', () => {
  const { mutes } = open()
  const ada = (name: string) =>
    ({ kind: 'someone', someone: { kind: 'person', id: 'ada', name } }) satisfies Mutable
  mutes.mute(ada('Ada Okafor'), 'an-hour')
  const id = mutes.mute(ada('Ada O.'), 'tomorrow')
  expect(mutes.all.map((each) => each.id)).toEqual([id])
  for (let index = 0; index < 210; index++) mutes.mute(drive(`s${index}`), 'an-hour')
  expect(mutes.all).toHaveLength(200)
  expect(mutes.all.some((each) => each.id === id)).toBe(true)
})

test('what a change may be muted by', () => {
  const change = aChange({ itemId: 'x', place: ['Finance', 'Plans'], folders: ['plans', 'finance', 'root'] })
  const subscriptionId = 's'
  expect(mutableOf(change, 'person')).toEqual({
    kind: 'someone',
    someone: { kind: 'person', id: 'ada', name: 'Ada Okafor' },
  })
  expect(mutableOf(change, 'folder')).toEqual({
    kind: 'folder',
    subscriptionId,
    itemId: 'plans',
    name: 'Plans',
  })
  expect(mutableOf(change, 'file')).toMatchObject({ kind: 'file', itemId: 'x', name: 'budget.xlsx' })
  expect(mutableOf(change, 'subscription')).toEqual({ kind: 'subscription', subscriptionId: 's' })
  const bare = aChange({ who: null, kind: 'deleted', place: [], folders: ['root'] })
  expect(mutableOf(bare, 'person')).toBeNull()
  expect(mutableOf(bare, 'folder')).toBeNull()
  const nameless = aChange({ who: null, kind: 'edited' })
  expect(mutableOf(nameless, 'person')).toEqual({ kind: 'someone', someone: { kind: 'guests' } })
})
