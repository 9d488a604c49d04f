import { describe, expect, test } from 'vitest'
import {
  isRefused,
  isSpent,
  pageLimitMs,
  patienceAfter,
  type Patience,
} from '../../../main/drive/patience.ts'
import { graphError, type GraphFailure } from '../../../main/graph/graph-error.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const now = 5_000_000

type Cause = GraphFailure['kind'] | 'not whole' | 'ended' | 'diskFull' | 'broken'

function error(cause: Cause) {
  if (cause === 'throttled') return graphError({ kind: cause, retryAfterMs: 7 })
  if (cause === 'resync-required') return graphError({ kind: cause, restartUrl: null })
  if (cause === 'not whole') return graphError({ kind: 'malformed' }, { code: 'notWhole' })
  return cause === 'ended' || cause === 'diskFull' || cause === 'broken'
    ? graphError({ kind: 'unexpected' }, { code: cause })
    : graphError({ kind: cause })
}

/** Failures a minute apart. */
const after = (...causes: readonly Cause[]): Patience | null =>
  causes.reduce<Patience | null>(
    (patience, cause, index) => patienceAfter(patience, error(cause), now + index * minute),
    null,
  )

test.each<[readonly Cause[], string | null]>([
  [['forbidden'], 'refused 1'],
  [['not-found', 'forbidden', 'unexpected', 'malformed', 'not-supported'], 'refused 5'],
  [['not whole', 'not whole', 'not whole'], 'refused 3'],
  [['server', 'timeout', 'server'], 'broken 3'],
  [['not-found', 'server'], 'broken 1'],
  [['not-found', 'offline', 'not-found'], 'refused 2'],
  [['not-found', 'throttled', 'signed-out', 'locked', 'not-found'], 'refused 2'],
  [['offline'], null],
  [['throttled', 'throttled', 'throttled'], null],
  [['signed-out', 'locked', 'resync-required'], null],
  [['ended', 'diskFull', 'broken'], null],
])('%j', (causes, wanted) => {
  const patience = after(...causes)
  expect(patience && `${patience.manner} ${String(patience.failures)}`).toBe(wanted)
})

describe('a place is given up', () => {
  test.each<[string, Patience, number, number, boolean]>([
    ['not after two refusals', { manner: 'refused', failures: 2, since: now - hour }, 0, now, false],
    ['after three', { manner: 'refused', failures: 3, since: now - 6_000 }, 0, now, true],
    [
      'of which the next has to last an hour',
      { manner: 'refused', failures: 9, since: now - hour + 1 },
      1,
      now,
      false,
    ],
    ['and does', { manner: 'refused', failures: 9, since: now - hour }, 1, now, true],
    ['then two', { manner: 'refused', failures: 9, since: now - 2 * hour + 1 }, 2, now, false],
    ['but a day at most', { manner: 'refused', failures: 99, since: now - day }, 40, now, true],
    [
      'not while Microsoft has trouble for minutes',
      { manner: 'broken', failures: 20, since: now - hour + 1 },
      0,
      now,
      false,
    ],
    ['but for an hour', { manner: 'broken', failures: 20, since: now - hour }, 0, now, true],
    ['the next time for two', { manner: 'broken', failures: 20, since: now - 2 * hour + 1 }, 1, now, false],
    [
      'and not after an hour with two failures',
      { manner: 'broken', failures: 2, since: now - hour },
      0,
      now,
      false,
    ],
    ['a day at most', { manner: 'broken', failures: 99, since: now - day }, 40, now, true],
  ])('%s', (_name, patience, givenUp, at, wanted) => {
    expect(isSpent(patience, givenUp, at)).toBe(wanted)
  })

  test.each<[Patience, boolean]>([
    [{ manner: 'refused', failures: 2, since: 0 }, false],
    [{ manner: 'refused', failures: 3, since: 0 }, true],
    [{ manner: 'broken', failures: 3, since: 0 }, false],
  ])('%j is refused: %s', (patience, wanted) => expect(isRefused(patience)).toBe(wanted))
})

test.each<[string, number, number, Cause | null, number]>([
  ['took too long', 30, 30, 'timeout', 60],
  ['took too long again', 60, 60, 'timeout', 120],
  ['took longer than anything may', 120, 120, 'timeout', 120],
  ['came, slowly', 60, 40, null, 60],
  ['came at once', 120, 1, null, 30],
  ['failed otherwise', 60, 1, 'server', 60],
])('after a page that %s, the next may take as long as it should', (_, before, took, cause, wanted) => {
  const read = { tookMs: took * 1_000, error: cause && error(cause) }
  expect(pageLimitMs(before * 1_000, read)).toBe(wanted * 1_000)
})
