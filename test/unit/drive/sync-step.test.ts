import { expect, test } from 'vitest'
import { graphError } from '../../../main/graph/graph-error.ts'
import {
  atRest,
  deadline,
  failedSoFar,
  shownAs,
  step,
  type Sync,
  type SyncEvent,
} from '../../../main/drive/sync-step.ts'

const now = 1_000_000
const offline = graphError({ kind: 'offline' })
const torn = graphError({ kind: 'malformed' }, { code: 'notWhole' })
const nothing = { hinted: false, gap: null }
const hinted = { ...nothing, hinted: true }
const rest = atRest(500)
const reading: Sync = { ...rest, kind: 'reading', since: now - 10, answers: nothing, trouble: null }
const since = now - 6_000
const patience = { failures: 2, since, refused: { times: 2, since } }
const trouble = { error: offline, until: now + 2_000, failures: 1, patience: null, givenUp: 0 }

const states = {
  new: atRest(null),
  resting: rest,
  'resting, learns': { ...rest, learns: true },
  'resting, asked again soon': { ...rest, again: [now - 1, now + 3_000] },
  'resting, hinted': { ...rest, wish: hinted, again: [now + 3_000] },
  reading,
  'reading, learns': { ...reading, learns: true },
  'reading for a hint': { ...reading, answers: hinted },
  'reading what was missed': { ...reading, answers: { hinted: false, gap: 'paused' } },
  'reading, hinted meanwhile': { ...reading, wish: hinted },
  'reading after a failure': { ...reading, trouble },
  'reading after two torn pages': { ...reading, trouble: { ...trouble, error: torn, failures: 2, patience } },
  failed: { ...rest, kind: 'failed', trouble, wish: hinted },
  'failed long ago': { ...rest, kind: 'failed', trouble: { ...trouble, until: now } },
} as const satisfies Record<string, Sync>

const events = {
  hint: { kind: 'wanted', why: 'hint' },
  away: { kind: 'wanted', why: 'away' },
  safety: { kind: 'wanted', why: 'safety' },
  learn: { kind: 'learn' },
  held: { kind: 'held' },
  begun: { kind: 'begun' },
  nothing: { kind: 'found', count: 0, at: 777 },
  found: { kind: 'found', count: 2, at: 777 },
  offline: { kind: 'failed', error: offline },
  torn: { kind: 'failed', error: torn },
  'too slow': { kind: 'failed', error: graphError({ kind: 'timeout' }) },
  'gave up': { kind: 'gave-up' },
  due: { kind: 'due' },
} as const satisfies Record<string, SyncEvent>

/** The next state in a few words, and what is done. */
function told([sync, effects]: ReturnType<typeof step>): string {
  const wish = ({ hinted, gap }: Sync['wish']) =>
    [...(hinted ? ['hint'] : []), ...(gap ? [gap] : [])].join('+')
  const due = deadline(sync)
  const facts = [
    sync.kind,
    sync.kind === 'reading' && wish(sync.answers) && `for ${wish(sync.answers)}`,
    sync.kind !== 'resting' && sync.trouble && `failures ${sync.trouble.failures}`,
    sync.kind !== 'resting' && sync.trouble?.patience && `refused ${sync.trouble.patience.failures}`,
    sync.kind !== 'resting' && sync.trouble?.givenUp && `given up ${sync.trouble.givenUp}`,
    sync.limitMs > 30_000 && `pages of ${sync.limitMs / 1000} s`,
    wish(sync.wish) && `wants ${wish(sync.wish)}`,
    due !== null && `due ${due - now}`,
    sync.learns && 'learns',
    `checked ${sync.checkedAt}`,
    sync.foundAt !== null && `found ${sync.foundAt - now}`,
  ]
  return [facts.filter(Boolean).join(', '), ...effects].join(' > ')
}

