import { expect, test } from 'vitest'
import type { SyncState } from '../../../main/drive/sync-state.ts'
import { graphError, type GraphFailure } from '../../../main/graph/graph-error.ts'
import type { LinkCause, Trouble } from '../../../main/link/trouble.ts'
import { driveStatusOf, type DriveFacts } from '../../../main/subscriptions/drive-status.ts'
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
const well: DriveFacts = {
  signedOut: false,
  onlyFolder: null,
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
const said = (facts: Partial<DriveFacts>): DriveStatus => driveStatusOf({ ...well, ...facts })
const inWords = (status: DriveStatus): string =>
  [status.kind, 'cause' in status ? status.cause.key.replace('cause.', '') : null].filter(Boolean).join(': ')

const until = now + seconds(30)
const waitingFor = (cause: LinkCause, inRow: Partial<Trouble> = {}): DriveFacts['link'] => ({
  kind: 'waiting',
  trouble: { cause, attempt: 0, since: now, unopened: 0, refused: 0, isRead: false, ...inRow },
  until,
  again: null,
})
const after = (failure: GraphFailure): LinkCause => ({ kind: 'graph', error: graphError(failure) })
const loss = (status: number | null) => ({ reason: 'transport error', status, opened: false })
const failing = (failure: GraphFailure): SyncState => ({
  ...sync,
  error: graphError(failure),
  triesAgainAt: until,
})
const unread: SyncState = { ...sync, lastCheckedAt: null }

test.each<[string, Partial<DriveFacts>, string]>([
  ['all is well', {}, 'live'],
  ['a renewal beside the link is nobody’s business', { link: renewing(asking) }, 'live'],
  ['what was missed is read', { catchingUp: true }, 'catching-up'],
  ['the first question', { link: asking }, 'catching-up'],
  ['the first connection', { link: connecting }, 'catching-up'],
  ['before it starts', { link: { kind: 'stopped' } }, 'catching-up'],
  ['no sign-in goes before everything', { signedOut: true, link: noAccess }, 'signed-out'],
  ['three refusals', { link: noAccess }, 'no-access: no-access'],
  [
    'found no more',
    { link: { kind: 'gone', trouble: trouble({ kind: 'not-found' }, 2), until: now } },
    'gone',
  ],
])('the link: %s', (_name, facts, wanted) => expect(inWords(said(facts))).toBe(wanted))

test.each<[string, Partial<DriveFacts>, string]>([
  ['no network', { link: waitingFor(after({ kind: 'offline' })), hasNetwork: false }, 'offline'],
  ['Microsoft away', { link: waitingFor(after({ kind: 'offline' })) }, 'reconnecting: offline'],
  ['cut', { link: waitingFor({ kind: 'lost', loss: loss(null) }) }, 'reconnecting: cut'],
  [
    'the push service says no',
    { link: waitingFor({ kind: 'lost', loss: loss(503) }) },
    'reconnecting: refused',
  ],
  [
    'not let in',
    { link: waitingFor({ kind: 'refused', message: 'Invalid namespace' }) },
    'reconnecting: refused',
  ],
  [
    'no push here, read by asking',
    { link: waitingFor(after({ kind: 'not-supported' })) },
    'polling: not-supported',
  ],
  [
    'no push here, and not read yet',
    { link: waitingFor(after({ kind: 'not-supported' })), sync: unread },
    'reconnecting: not-supported',
  ],
  [
    'websockets blocked, read by asking',
    { link: waitingFor({ kind: 'unopened', loss: loss(null) }, { unopened: 3 }) },
    'polling: blocked',
  ],
  [
    'two that did not open may be chance',
    { link: waitingFor({ kind: 'unopened', loss: loss(null) }, { unopened: 2 }) },
    'reconnecting: cut',
  ],
  [
    'turned away three times, read by asking',
    { link: waitingFor({ kind: 'refused', message: 'another version' }, { refused: 3 }) },
    'polling: refused',
  ],
  [
    'no endpoint is given out for a drive that can be read',
    { link: waitingFor(after({ kind: 'forbidden' }), { isRead: true }) },
    'polling: not-supported',
  ],
  [
    'nor for one that is not found and read all the same',
    { link: waitingFor(after({ kind: 'not-found' }), { isRead: true }) },
    'polling: not-supported',
  ],
  [
    'no room through the proxy, read by asking',
    { link: waitingFor({ kind: 'crowded' }) },
    'polling: crowded',
  ],
  [
    'a proxy that wants a password',
    { link: waitingFor({ kind: 'unopened', loss: loss(407) }, { unopened: 1 }) },
    'reconnecting: proxy-password',
  ],
  [
    'a proxy that wants a password for websockets alone, read by asking',
    { link: waitingFor({ kind: 'unopened', loss: loss(407) }, { unopened: 3 }) },
    'polling: proxy-password',
  ],
  [
    'a proxy that wants a password for everything',
    {
      link: waitingFor({
        kind: 'graph',
        error: graphError({ kind: 'malformed' }, { code: 'proxyPassword' }),
      }),
    },
    'reconnecting: proxy-password',
  ],
  ['asked again', { link: { kind: 'asking', trouble: trouble({ kind: 'server' }) } }, 'reconnecting: server'],
])('no link: %s', (_name, facts, wanted) => expect(inWords(said(facts))).toBe(wanted))

test.each<[string, GraphFailure, number, string]>([
  ['trouble that may pass is not shown at once', { kind: 'timeout' }, 1, 'live'],
  ['but when it lasts', { kind: 'timeout' }, 2, 'reconnecting: timeout'],
  [
    'who says how long is shown at once',
    { kind: 'throttled', retryAfterMs: 9_000 },
    1,
    'reconnecting: throttled',
  ],
  ['a refusal may pass', { kind: 'forbidden' }, 2, 'reconnecting: forbidden'],
  ['until it is said three times', { kind: 'forbidden' }, 3, 'no-access: no-access'],
  ['so may "not found"', { kind: 'not-found' }, 2, 'reconnecting: not-found'],
  ['until it is said three times', { kind: 'not-found' }, 3, 'gone'],
  ['locked', { kind: 'locked' }, 1, 'reconnecting: locked'],
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
