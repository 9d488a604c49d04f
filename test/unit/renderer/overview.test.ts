import { expect, test } from 'vitest'
import type { DriveStatus, Overview } from '../../../preload/contract/state.ts'
import { everythingPaused, overviewWords } from '../../../renderer/words/overview.ts'
import { drive } from '../../window/sample-states.ts'
import { englishIn } from '../../words.ts'

const now = Date.parse('2026-11-19T10:43:00Z')
const overview: Overview = {
  kind: 'live',
  total: 10,
  live: 10,
  polling: 0,
  lastHeardAt: now - 8000,
  offlineSince: null,
  pausedUntil: null,
  needsYou: [],
  catchingUp: [],
}
const checkedEvery = (minutes: number) =>
  drive({
    status: {
      kind: 'polling',
      everyMs: minutes * 60_000,
      cause: { key: 'cause.blocked' },
      asksAgainAt: now,
    },
  })
const subscriptions = [checkedEvery(2), checkedEvery(15), drive({ status: { kind: 'signed-out' } })]
const fault = { what: { key: 'needs.sign-in', values: { username: 'grace' } }, page: 'accounts' } as const

test.each<[Partial<Overview>, string, string]>([
  [{}, '10 of 10 connected', 'Last change 8 seconds ago'],
  [{ lastHeardAt: null }, '10 of 10 connected', 'No changes yet'],
  [
    { kind: 'attention', live: 5, polling: 1, needsYou: [fault, fault] },
    '5 of 10 connected',
    '2 need attention',
  ],
  [{ kind: 'attention', needsYou: [fault] }, '10 of 10 connected', '1 needs attention'],
  [{ kind: 'polling', live: 9, polling: 1 }, '9 of 10 connected', '1 checking every 15 minutes'],
  [{ kind: 'reconnecting', live: 9 }, '9 of 10 connected', 'Reconnecting'],
  [{ kind: 'catching-up' }, '10 of 10 connected', 'Catching up'],
  [{ kind: 'offline', live: 0 }, 'Offline', 'Catches up when you’re back online'],
  [{ kind: 'paused', live: 0 }, 'Paused', 'Catches up when it resumes'],
  [{ kind: 'paused', pausedUntil: now + 60_000 }, 'Paused until 10:44', 'Catches up when it resumes'],
  [{ kind: 'live', pausedUntil: now + 60_000 }, '10 of 10 connected', 'Last change 8 seconds ago'],
  [
    { kind: 'nothing-followed', total: 0, live: 0 },
    'You’re not following anything yet',
    'Follow a drive to see its changes here',
  ],
])('the status card of %o', (change, first, second) => {
  expect(
    overviewWords({ overview: { ...overview, ...change }, subscriptions }, now, englishIn('UTC')),
  ).toEqual({ first, second })
})

test.each<[DriveStatus['kind'][], boolean]>([
  [['paused', 'paused'], true],
  [['paused', 'signed-out'], true],
  [['paused', 'offline'], false],
  [['signed-out'], false],
  [[], false],
])('%s: everything is paused: %s', (kinds, paused) => {
  const hearings: Record<string, DriveStatus> = {
    paused: { kind: 'paused', until: null },
    'signed-out': { kind: 'signed-out' },
    offline: { kind: 'offline', since: now },
  }
  const subscriptions = kinds.map((kind, index) =>
    drive({ id: String(index), status: hearings[kind] ?? { kind: 'paused', until: null } }),
  )
  expect(everythingPaused({ subscriptions })).toBe(paused)
})
