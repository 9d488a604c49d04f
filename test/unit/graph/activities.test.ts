import { expect, test } from 'vitest'
import { parseActivity } from '../../../main/graph/activities.ts'

const actor = { user: { id: 'bo', displayName: 'Bo Lindqvist' } }
const bo = { kind: 'user', id: 'bo', name: 'Bo Lindqvist', email: null }
const times = { recordedDateTime: '2026-11-19T09:00:00Z' }
const at = Date.parse(times.recordedDateTime)
const nothing = { itemId: null, name: null, recipients: [] }

test.each([
  [
    { action: { delete: { name: 'one.txt', objectType: 'File' } }, actor, times },
    { ...nothing, who: bo, at, did: 'delete', name: 'one.txt' },
  ],
  [
    { action: { move: { from: 'a', to: 'b' } }, actor, times, driveItem: { id: 'i' } },
    { ...nothing, who: bo, at, did: 'move', itemId: 'i' },
  ],
  [
    { action: { share: { recipients: [{ user: { displayName: 'Layla Haddad' } }, {}, 7] } }, actor, times },
    { ...nothing, who: bo, at, did: 'share', recipients: ['Layla Haddad'] },
  ],
  [
    { action: { share: { recipients: 'all' } }, actor, times },
    { ...nothing, who: bo, at, did: 'share' },
  ],
  [
    { activityDateTime: times.recordedDateTime, actor },
    { ...nothing, who: bo, at, did: 'unsaid' },
  ],
  [{ activityDateTime: times.recordedDateTime, actor, access: {} }, null],
  [{ action: { comment: {} }, actor, times }, null],
  [
    { action: { delete: {} }, actor: {}, times },
    { ...nothing, who: null, at, did: 'delete' },
  ],
  [{ action: { delete: {} }, actor, times: { recordedDateTime: '0001-01-01T00:00:00Z' } }, null],
  [null, null],
  ['x', null],
])('%j', (value, expected) => {
  expect(parseActivity(value)).toEqual(expected)
})
