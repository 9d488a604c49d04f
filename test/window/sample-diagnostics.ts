import type { CheckUp, Diagnostics } from '../../preload/contract/diagnostics.ts'
import type { Licensed } from '../../preload/contract/help.ts'
import { ago, now } from './sample-time.ts'

const hourMs = 3_600_000

const diagnostics: Diagnostics = {
  runningSince: ago(3 * 86_400 + 7_200),
  usage: { processor: 0.0312, memoryBytes: 86_000_000, wakeUpsPerSecond: 1.44, overMs: hourMs },
  asked: { requests: 38, refused: 0 },
  database: { bytes: 1_900_000, isKept: true },
  found: [
    { what: 'keyring', isWell: true, says: { key: 'accounts.sealed' } },
    {
      what: 'notifications',
      isWell: true,
      says: { key: 'diagnostics.found.notifications.service', values: { name: 'gnome-shell 43.9' } },
    },
    { what: 'tray', isWell: false, says: { key: 'diagnostics.found.tray.none' } },
    { what: 'proxy', isWell: true, says: { key: 'diagnostics.found.proxy.none' } },
  ],
  links: [
    {
      subscriptionId: 'sub-1',
      liveSince: ago(2 * 3600),
      endsAt: now + 31 * 24 * hourMs,
      trouble: null,
      events: [{ at: ago(2 * 3600), what: 'live' }],
    },
    { subscriptionId: 'sub-2', liveSince: ago(7200), endsAt: now + 22 * hourMs, trouble: null, events: [] },
    {
      subscriptionId: 'sub-5',
      liveSince: null,
      endsAt: null,
      trouble: '400 notSupported',
      events: [
        { at: ago(60), what: 'waiting: 400 notSupported' },
        { at: ago(70), what: 'asking: 400 notSupported' },
      ],
    },
    {
      subscriptionId: 'sub-6',
      liveSince: null,
      endsAt: null,
      trouble: 'closed, transport close',
      events: [],
    },
  ],
  log: [
    '[2026-11-19 10:51:07.412] [info]  link state=live',
    '[2026-11-19 10:51:14.003] [warn]  graph call failed path=/sites/[id]/lists/[id]/subscriptions/socketIo status=400',
  ],
}

const checkUp: CheckUp = {
  first: { key: 'doctor.websockets.blocked' },
  checks: [
    { name: 'network', verdict: 'passed', says: { key: 'doctor.passed.network' } },
    { name: 'microsoft', verdict: 'passed', says: { key: 'doctor.passed.microsoft' } },
    { name: 'clock', verdict: 'passed', says: { key: 'doctor.passed.clock' } },
    { name: 'application-id', verdict: 'passed', says: { key: 'doctor.passed.application-id' } },
    { name: 'sign-in', verdict: 'passed', says: { key: 'doctor.passed.sign-in' } },
    { name: 'permission', verdict: 'skipped', says: { key: 'doctor.skipped' } },
    { name: 'websockets', verdict: 'failed', says: { key: 'doctor.websockets.blocked' } },
    { name: 'storage', verdict: 'passed', says: { key: 'doctor.passed.storage' } },
    { name: 'notifications', verdict: 'passed', says: { key: 'doctor.passed.notifications' } },
  ],
}

const licenses: readonly Licensed[] = [
  {
    name: '@azure/msal-node',
    version: '7.2.1',
    license: 'MIT',
    text: 'MIT License\n\nCopyright (c) Microsoft',
  },
  { name: 'electron', version: '45.4.1', license: 'MIT', text: 'Copyright (c) Electron contributors' },
  { name: 'ms', version: '2.1.3', license: '', text: '' },
]

/** What the pages of help ask for. */
export const helpAnswers = {
  diagnostics,
  checkUp,
  licenses,
  diagnosticReport: { ok: true, text: 'drivebell 0.1.0\nelectron 45.4.1' },
} as const
