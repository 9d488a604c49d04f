import { expect, test } from 'vitest'
import { overviewOf } from '../../../main/subscriptions/overview.ts'
import type { Pause } from '../../../main/settings/schema.ts'
import { defaultRules } from '../../../preload/contract/rules.ts'
import type { AccountView, DriveStatus, SubscriptionView } from '../../../preload/contract/state.ts'

const grace: AccountView = {
  id: 'a',
  name: 'Grace Kimani',
  username: 'grace@lindenhof.example',
  type: 'work',
  cloud: 'global',
  scopes: [],
  drives: 1,
  state: { kind: 'signed-in' },
}
const signedOut: AccountView = {
  ...grace,
  state: { kind: 'signed-out', why: { key: 'account.signed-out.ran-out', values: { drives: 1 } } },
}

const hearings = {
  live: { kind: 'live', since: 1, lastHeardAt: 9, lastCheckedAt: 9 },
  'catching-up': { kind: 'catching-up', since: null },
  polling: { kind: 'polling', everyMs: 120_000, cause: { key: 'cause.not-supported' }, asksAgainAt: 1 },
  reconnecting: { kind: 'reconnecting', at: 1, cause: { key: 'cause.cut' } },
  paused: { kind: 'paused', until: null },
  'no-access': { kind: 'no-access', since: 1, cause: { key: 'cause.no-access' } },
  gone: { kind: 'gone', since: 1 },
  'signed-out': { kind: 'signed-out' },
  offline: { kind: 'offline', since: 3 },
} satisfies Record<DriveStatus['kind'], DriveStatus>

const drive = (kind: DriveStatus['kind'], n: number): SubscriptionView => ({
  id: `s${n}`,
  accountId: 'a',
  target: { kind: 'own-drive', driveId: 'd' },
  icon: 'own',
  scope: { kind: 'everything' },
  rules: defaultRules,
  rulesInWords: null,
  name: `Drive ${n}`,
  place: 'My OneDrive',
  status: hearings[kind],
  learning: null,
  unseen: 0,
})

const overview = (
  accounts: AccountView[],
  kinds: DriveStatus['kind'][],
  everythingPaused: Pause | null = null,
) =>
  overviewOf({
    accounts,
    subscriptions: kinds.map(drive),
    everythingPaused,
    unreachable: 0,
    goneSeen: new Set(),
  })

test.each([
  { kinds: ['live', 'live'], expected: 'live' },
  { kinds: ['live', 'reconnecting'], expected: 'reconnecting' },
  { kinds: ['reconnecting', 'polling'], expected: 'polling' },
  { kinds: ['polling', 'catching-up'], expected: 'catching-up' },
  { kinds: ['live', 'paused'], expected: 'live' },
  { kinds: ['paused', 'paused'], expected: 'paused' },
  { kinds: ['offline', 'paused'], expected: 'offline' },
  { kinds: ['offline', 'no-access'], expected: 'attention' },
  { kinds: ['live', 'gone'], expected: 'attention' },
  { kinds: [], expected: 'nothing-followed' },
] as { kinds: DriveStatus['kind'][]; expected: string }[])('$kinds is $expected', ({ kinds, expected }) => {
  expect(overview([grace], kinds).kind).toBe(expected)
})

test('nobody signed in goes before everything', () => {
  expect(overview([], ['live']).kind).toBe('no-account')
})

test('ten drives behind one lost sign-in are one thing to fix', () => {
  const { kind, needsYou } = overview([signedOut], Array<'signed-out'>(10).fill('signed-out'))
  expect(kind).toBe('attention')
  expect(needsYou).toEqual([
    { what: { key: 'needs.sign-in', values: { username: 'grace@lindenhof.example' } }, page: 'accounts' },
  ])
})

test('catching up counts as live, and the latest word is the freshest of all', () => {
  expect(overview([grace], ['live', 'catching-up', 'polling'])).toMatchObject({
    total: 3,
    live: 2,
    polling: 1,
    lastHeardAt: 9,
    catchingUp: ['Drive 1'],
  })
})

test('says until when everything is paused', () => {
  expect(overview([grace], ['live'], { until: 7 }).pausedUntil).toBe(7)
  expect(overview([grace], ['live'], { until: null }).pausedUntil).toBeNull()
  expect(overview([grace], ['live', 'paused']).pausedUntil).toBeNull()
  const drives = [7, null, 9].map((until, n) => ({
    ...drive('paused', n),
    status: { kind: 'paused', until } as const,
  }))
  expect(
    overviewOf({
      accounts: [grace],
      subscriptions: drives,
      everythingPaused: null,
      unreachable: 0,
      goneSeen: new Set(),
    }).pausedUntil,
  ).toBe(7)
})

test('what is gone needs nobody once that is seen', () => {
  const subscriptions = [drive('live', 1), drive('gone', 2), drive('gone', 3)]
  const seen = (...goneSeen: string[]) =>
    overviewOf({
      accounts: [grace],
      subscriptions,
      everythingPaused: null,
      unreachable: 0,
      goneSeen: new Set(goneSeen),
    })
  expect(seen('s2')).toMatchObject({
    kind: 'attention',
    needsYou: [{ what: { key: 'needs.gone', values: { name: 'Drive 3' } } }],
  })
  expect(seen('s2', 's3')).toMatchObject({ kind: 'live', needsYou: [] })
})

test.each<[string, SubscriptionView['status']['kind'], number, string[]]>([
  ['webhooks that cannot deliver need somebody', 'live', 2, ['needs.webhooks']],
  ['without a network nobody can mend that', 'offline', 2, []],
  ['all is well', 'live', 0, []],
])('%s', (_, kind, unreachable, needed) => {
  const { needsYou } = overviewOf({
    accounts: [grace],
    subscriptions: [drive(kind, 1)],
    everythingPaused: null,
    unreachable,
    goneSeen: new Set(),
  })
  expect(needsYou.map(({ what }) => what.key)).toEqual(needed)
})
