import { describe, expect, test } from 'vitest'
import { graphError } from '../../../main/graph/graph-error.ts'
import type { Link } from '../../../main/link/link-state.ts'
import {
  step,
  unattended,
  type Attention,
  type AttentionEffect,
  type AttentionEvent,
} from '../../../main/subscriptions/attention.ts'
import * as a from '../link/links.ts'

const { now } = a
const quiet = {
  heardAt: null,
  foundAt: null,
  trouble: null,
  lookAt: now + a.minutes(7),
  hints: { readAt: null, waiting: false },
}
const refused = graphError({ kind: 'forbidden' })

const attended: Attention = { ...quiet, kind: 'attended', since: now - a.minutes(5) }
const justAttended: Attention = { ...attended, since: now - a.seconds(4) }
const polled: Attention = { ...quiet, kind: 'polled', since: now - a.minutes(5) }
const missing: Attention = { ...quiet, kind: 'missing', gap: 'paused', from: null, since: now - a.minutes(5) }
const failing: Attention = { ...polled, trouble: { error: refused, inRow: 2 } }

const hintedAgo = (ms: number, waiting = false): Attention => ({
  ...attended,
  hints: { readAt: now - ms, waiting },
})

const lost = (ms: number, attempt = 0): Link => ({
  kind: 'waiting',
  trouble: {
    ...a.trouble({ kind: 'offline' }, attempt),
    cause: { kind: 'lost', loss: { reason: 'transport close', status: null, opened: true } },
  },
  until: now + ms,
  again: null,
})
const offline = (ms: number, attempt: number): Link => ({
  kind: 'waiting',
  trouble: a.trouble({ kind: 'offline' }, attempt),
  until: now + ms,
  again: null,
})

/** A state and its effects in words. */
function said([at, effects]: readonly [Attention, readonly AttentionEffect[]]): string {
  const state = at.kind === 'missing' ? `missing, ${at.gap}` : at.kind
  const trouble = at.trouble ? ` (${at.trouble.error.kind} ${String(at.trouble.inRow)})` : ''
  const done = effects.map((effect) => (effect.kind === 'read' ? `read for ${effect.why}` : effect.kind))
  const seconds = Math.round((at.lookAt - now) / 1_000)
  return [`${state}${trouble}`, ...done, `looks after ${String(seconds)} s`].join('; ')
}

const wasRead: AttentionEvent = { kind: 'read', error: null, foundAt: null }
const failed: AttentionEvent = { kind: 'read', error: refused, foundAt: null }
const otherwise: AttentionEvent = { kind: 'read', error: graphError({ kind: 'server' }), foundAt: null }
const hint: AttentionEvent = { kind: 'heard', why: 'hint' }
const joined: AttentionEvent = { kind: 'heard', why: 'joined' }
const link: AttentionEvent = { kind: 'link' }

