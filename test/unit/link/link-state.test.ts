import { describe, expect, test } from 'vitest'
import type { LinkEvent } from '../../../main/link/link-event.ts'
import { deadline, step, type Link } from '../../../main/link/link-state.ts'
import * as a from './links.ts'

const roll = 0.5
const { now } = a

const events = {
  start: { kind: 'start' },
  stop: { kind: 'stop' },
  wake: { kind: 'wake' },
  read: { kind: 'read' },
  early: { kind: 'due' },
  late: { kind: 'due' },
  endpoint: a.answered(a.endpoint()),
  offline: a.refusedBy({ kind: 'offline' }),
  forbidden: a.refusedBy({ kind: 'forbidden' }),
  connected: { kind: 'connected' },
  refused: { kind: 'refused', message: 'Invalid namespace' },
  'fresh lost': a.lost('fresh'),
  'serving lost': a.lost('serving'),
} as const satisfies Record<string, LinkEvent>

/** What comes of each event; those not named change nothing at all. */
type Row = Partial<Record<keyof typeof events, string>>

const connectingSince5s = { ...a.connecting, until: now + a.seconds(15) }

const table: readonly (readonly [string, Link, Row])[] = [
  ['stopped', { kind: 'stopped' }, { start: 'asking, ask' }],
  [
    'asking',
    a.asking,
    {
      stop: 'stopped',
      endpoint: 'connecting, connect /zb/callback',
      offline: 'waiting',
      forbidden: 'waiting',
    },
  ],
  [
    'connecting',
    a.connecting,
    {
      stop: 'stopped, hang up fresh',
      late: 'waiting, hang up fresh',
      connected: 'live, adopt, sync',
      refused: 'connecting, hang up fresh, connect /zb',
      'fresh lost': 'waiting, hang up fresh',
    },
  ],
  [
    'connecting since the network was away',
    connectingSince5s,
    {
      stop: 'stopped, hang up fresh',
      wake: 'connecting, hang up fresh, connect /zb/callback',
      late: 'waiting, hang up fresh',
      connected: 'live, adopt, sync',
      refused: 'connecting, hang up fresh, connect /zb',
      'fresh lost': 'waiting, hang up fresh',
    },
  ],
  [
    'waiting',
    a.waiting,
    { start: 'asking, ask', stop: 'stopped', wake: 'asking, ask', read: 'waiting', late: 'asking, ask' },
  ],
  [
    'no-access',
    a.noAccess,
    { start: 'asking, ask', stop: 'stopped', wake: 'asking, ask', read: 'asking, ask', late: 'asking, ask' },
  ],
  [
    'gone',
    { kind: 'gone', trouble: a.trouble({ kind: 'not-found' }, 2), until: now + a.minutes(60) },
    { start: 'asking, ask', stop: 'stopped', wake: 'asking, ask', read: 'asking, ask', late: 'asking, ask' },
  ],
  [
    'live',
    a.live,
    {
      stop: 'stopped, hang up serving',
      wake: 'renewing asking, ask',
      late: 'asking, hang up serving, ask',
      'serving lost': 'waiting, hang up serving',
    },
  ],
  [
    'live since a moment ago',
    { ...a.live, since: now - a.seconds(4) },
    {
      stop: 'stopped, hang up serving',
      late: 'asking, hang up serving, ask',
      'serving lost': 'waiting, hang up serving',
    },
  ],
  [
    'renewing, asking',
    a.renewing(a.asking),
    {
      stop: 'stopped, hang up serving',
      late: 'asking, hang up serving',
      endpoint: 'renewing connecting, connect /zb/callback',
      offline: 'renewing waiting',
      forbidden: 'renewing waiting',
      'serving lost': 'asking, hang up serving',
    },
  ],
  [
    'renewing, connecting',
    a.renewing(a.connecting),
    {
      stop: 'stopped, hang up serving, hang up fresh',
      late: 'waiting, hang up serving, hang up fresh',
      connected: 'live, adopt, sync',
      refused: 'renewing connecting, hang up fresh, connect /zb',
      'fresh lost': 'renewing waiting, hang up fresh',
      'serving lost': 'connecting, hang up serving',
    },
  ],
  [
    'renewing, waiting',
    a.renewing(a.waiting),
    {
      start: 'renewing asking, ask',
      stop: 'stopped, hang up serving',
      wake: 'renewing asking, ask',
      read: 'renewing waiting',
      late: 'asking, hang up serving, ask',
      'serving lost': 'waiting, hang up serving',
    },
  ],
]

