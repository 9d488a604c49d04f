import { noPolicy } from '../../../../preload/contract/policy.ts'
import { englishIn } from '../../../words.ts'
import { describe, expect, test } from 'vitest'
import { type TrayItem, trayView } from '../../../../main/desktop/tray/tray-view.ts'
import { freshSettings } from '../../../../main/settings/schema.ts'
import type { AppState, Overview } from '../../../../preload/contract/state.ts'
import { noWebhooks } from '../../../window/sample-webhooks.ts'

const quiet: Overview = {
  kind: 'live',
  total: 10,
  live: 10,
  polling: 0,
  lastHeardAt: null,
  offlineSince: null,
  pausedUntil: null,
  needsYou: [],
  catchingUp: [],
}

function stateWith(overview: Partial<Overview>, unseen = 0): AppState {
  return {
    version: '0.1.0',
    host: { electron: '', chromium: '', node: '', system: '' },
    platform: 'linux',
    clientId: { kind: 'missing', refused: null },
    signIn: { kind: 'idle' },
    keyring: { kind: 'memory-only' },
    accounts: [],
    subscriptions: [],
    overview: { ...quiet, ...overview },
    history: { revision: 0, unseen, kept: 0, since: null, bytes: 0 },
    latest: [{ id: '7', at, who: 'Ada Okafor', sentence: 'Ada Okafor edited Budget & plan.xlsx' }],
    webhooks: noWebhooks,
    mutes: [],
    settings: freshSettings.settings,
    policy: noPolicy,
    launchAtLogin: false,
    languages: [],
    proxy: null,
    alerts: [],
  }
}

const labels = (items: readonly TrayItem[]): string[] =>
  items.flatMap((item) =>
    item.kind === 'line' ? ['─'] : item.kind === 'submenu' ? [`${item.label} ▸`] : [item.label],
  )

const at = Date.parse('2026-11-19T10:42:00Z')
const view = (overview: Partial<Overview>, unseen = 0) =>
  trayView(stateWith(overview, unseen), { words: englishIn('UTC'), now: at + 60_000 })

describe('the tray in each state', () => {
  const needsYou = [
    {
      what: { key: 'needs.sign-in', values: { username: 'grace@lindenhof.example' } },
      page: 'accounts',
    } as const,
  ]
  test.each([
    { overview: {}, unseen: 5, tooltip: 'Drivebell: 10 drives connected, 5 new', state: 'live' },
    { overview: { live: 1, total: 1 }, unseen: 0, tooltip: 'Drivebell: 1 drive connected', state: 'live' },
    {
      overview: { kind: 'attention', live: 8, needsYou },
      unseen: 0,
      tooltip: 'Drivebell: 1 thing needs attention, 8 of 10 connected',
      state: 'attention',
    },
    {
      overview: { kind: 'catching-up' },
      unseen: 5,
      tooltip: 'Drivebell: catching up, 5 new',
      state: 'catching-up',
    },
    {
      overview: { kind: 'polling', live: 9, polling: 1 },
      unseen: 0,
      tooltip: 'Drivebell: 9 connected, checking 1 every few minutes',
      state: 'polling',
    },
    {
      overview: { kind: 'reconnecting', live: 9 },
      unseen: 0,
      tooltip: 'Drivebell: reconnecting, 9 of 10 connected',
      state: 'polling',
    },
    { overview: { kind: 'paused' }, unseen: 0, tooltip: 'Drivebell: paused', state: 'paused' },
    {
      overview: { kind: 'paused', pausedUntil: at },
      unseen: 0,
      tooltip: 'Drivebell: paused until 10:42',
      state: 'paused',
    },
    {
      overview: { kind: 'offline', offlineSince: at },
      unseen: 0,
      tooltip: 'Drivebell: offline',
      state: 'offline',
    },
    { overview: { kind: 'no-account' }, unseen: 0, tooltip: 'Drivebell: not signed in', state: 'live' },
    {
      overview: { kind: 'nothing-followed' },
      unseen: 0,
      tooltip: 'Drivebell: not following anything yet',
      state: 'live',
    },
  ] as const)('$overview.kind: $tooltip', ({ overview, unseen, tooltip, state }) => {
    const seen = view(overview, unseen)
    expect(seen.tooltip).toBe(tooltip)
    expect(seen.tooltip.length).toBeLessThanOrEqual(64)
    expect(seen.picture).toEqual({ state, unseen: unseen > 0 })
  })
})

test('the menu of a quiet day', () => {
  expect(labels(view({}, 5).menu)).toEqual([
    '10 of 10 drives connected',
    '─',
    '10:42   Ada Okafor edited Budget & plan.xlsx',
    'Mark all as seen',
    '─',
    'Pause',
    'Pause for ▸',
    '─',
    'Open',
    'Go to ▸',
    'Quit',
  ])
})

test('what needs someone comes first and leads to its page', () => {
  const needsYou = [
    {
      what: { key: 'needs.sign-in', values: { username: 'grace@lindenhof.example' } },
      page: 'accounts',
    } as const,
  ]
  const [first, second] = view({ kind: 'attention', live: 8, needsYou }).menu
  expect(first).toEqual({
    kind: 'action',
    label: 'Sign in to grace@lindenhof.example again',
    action: { kind: 'open', page: 'accounts' },
  })
  expect(second).toEqual({ kind: 'fact', label: '8 of 10 drives connected' })
})

test('paused: one way to resume, no changes listed', () => {
  expect(labels(view({ kind: 'paused' }).menu)).toEqual([
    'Paused',
    '─',
    'Resume',
    '─',
    'Open',
    'Go to ▸',
    'Quit',
  ])
})

test('a pause that ends says when', () => {
  expect(labels(view({ kind: 'paused', pausedUntil: at }).menu)[0]).toBe('Paused until 10:42')
})

test('an hour, or until tomorrow', () => {
  const submenu = view({}).menu.find((item) => item.kind === 'submenu')
  expect(submenu?.items).toEqual([
    { kind: 'action', label: 'An hour', action: { kind: 'pause', until: 'an-hour' } },
    {
      kind: 'action',
      label: expect.stringMatching(/^Until tomorrow, /),
      action: { kind: 'pause', until: 'tomorrow' },
    },
  ])
})

test('without an account: sign in, open, quit', () => {
  expect(labels(view({ kind: 'no-account' }).menu)).toEqual([
    'Sign in with Microsoft',
    '─',
    'Open',
    'Help & about',
    'Diagnostics',
    'Quit',
  ])
})
