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
const fault = { sentence: 'Sign in again', page: 'accounts' } as const

test.each<[Partial<Overview>, string, string]>([
  [{}, '10 of 10 live', 'Heard 8 s ago'],
  [{ lastHeardAt: null }, '10 of 10 live', 'Heard nothing yet'],
  [{ kind: 'attention', live: 5, polling: 1, needsYou: [fault, fault] }, '5 of 10 live', '2 need you'],
  [{ kind: 'attention', needsYou: [fault] }, '10 of 10 live', '1 needs you'],
  [{ kind: 'polling', live: 9, polling: 1 }, '9 of 10 live', '1 polling'],
  [{ kind: 'reconnecting', live: 9 }, '9 of 10 live', 'Reconnecting'],
  [{ kind: 'catching-up' }, '10 of 10 live', 'Catching up'],
  [{ kind: 'offline', live: 0 }, 'Offline', 'Catches up by itself'],
  [{ kind: 'paused', live: 0 }, 'Paused', 'Catches up when it resumes'],
  [{ kind: 'paused', pausedUntil: now + 60_000 }, 'Paused until 10:44', 'Catches up when it resumes'],
  [{ kind: 'live', pausedUntil: now + 60_000 }, '10 of 10 live', 'Heard 8 s ago'],
  [{ kind: 'nothing-followed', total: 0, live: 0 }, 'Nothing followed', 'No drive is heard'],
])('the status card of %o', (change, first, second) => {
  expect(overviewWords({ ...overview, ...change }, now, englishIn('UTC'))).toEqual({ first, second })
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