const cells = table.flatMap(([state, link, row]) =>
  Object.entries<LinkEvent>(events).map(([name, event]) => {
    const expected = Object.entries(row).find(([named]) => named === name)?.[1] ?? null
    return { state, link, name, event, expected, time: name === 'late' ? now + a.minutes(24 * 60) : now }
  }),
)

test.each(cells.filter(({ expected }) => expected !== null))(
  '$state, $name: $expected',
  ({ link, event, time, expected }) => {
    expect(a.said(step(link, event, time, roll))).toBe(expected)
  },
)

test.each(cells.filter(({ expected }) => expected === null))(
  '$state, $name: nothing',
  ({ link, event, time }) => {
    const [next, effects] = step(link, event, time, roll)
    expect(next).toBe(link)
    expect(effects).toEqual([])
  },
)

function after(link: Link, event: LinkEvent, at = now): Link {
  return step(link, event, at, roll)[0]
}

const opening = (lifeMs: number) => after(a.asking, a.answered(a.endpoint(lifeMs)))

describe('a connection that was lost before it was joined', () => {
  const losing = (opened: boolean): LinkEvent => ({
    kind: 'lost',
    which: 'fresh',
    loss: { reason: 'transport close', status: null, opened },
  })

  test.each([
    ['and never opened: something is in the way', false, { unopened: 1, refused: 0 }],
    ['though it had opened: the push service said no', true, { unopened: 0, refused: 1 }],
  ])('%s', (_, opened, inRow) => {
    expect(after(a.connecting, losing(opened))).toMatchObject({ kind: 'waiting', trouble: inRow })
  })
})

test('without room among the others it waits long, and tries again when there may be some', () => {
  const link = after(a.connecting, { kind: 'crowded' })
  expect(link).toMatchObject({ kind: 'waiting', trouble: { cause: { kind: 'crowded' }, unopened: 0 } })
  expect(deadline(link)).toBeGreaterThanOrEqual(now + a.seconds(30))
  expect(after(link, { kind: 'wake' }, now + a.seconds(10)).kind).toBe('asking')
})

describe('joining', () => {
  test.each([
    ['an hour', a.minutes(60), a.minutes(58)],
    ['five minutes', a.minutes(5), a.minutes(3)],
    ['three minutes', a.minutes(3), a.minutes(1.5)],
    ['ten seconds', a.seconds(10), a.seconds(5)],
    ['no time at all', 1, a.seconds(1)],
  ])(
    'an endpoint that lives %s is renewed in time, and never without a pause',
    (_, lifeMs, renewedAfterMs) => {
      expect(deadline(after(opening(lifeMs), { kind: 'connected' }))).toBe(now + renewedAfterMs)
    },
  )

  test('renewal begins beside the serving connection, and the old endpoint bounds it', () => {
    const link = after(opening(a.minutes(60)), { kind: 'connected' })
    const next = step(link, { kind: 'due' }, now + a.minutes(58), roll)
    expect(a.said(next)).toBe('renewing asking, ask')
    expect(deadline(next[0])).toBe(now + a.minutes(60))
  })

  test('when both readings of the URL are refused, a fresh endpoint is asked for after a while', () => {
    const second = after(a.connecting, { kind: 'refused', message: 'Invalid namespace' })
    const none = step(second, { kind: 'refused', message: 'Invalid namespace' }, now, roll)
    expect(a.said(none)).toBe('waiting, hang up fresh')
    expect(a.said(step(none[0], { kind: 'due' }, now + a.seconds(1), roll))).toBe('asking, ask')
  })
})

