import { describe, expect, test } from 'vitest'
import type { DriveStatus } from '../../../preload/contract/state.ts'
import { statusTickMs, statusWords, needsSomeone } from '../../../renderer/words/drive-status.ts'
import { englishIn } from '../../words.ts'

const time = englishIn('UTC')
const now = Date.parse('2026-11-19T10:43:00Z')
const live = { kind: 'live', since: now, lastHeardAt: null, lastCheckedAt: null } as const

describe('the two lines of a drive', () => {
  test.each<[DriveStatus, string, string]>([
    [{ ...live, lastHeardAt: now - 42_000 }, 'Connected', 'Last change 42 seconds ago'],
    [{ ...live, lastCheckedAt: now - 120_000 }, 'Connected', 'No changes yet, last checked 2 minutes ago'],
    [live, 'Connected', 'No changes yet'],
    [{ kind: 'catching-up', since: now - 1_140_000 }, 'Catching up', 'Checking what changed since 10:24'],
    [{ kind: 'catching-up', since: null }, 'Catching up', 'Checking what changed'],
    [
      {
        kind: 'polling',
        everyMs: 120_000,
        cause: { key: 'cause.not-supported' },
        asksAgainAt: now + 900_000,
      },
      'Checking every 2 minutes',
      'Microsoft doesn’t offer live updates here. Next try: 10:58',
    ],
    [
      { kind: 'reconnecting', at: now + 5400, cause: { key: 'cause.cut' } },
      'Reconnecting in 6 seconds',
      'The connection was lost',
    ],
    [
      { kind: 'reconnecting', at: now, cause: { key: 'cause.cut' } },
      'Reconnecting',
      'The connection was lost',
    ],
    [{ kind: 'paused', until: null }, 'Paused', 'Catches up when it resumes'],
    [
      { kind: 'paused', until: Date.parse('2026-11-19T14:00:00Z') },
      'Paused until 14:00',
      'Catches up when it resumes',
    ],
    [
      { kind: 'paused', until: Date.parse('2026-11-20T08:00:00Z') },
      'Paused until tomorrow 08:00',
      'Catches up when it resumes',
    ],
    [
      { kind: 'no-access', since: now - 2 * 86_400_000, cause: { key: 'cause.no-access' } },
      'No access',
      'Since Tuesday. This account isn’t allowed to read it.',
    ],
    [
      { kind: 'no-access', since: now, cause: { key: 'cause.no-onedrive' } },
      'No access',
      'Since 10:43. This account doesn’t have a OneDrive.',
    ],
    [
      { kind: 'gone', since: now - 2 * 86_400_000 },
      'Gone',
      'This drive was deleted on 17 November. Its history is kept.',
    ],
    [{ kind: 'signed-out' }, 'Signed out', 'Catches up after you sign in'],
    [{ kind: 'offline', since: now }, 'Offline', 'Catches up when you’re back online'],
  ])('%o', (status, first, second) => {
    expect(statusWords({ status, learning: null }, now, time)).toMatchObject({ first, second })
  })

  test.each([
    [{ done: 41_200, about: 132_000 }, 'Reading names: 41,200 of about 132,000 items', 41_200 / 132_000],
    [{ done: 140_000, about: 132_000 }, 'Reading names: 140,000 of about 140,000 items', 1],
    [{ done: 1, about: null }, 'Reading names: 1 item so far', 'unknown'],
    [{ done: 0, about: 0 }, 'Reading names: 0 of about 0 items', 'unknown'],
  ])('while names are learned: %o', (learning, second, progress) => {
    expect(statusWords({ status: live, learning }, now, time)).toEqual({
      first: 'Connected',
      second,
      progress,
    })
  })

  test('what is not live says so, also while names are learned', () => {
    const words = statusWords(
      { status: { kind: 'paused', until: null }, learning: { done: 1, about: 2 } },
      now,
      time,
    )
    expect(words).toMatchObject({ first: 'Paused', progress: null })
  })
})

test.each<[DriveStatus, number]>([
  [{ kind: 'reconnecting', at: now + 5000, cause: { key: 'cause.no-access' } }, 1000],
  [{ kind: 'reconnecting', at: null, cause: { key: 'cause.no-access' } }, 60_000],
  [{ ...live, lastHeardAt: now - 5000 }, 10_000],
  [{ kind: 'paused', until: null }, 60_000],
])('%o ticks every %i ms', (status, ms) => expect(statusTickMs(status, now)).toBe(ms))

test.each<[DriveStatus, boolean]>([
  [{ kind: 'no-access', since: now, cause: { key: 'cause.no-access' } }, true],
  [{ kind: 'gone', since: now }, true],
  [{ kind: 'signed-out' }, true],
  [{ kind: 'offline', since: now }, false],
  [{ kind: 'reconnecting', at: null, cause: { key: 'cause.no-access' } }, false],
])('%o needs someone: %s', (status, needs) => expect(needsSomeone(status)).toBe(needs))
