import { expect, test } from 'vitest'
import type { SyncState } from '../../../main/drive/sync-state.ts'
import { graphError, type GraphFailure } from '../../../main/graph/graph-error.ts'
import type { Cause } from '../../../main/link/trouble.ts'
import { hearingOf, type Facts } from '../../../main/subscriptions/drive-status.ts'
import type { DriveStatus } from '../../../preload/contract/state.ts'
import {
  asking,
  connecting,
  live,
  minutes,
  noAccess,
  now,
  renewing,
  seconds,
  trouble,
} from '../link/links.ts'

const sync: SyncState = {
  phase: 'idle',
  since: null,
  lastCheckedAt: now - minutes(2),
  lastFoundAt: null,
  learning: null,
  error: null,
  triesAgainAt: null,
}
const well: Facts = {
  signedOut: false,
  link: live,
  sync,
  hasNetwork: true,
  lastHeardAt: now - minutes(1),
  catchingUp: false,
  failures: 0,
  since: now - minutes(5),
  pollMs: minutes(3),
  now,
  wall: (moment) => moment,
}
const said = (facts: Partial<Facts>): DriveStatus => hearingOf({ ...well, ...facts })
const inWords = (status: DriveStatus): string =>
  [status.kind, 'cause' in status ? status.cause : null].filter(Boolean).join(': ')

const until = now + seconds(30)
const waitingFor = (cause: Cause, unopened = 0): Facts['link'] => ({
  kind: 'waiting',
  trouble: { cause, attempt: 0, since: now, unopened },
  until,
  again: null,
})
const after = (failure: GraphFailure): Cause => ({ kind: 'graph', error: graphError(failure) })
const loss = (status: number | null) => ({ reason: 'transport error', status })
const failing = (failure: GraphFailure): SyncState => ({
  ...sync,
  error: graphError(failure),
  triesAgainAt: until,
})
const unread: SyncState = { ...sync, lastCheckedAt: null }

test.each<[string, Partial<Facts>, string]>([
  ['all is well', {}, 'live'],
  ['a renewal beside the link is nobody’s business', { link: renewing(asking) }, 'live'],
  ['what was missed is read', { catchingUp: true }, 'catching-up'],
  ['the first question', { link: asking }, 'catching-up'],
  ['the first connection', { link: connecting }, 'catching-up'],
  ['before it starts', { link: { kind: 'stopped' } }, 'catching-up'],
  ['no sign-in goes before everything', { signedOut: true, link: noAccess }, 'signed-out'],
  ['three refusals', { link: noAccess }, 'no-access: Microsoft does not let this account read it.'],
  [
    'found no more',
    { link: { kind: 'gone', trouble: trouble({ kind: 'not-found' }, 2), until: now } },
    'gone',
  ],
])('the link: %s', (_name, facts, wanted) => expect(inWords(said(facts))).toBe(wanted))

test.each<[string, Partial<Facts>, string]>([
  ['no network', { link: waitingFor(after({ kind: 'offline' })), hasNetwork: false }, 'offline'],
  [
    'Microsoft away',
    { link: waitingFor(after({ kind: 'offline' })) },
    'reconnecting: Microsoft cannot be reached',
  ],
  ['cut', { link: waitingFor({ kind: 'lost', loss: loss(null) }) }, 'reconnecting: The connection was cut'],
  [
    'the push service says no',
    { link: waitingFor({ kind: 'lost', loss: loss(503) }) },
    'reconnecting: The push service refused the connection',
  ],
  [
    'not let in',
    { link: waitingFor({ kind: 'refused', message: 'Invalid namespace' }) },
    'reconnecting: The push service refused the connection',
  ],
  [
    'no push here, read by asking',
    { link: waitingFor(after({ kind: 'not-supported' })) },
    'polling: Push refused',
  ],
  [
    'no push here, and not read yet',
    { link: waitingFor(after({ kind: 'not-supported' })), sync: unread },
    'reconnecting: Push refused',
  ],
  [
    'websockets blocked, read by asking',
    { link: waitingFor({ kind: 'unopened', loss: loss(null) }, 3) },
    'polling: Websockets are blocked on this network',
  ],
  [
    'two that did not open may be chance',
    { link: waitingFor({ kind: 'unopened', loss: loss(null) }, 2) },
    'reconnecting: The connection was cut',
  ],
  [
    'asked again',
    { link: { kind: 'asking', trouble: trouble({ kind: 'server' }) } },
    'reconnecting: Microsoft has trouble answering',
  ],
])('no link: %s', (_name, facts, wanted) => expect(inWords(said(facts))).toBe(wanted))

test.each<[string, GraphFailure, number, string]>([
  ['trouble that may pass is not shown at once', { kind: 'timeout' }, 1, 'live'],
  ['but when it lasts', { kind: 'timeout' }, 2, 'reconnecting: Microsoft did not answer in time'],
  [
    'who says how long is shown at once',
    { kind: 'throttled', retryAfterMs: 9_000 },
    1,
    'reconnecting: Microsoft asked to wait',
  ],
  ['a refusal may pass', { kind: 'forbidden' }, 2, 'reconnecting: Access refused'],
  [
    'until it is said three times',
    { kind: 'forbidden' },
    3,
    'no-access: Microsoft does not let this account read it.',
  ],
  ['so may "not found"', { kind: 'not-found' }, 2, 'reconnecting: Microsoft does not find the drive'],
  ['until it is said three times', { kind: 'not-found' }, 3, 'gone'],
  ['locked', { kind: 'locked' }, 1, 'reconnecting: The drive is locked at Microsoft'],
])('live, but it cannot be read: %s', (_name, failure, failures, wanted) => {
  expect(inWords(said({ sync: failing(failure), failures }))).toBe(wanted)
})

test('when it is tried again is told with it', () => {
  expect(said({ link: waitingFor(after({ kind: 'not-supported' })) })).toMatchObject({
    everyMs: minutes(3),
    asksAgainAt: until,
  })
  expect(said({ sync: failing({ kind: 'locked' }), failures: 1 })).toMatchObject({ at: until })
})