describe('a lost link', () => {
  test('comes back with the same endpoint after a second', () => {
    const link = after(a.live, a.lost('serving'))
    expect(deadline(link)).toBe(now + a.seconds(1))
    expect(a.said(step(link, { kind: 'due' }, now + a.seconds(1), roll))).toBe(
      'connecting, connect /zb/callback',
    )
  })

  test.each([
    ['the server ended it', a.live, 'io server disconnect'],
    [
      'its endpoint is nearly over',
      { ...a.live, place: a.place(a.endpoint(a.minutes(2))) },
      'transport close',
    ],
    ['it was never steady', { ...a.live, since: now - a.seconds(5) }, 'transport close'],
  ] as const)('asks for a fresh endpoint when %s', (_, link, reason) => {
    const next = after(link, a.lost('serving', reason))
    expect(a.said(step(next, { kind: 'due' }, now + a.seconds(2), roll))).toBe('asking, ask')
  })

  test('waits longer each time while it is lost again at once', () => {
    const waits: number[] = []
    let link: Link = { ...a.live, since: now - a.seconds(1) }
    for (let time = now, round = 0; round < 8; round++) {
      link = after(link, a.lost('serving', 'io server disconnect'), time)
      const due = deadline(link) ?? 0
      waits.push((due - time) / 1_000)
      time = due
      for (const event of [{ kind: 'due' }, a.answered(a.endpoint()), { kind: 'connected' }] as const) {
        link = after(link, event, time)
      }
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
  })
})

function afterAnswers(answers: readonly LinkEvent[]): { link: Link; waited: number[] } {
  let link: Link = a.asking
  let time = now
  const waited: number[] = []
  for (const answer of answers) {
    link = after(link, answer, time)
    const due = deadline(link) ?? 0
    waited.push((due - time) / 1_000)
    time = due
    link = answer === answers.at(-1) ? link : after(link, { kind: 'due' }, time)
  }
  return { link, waited }
}
const times = (count: number, event: LinkEvent) => Array.from({ length: count }, () => ({ ...event }))

describe('what Graph says', () => {
  test.each([
    ['offline', a.refusedBy({ kind: 'offline' }), [1, 2, 4, 8, 16, 32, 60, 60], 'waiting'],
    ['not supported', a.refusedBy({ kind: 'not-supported' }), [60, 120, 240, 480, 900, 900], 'waiting'],
    ['signed out', a.refusedBy({ kind: 'signed-out' }), [60, 120], 'waiting'],
    ['locked', a.refusedBy({ kind: 'locked' }), [3600, 3600], 'waiting'],
    ['throttled', a.refusedBy({ kind: 'throttled', retryAfterMs: 77_000 }), [77.5, 77.5], 'waiting'],
    ['forbidden', a.refusedBy({ kind: 'forbidden' }), [5, 10, 86_400, 86_400], 'no-access'],
    ['not found', a.refusedBy({ kind: 'not-found' }), [30, 60, 86_400], 'gone'],
  ] as const)('%s', (_, event, waits, kind) => {
    const { link, waited } = afterAnswers(times(waits.length, event))
    expect(waited).toEqual(waits)
    expect(link.kind).toBe(kind)
  })

  test('each manner of failing counts for itself', () => {
    const forbidden = a.refusedBy({ kind: 'forbidden' })
    const { link } = afterAnswers([...times(2, forbidden), a.refusedBy({ kind: 'server' }), forbidden])
    expect(link.kind).toBe('waiting')
  })

  test('waking does not shorten what Graph asked for', () => {
    const link = after(a.asking, a.refusedBy({ kind: 'throttled', retryAfterMs: 77_000 }))
    expect(after(link, { kind: 'wake' }, now + a.seconds(60))).toBe(link)
    expect(after(link, { kind: 'wake' }, now + a.seconds(90)).kind).toBe('asking')
  })
})

test('a link that slept past its endpoint begins afresh', () => {
  const next = step(a.live, { kind: 'wake' }, now + a.minutes(90), roll)
  expect(a.said(next)).toBe('asking, hang up serving, ask')
})

test('a connection that never joined says so', () => {
  const [link] = step(a.connecting, { kind: 'due' }, now + a.seconds(20), roll)
  expect(link).toMatchObject({
    kind: 'waiting',
    trouble: {
      cause: { kind: 'unopened', loss: { reason: 'never joined', status: null, opened: false } },
      unopened: 1,
      refused: 0,
    },
  })
})