const table: Readonly<Record<keyof typeof states, Partial<Record<keyof typeof events, string>>>> = {
  new: {
    hint: 'resting, wants hint, checked null > read',
    learn: 'resting, learns, checked null',
    begun: 'reading, checked null',
  },
  resting: {
    hint: 'resting, wants hint, checked 500 > read',
    away: 'resting, wants away, checked 500 > read',
    safety: 'resting, checked 500 > read',
    learn: 'resting, learns, checked 500 > learn',
    begun: 'reading, checked 500',
  },
  'resting, learns': { begun: 'reading, learns, checked 500' },
  'resting, asked again soon': {
    begun: 'reading, due -1, checked 500',
    held: 'resting, checked 500',
    due: 'resting, due 3000, checked 500 > read',
  },
  'resting, hinted': {
    away: 'resting, wants hint+away, due 3000, checked 500 > read',
    begun: 'reading, for hint, checked 500',
  },
  reading: {
    hint: 'reading, wants hint, checked 500 > read',
    nothing: 'resting, checked 777 > tell',
    found: 'resting, checked 777, found 0 > tell',
    offline: 'failed, failures 1, due 2000, checked 500',
    torn: 'failed, failures 1, refused 1, due 2000, checked 500',
    'too slow': 'failed, failures 1, refused 1, pages of 60 s, due 2000, checked 500',
  },
  'reading, learns': { found: 'resting, learns, checked 777, found 0 > tell > learn' },
  'reading for a hint': {
    nothing: 'resting, due 2000, checked 777 > tell',
    offline: 'failed, failures 1, wants hint, due 2000, checked 500',
  },
  'reading what was missed': {
    away: 'reading, for paused, wants away, checked 500 > read',
    offline: 'failed, failures 1, wants paused, due 2000, checked 500',
  },
  'reading, hinted meanwhile': {
    found: 'resting, wants hint, checked 777, found 0 > tell',
    offline: 'failed, failures 1, wants hint, due 2000, checked 500',
  },
  'reading after a failure': {
    found: 'resting, checked 777, found 0 > tell',
    offline: 'failed, failures 2, due 4000, checked 500',
  },
  'reading after two torn pages': {
    torn: 'failed, failures 3, refused 3, due 8000, checked 500',
    offline: 'failed, failures 3, refused 2, due 8000, checked 500',
    'gave up': 'reading, failures 2, given up 1, checked 500',
  },
  failed: {
    hint: 'failed, failures 1, wants hint, due 2000, checked 500 > read',
    begun: 'reading, for hint, failures 1, checked 500',
    due: 'failed, failures 1, wants hint, due 2000, checked 500',
    found: 'failed, failures 1, wants hint, due 2000, checked 500',
  },
  'failed long ago': { due: 'failed, failures 1, due 0, checked 500 > read' },
}

const cells = Object.entries(table).flatMap(([state, row]) =>
  Object.entries(row).map(([event, expected]) => [state, event, expected] as const),
)

test.each(cells)('%s: %s', (state, event, expected) => {
  const at = states[state as keyof typeof states]
  expect(told(step(at, events[event as keyof typeof events], now))).toBe(expected)
})

test('how a reading has failed until now', () => {
  const given = { patience, givenUp: 2 }
  expect(failedSoFar({ ...reading, trouble: { ...trouble, ...given } })).toMatchObject(given)
  for (const sync of [rest, reading, states.failed])
    expect(failedSoFar(sync)).toEqual({ patience: null, givenUp: 0 })
})

test('what is shown', () => {
  const learning = { done: 3, about: null }
  expect(shownAs({ ...reading, trouble, learns: true }, learning)).toEqual({
    phase: 'reading',
    since: now - 10,
    lastCheckedAt: 500,
    lastFoundAt: null,
    learning,
    error: offline,
    triesAgainAt: now + 2_000,
  })
  expect(shownAs(rest, learning)).toMatchObject({ phase: 'idle', since: null, learning: null, error: null })
})