test.each<[string, Attention, Link, AttentionEvent, string]>([
  // begin
  [
    'a new drive',
    missing,
    a.asking,
    { kind: 'started', isNew: true },
    'missing, paused; read for paused; looks after 120 s',
  ],
  ['a known drive', missing, a.asking, { kind: 'started', isNew: false }, 'missing, paused; looks after 5 s'],
  // hear
  ['live and told', attended, a.live, hint, 'attended; read for hint; looks after 900 s'],
  [
    'without a link and told by a webhook',
    polled,
    a.noAccess,
    hint,
    'polled; read for hint; looks after 120 s',
  ],
  [
    'joined again, and nobody listened meanwhile',
    missing,
    a.live,
    joined,
    'missing, paused; read for paused; looks after 900 s',
  ],
  ['joined again, and it was polled', polled, a.live, joined, 'polled; read for joined; looks after 900 s'],
  [
    'told again a moment after a hint was answered',
    hintedAgo(500),
    a.live,
    hint,
    'attended; hold; looks after 2 s',
  ],
  ['and again', hintedAgo(500, true), a.live, hint, 'attended; hold; looks after 2 s'],
  ['two seconds later', hintedAgo(2_000), a.live, hint, 'attended; read for hint; looks after 900 s'],
  [
    'a hint that waited',
    hintedAgo(2_000, true),
    a.live,
    { kind: 'due' },
    'attended; read for hint; looks after 900 s',
  ],
  [
    'joined while a hint waits',
    hintedAgo(500, true),
    a.live,
    joined,
    'attended; read for hint; looks after 900 s',
  ],
  // look
  [
    'live and time to look',
    attended,
    a.live,
    { kind: 'due' },
    'attended; read for safety; looks after 900 s',
  ],
  [
    'polled and time to look',
    polled,
    a.noAccess,
    { kind: 'due' },
    'polled; read for safety; looks after 120 s',
  ],
  [
    'a link that comes and goes, time to look',
    polled,
    lost(a.seconds(50), 5),
    { kind: 'due' },
    'polled; read for safety; looks after 20 s',
  ],
  [
    'a person wants to know',
    failing,
    a.noAccess,
    { kind: 'asked' },
    'polled; read for safety; looks after 120 s',
  ],
  // wake
  [
    'asleep while live',
    attended,
    a.renewing(a.asking),
    { kind: 'woken', why: 'slept' },
    'missing, away; looks after 5 s',
  ],
  [
    'asleep while polled',
    polled,
    a.noAccess,
    { kind: 'woken', why: 'slept' },
    'missing, away; read for away; looks after 120 s',
  ],
  [
    'asleep while paused',
    missing,
    a.noAccess,
    { kind: 'woken', why: 'slept' },
    'missing, paused; read for paused; looks after 120 s',
  ],
  [
    'woken again a moment after all was well',
    justAttended,
    a.live,
    { kind: 'woken', why: 'slept' },
    'attended; looks after 420 s',
  ],
  [
    'woken while it could not be read',
    failing,
    a.asking,
    { kind: 'woken', why: 'slept' },
    'missing, away; looks after 5 s',
  ],
  // the link
  ['lost, and back in a second', attended, lost(a.seconds(1)), link, 'missing, away; looks after 5 s'],
  [
    'lost, and not back soon',
    attended,
    lost(a.seconds(9)),
    link,
    'missing, away; read for safety; looks after 20 s',
  ],
  ['lost again and again', polled, lost(a.seconds(30), 4), link, 'polled; looks after 20 s'],
  [
    'lost again and again, and it cannot be read',
    failing,
    lost(a.seconds(30), 4),
    link,
    'polled (forbidden 2); looks after 120 s',
  ],
  ['no network for a while', missing, offline(a.seconds(60), 7), link, 'missing, paused; looks after 120 s'],
  ['the link renews', attended, a.renewing(a.asking), link, 'attended; looks after 420 s'],
  [
    'refused, but perhaps it can be read',
    polled,
    a.noAccess,
    link,
    'polled; read for safety; looks after 120 s',
  ],
  ['refused, and it cannot be read', failing, a.noAccess, link, 'polled (forbidden 2); looks after 420 s'],
  // a read
  ['read while the link is live', missing, a.live, wasRead, 'attended; well; looks after 420 s'],
  ['read without a link', missing, a.noAccess, wasRead, 'polled; well; looks after 420 s'],
  ['read again while all is well', attended, a.live, wasRead, 'attended; well; looks after 420 s'],
  ['read after trouble', failing, a.noAccess, wasRead, 'polled; well; looks after 420 s'],
  ['not read', polled, a.noAccess, failed, 'polled (forbidden 1); looks after 420 s'],
  ['not read for the third time', failing, a.noAccess, failed, 'polled (forbidden 3); looks after 420 s'],
  ['not read for another reason', failing, a.noAccess, otherwise, 'polled (server 1); looks after 420 s'],
])('%s', (_name, at, linkNow, event, wanted) => {
  expect(said(step(at, event, linkNow, now))).toBe(wanted)
})

test('since when it is attended changes with that alone', () => {
  const [live] = step(missing, wasRead, a.live, now)
  expect(live.since).toBe(now)
  expect(step(live, wasRead, a.live, now + 1)[0].since).toBe(now)
  expect(step(live, link, lost(a.seconds(1)), now + 2)[0].since).toBe(now + 2)
  expect(step(polled, { kind: 'woken', why: 'slept' }, a.asking, now)[0].since).toBe(polled.since)
})

test('hints that wait are answered by the next read, whatever it is for', () => {
  const [at] = step(hintedAgo(500, true), { kind: 'asked' }, a.live, now)
  expect(at.hints).toEqual({ readAt: now, waiting: false })
  expect(step(attended, { kind: 'due' }, a.live, now)[0].hints).toEqual({ readAt: null, waiting: false })
})

test('when it was told and when something was found is remembered', () => {
  expect(step(attended, hint, a.live, now)[0].heardAt).toBe(now)
  expect(step(attended, joined, a.live, now)[0].heardAt).toBe(null)
  expect(step(attended, { ...wasRead, foundAt: 7 }, a.live, now)[0].foundAt).toBe(7)
})

describe('polled', () => {
  test.each([
    ['just now', 0, 2],
    ['half an hour ago', 30, 5],
    ['three hours ago', 180, 10],
  ])('the more seldom the longer nothing was found: %s', (_name, minutesAgo, everyMinutes) => {
    const long = { ...polled, since: now - a.minutes(24 * 60), foundAt: now - a.minutes(minutesAgo) }
    expect(step(long, { kind: 'due' }, a.noAccess, now)[0].lookAt).toBe(now + a.minutes(everyMinutes))
  })
})

test('begins without anybody listening', () => {
  expect(said([unattended('away', now), []])).toBe('missing, away; looks after 5 s')
})
