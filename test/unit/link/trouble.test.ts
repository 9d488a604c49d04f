import { expect, test } from 'vitest'
import { graphError, type GraphFailure } from '../../../main/graph/graph-error.ts'
import {
  isBlocked,
  isContradicted,
  isTurnedAway,
  mayBeOver,
  believedRefusal,
  troubleAfter,
  waitMs,
  type LinkCause,
  type Trouble,
} from '../../../main/link/trouble.ts'
import { minutes, now, seconds } from './links.ts'

const unopened = (status: number | null = null): LinkCause => ({
  kind: 'unopened',
  loss: { reason: 'websocket error', status, opened: false },
})
const cut: LinkCause = { kind: 'lost', loss: { reason: 'transport close', status: null, opened: true } }
const graph = (failure: GraphFailure): LinkCause => ({ kind: 'graph', error: graphError(failure) })
const refused: LinkCause = { kind: 'refused', message: 'another version' }
const offline = graph({ kind: 'offline' })

function after(...causes: readonly [LinkCause, ...LinkCause[]]): Trouble {
  const [first, ...rest] = causes
  return rest.reduce((trouble, cause) => troubleAfter(trouble, cause, now), troubleAfter(null, first, now))
}

test.each<[string, readonly [LinkCause, ...LinkCause[]], boolean]>([
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

test.each<[string, readonly [LinkCause, ...LinkCause[]], boolean]>([
  ['twice in a row may be chance', [refused, refused], false],
  ['three times in a row', [refused, refused, refused], true],
  ['one that did not open in between', [refused, refused, unopened(), refused], false],
])('the push service turns the link away: %s', (_name, causes, isOver) => {
  const trouble = after(...causes)
  expect(isTurnedAway(trouble)).toBe(isOver)
  expect(isBlocked(trouble)).toBe(false)
  expect(waitMs(trouble, 0.5) >= minutes(1)).toBe(isOver)
})

test.each<[string, LinkCause, 'no-access' | 'gone' | null, 'no-access' | 'gone' | null]>([
  ['no access', graph({ kind: 'forbidden' }), 'no-access', null],
  ['not found', graph({ kind: 'not-found' }), 'gone', null],
  ['anything else', graph({ kind: 'server' }), null, null],
])('%s is believed after three times, but not of a drive that is read', (_name, cause, unread, read) => {
  const thrice = after(cause, cause, cause)
  expect(believedRefusal(thrice)).toBe(unread)
  expect(believedRefusal({ ...thrice, isRead: true })).toBe(read)
  expect(isContradicted({ ...thrice, isRead: true })).toBe(unread !== null)
})

test('a lock that a read contradicts is asked about slowly, not by the hour', () => {
  const locked = after(graph({ kind: 'locked' }))
  expect([isContradicted(locked), waitMs(locked, 0.5)]).toEqual([false, minutes(60)])
  const read = { ...locked, isRead: true }
  expect([isContradicted(read), waitMs(read, 0.5)]).toEqual([true, minutes(1)])
})

test('what a read contradicts is asked for slowly, and remembered over other troubles', () => {
  const forbidden = graph({ kind: 'forbidden' })
  const read = { ...after(forbidden, forbidden, forbidden), isRead: true }
  expect(waitMs(read, 0.5)).toBe(minutes(4))
  expect(troubleAfter(troubleAfter(read, offline, now), forbidden, now).isRead).toBe(true)
})

test.each<[string, LinkCause, boolean]>([
  ['no network', offline, true],
  ['a refusal', graph({ kind: 'forbidden' }), true],
  ['a drive that is not found', graph({ kind: 'not-found' }), true],
  ['a locked drive', graph({ kind: 'locked' }), true],
  ['an answer of somebody else', graph({ kind: 'unexpected' }), true],
  ['what Microsoft asked for', graph({ kind: 'throttled', retryAfterMs: 1 }), false],
])('a wake may have ended %s: %s', (_name, cause, isOver) => expect(mayBeOver(after(cause))).toBe(isOver))

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
