import { describe, expect, test } from 'vitest'
import { buttonWords } from '../../../main/notices/actions.ts'
import { type MuteAct, mutedNotice } from '../../../main/notices/muted-notice.ts'
import type { Mutable } from '../../../preload/contract/rules.ts'
import { english } from '../../words.ts'

const now = new Date(2026, 10, 19, 9).getTime()
const inAnHour = new Date(2026, 10, 19, 10).getTime()
const tomorrow = new Date(2026, 10, 20, 8).getTime()
const file: Mutable = { kind: 'file', subscriptionId: 's', itemId: 'i', name: 'budget.xlsx' }

const said = (kind: MuteAct['kind'], what: Mutable, until: number | null) =>
  mutedNotice(
    { kind, what, changeId: '1' },
    { id: 'm', what, until },
    { driveName: 'Finance', now, words: english },
  )

describe('what a press on Mute is answered with', () => {
  test.each<[string, MuteAct['kind'], Mutable, number | null, string]>([
    ['an hour', 'mute', file, inAnHour, 'budget.xlsx is muted until 10:00'],
    ['until tomorrow', 'mute-until-tomorrow', file, tomorrow, 'budget.xlsx is muted until tomorrow 08:00'],
    ['for good', 'mute-for-good', file, null, 'budget.xlsx is muted until you turn it back on'],
    ['a folder', 'mute', { ...file, kind: 'folder', name: 'Plans' }, inAnHour, 'Plans is muted until 10:00'],
    [
      'a drive',
      'mute',
      { kind: 'subscription', subscriptionId: 's' },
      inAnHour,
      'Finance is muted until 10:00',
    ],
    ['a file without a name', 'mute', { ...file, name: '' }, inAnHour, 'an item is muted until 10:00'],
    [
      'a person',
      'mute',
      { kind: 'someone', someone: { kind: 'person', id: 'ada', name: 'Ada Okafor' } },
      inAnHour,
      'Ada Okafor is muted until 10:00',
    ],
  ])('%s', (_, kind, what, until, title) => {
    expect(said(kind, what, until)).toMatchObject({ title, urgency: 'low' })
  })

  test.each<[MuteAct['kind'], readonly string[]]>([
    ['mute', ['Until tomorrow', 'Until I turn it back on', 'Unmute']],
    ['mute-until-tomorrow', ['Mute for 1 hour', 'Until I turn it back on', 'Unmute']],
    ['mute-for-good', ['Mute for 1 hour', 'Until tomorrow', 'Unmute']],
  ])('%s offers the other lengths, and the way back', (kind, buttons) => {
    expect(said(kind, file, null).buttons.map((act) => buttonWords(act, english))).toEqual(buttons)
  })

  test('each length replaces the one before', () =>
    expect(said('mute', file, inAnHour).id).toBe(said('mute-for-good', file, null).id))
})
