import { describe, expect, test } from 'vitest'
import { isRefused, isSpent, patienceAfter, type Patience } from '../../../main/drive/patience.ts'
import { graphError, type GraphFailure } from '../../../main/graph/graph-error.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const now = 5_000_000

type Cause = GraphFailure['kind'] | '451' | 'not whole' | 'ended' | 'diskFull' | 'broken'

function error(cause: Cause) {
  if (cause === 'throttled') return graphError({ kind: cause, retryAfterMs: 7 })
  if (cause === 'resync-required') return graphError({ kind: cause, restartUrl: null })
  if (cause === '451') return graphError({ kind: 'server' }, { status: 451, code: 'generalException' })
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
  [['forbidden'], '1, refused 1'],
  [['not-found', 'forbidden', 'unexpected', 'malformed', 'not-supported'], '5, refused 5'],
  [['not whole', 'not whole', 'not whole'], '3, refused 3'],
  [['server', 'timeout', 'server'], '3'],
  [['not-found', 'server'], '2'],
  [['server', 'not-found'], '2, refused 1'],
  [['not-found', 'server', 'not-found', 'server', 'not-found'], '5, refused 1'],
  [['not-found', 'offline', 'not-found'], '2, refused 2'],
  [['not-found', 'throttled', 'not-found'], '2, refused 2'],
  [['signed-out', 'locked', 'not-found'], '3, refused 3'],
  [['451', '451'], '2, refused 2'],
  [['offline'], null],
  [['throttled', 'throttled', 'throttled'], null],
  [['resync-required'], null],
  [['ended', 'diskFull', 'broken'], null],
])('%j', (causes, wanted) => {
  const patience = after(...causes)
  const said = patience && [patience.failures, patience.refused && `refused ${patience.refused.times}`]
  expect(said && said.filter(Boolean).join(', ')).toBe(wanted)
})

test('a refusal that lasts is counted from the first of its kind in a row', () => {
  expect(after('server', 'not-found', 'not-found')).toEqual({
    failures: 3,
    since: now,
    refused: { times: 2, since: now + minute },
  })
})

describe('a place is given up', () => {
  const refused = (times: number, since: number): Patience => ({
    failures: times,
    since,
    refused: { times, since },
  })
  const broken = (failures: number, since: number): Patience => ({ failures, since, refused: null })
  test.each<[string, Patience, number, number, boolean]>([
    ['not after two refusals', refused(2, now - hour), 0, now, false],
    ['after three', refused(3, now - 6_000), 0, now, true],
    ['of which the next has to last an hour', refused(9, now - hour + 1), 1, now, false],
    ['and does', refused(9, now - hour), 1, now, true],
    ['then two', refused(9, now - 2 * hour + 1), 2, now, false],
    ['but a day at most', refused(99, now - day), 40, now, true],
    ['not while Microsoft has trouble for minutes', broken(20, now - hour + 1), 0, now, false],
    ['but for an hour', broken(20, now - hour), 0, now, true],
    ['the next time for two', broken(20, now - 2 * hour + 1), 1, now, false],
    ['and not after an hour with two failures', broken(2, now - hour), 0, now, false],
    ['a day at most', broken(99, now - day), 40, now, true],
    [
      'for an hour of both, in turn',
      { failures: 20, since: now - hour, refused: { times: 1, since: now } },
      0,
      now,
      true,
    ],
    [
      'not for two refusals after an hour of trouble that was given up for',
      { failures: 9, since: now - hour, refused: { times: 2, since: now } },
      1,
      now,
      false,
    ],
  ])('%s', (_name, patience, givenUp, at, wanted) => {
    expect(isSpent(patience, givenUp, at)).toBe(wanted)
  })

  test.each<[Patience, boolean]>([
    [refused(2, 0), false],
    [refused(3, 0), true],
    [broken(3, 0), false],
  ])('%j is refused: %s', (patience, wanted) => expect(isRefused(patience)).toBe(wanted))
})
