import { expect, test } from 'vitest'
import { graphError, type GraphFailure } from '../../../main/graph/graph-error.ts'
import { isBlocked, troubleAfter, waitMs, type Cause, type Trouble } from '../../../main/link/trouble.ts'
import { minutes, now, seconds } from './links.ts'

const unopened = (status: number | null = null): Cause => ({
  kind: 'unopened',
  loss: { reason: 'websocket error', status },
})
const cut: Cause = { kind: 'lost', loss: { reason: 'transport close', status: null } }
const graph = (failure: GraphFailure): Cause => ({ kind: 'graph', error: graphError(failure) })
const offline = graph({ kind: 'offline' })

function after(...causes: readonly [Cause, ...Cause[]]): Trouble {
  const [first, ...rest] = causes
  return rest.reduce((trouble, cause) => troubleAfter(trouble, cause, now), troubleAfter(null, first, now))
}

test.each<[string, readonly [Cause, ...Cause[]], boolean]>([
  ['twice in a row may be chance', [unopened(), unopened()], false],
  ['three times in a row', [unopened(), unopened(), unopened()], true],
  ['a proxy that answers by itself', [unopened(403), unopened(407), unopened(502)], true],
  ['a link that was open in between', [unopened(), unopened(), cut, unopened()], false],
  ['Graph not reached in between: the network is away', [unopened(), unopened(), offline, unopened()], false],
  ['the push service is busy', [unopened(503), unopened(503), unopened(503)], false],
  ['the push service wants another endpoint', [unopened(401), unopened(401), unopened(401)], false],
  ['the push service throttles in between', [unopened(), unopened(), unopened(429), unopened()], false],
  ['only lost', [cut, cut, cut, cut], false],
])('websockets are blocked after three that did not open: %s', (_name, causes, blocked) => {
  expect(isBlocked(after(...causes))).toBe(blocked)
})

test.each<[string, number, number]>([
  ['as after any other failure', 2, seconds(2)],
  ['then slowly', 3, minutes(1)],
  ['and more slowly', 5, minutes(4)],
  ['but four times an hour', 40, minutes(15)],
])('a blocked network is tried %s', (_name, failures, wantedMs) => {
  const causes = Array.from({ length: failures - 1 }, () => unopened())
  expect(waitMs(after(unopened(), ...causes), 0.5)).toBe(wantedMs)
})

test('since when it lasts is remembered while the manner of it stays the same', () => {
  const first = troubleAfter(null, unopened(), now)
  const second = troubleAfter(first, cut, now + seconds(5))
  expect(second).toMatchObject({ attempt: 1, since: now, unopened: 0 })
  expect(troubleAfter(second, graph({ kind: 'locked' }), now + minutes(1))).toMatchObject({
    attempt: 0,
    since: now + minutes(1),
  })
})
