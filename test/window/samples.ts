import type { HistoryRow } from '../../preload/contract/activity.ts'
import type { AppState } from '../../preload/contract/state.ts'
import { preview } from './sample-details.ts'
import { helpAnswers } from './sample-diagnostics.ts'
import { away, burstLines, people, rows } from './sample-rows.ts'
import { account, busy, drive, fresh, overview, settled } from './sample-states.ts'
import { ago, now } from './sample-time.ts'
import type { Sample } from './stub.ts'

export { now } from './sample-time.ts'

/** A long history, for scrolling. */
export function manyRows(count: number): readonly HistoryRow[] {
  const [first] = rows
  if (!first) throw new Error('no sample rows')
  return Array.from({ length: count }, (_, index) => ({
    ...first,
    id: `many-${index}`,
    at: ago(60 + index * 600),
    sentence: [
      { text: 'Ada Okafor', strong: true },
      { text: ' edited ', strong: false },
      { text: `Report ${index}.docx`, strong: true },
    ],
  }))
}

const minutes = (count: number) => now + count * 60_000 - 5000

/** What is kept, and what the commands around it answer. */
const kept = {
  rows,
  away,
  answers: {
    people,
    previewRules: preview,
    burst: { lines: burstLines, total: burstLines.length },
    muteChange: { ok: true, muteId: 'mute-1' },
    exportHistory: { ok: true, written: '/home/grace/Drivebell.csv' },
    ...helpAnswers,
  },
} as const

/** Every state of the window that has a face of its own. */
export const samples = {
  'welcome-no-client-id': { state: { ...fresh, clientId: { kind: 'missing', refused: null } } },
  'welcome-first': { state: fresh, answers: helpAnswers },
  'welcome-waiting': { state: { ...fresh, signIn: { kind: 'waiting', until: minutes(4) } } },
  'welcome-device-code': {
    state: {
      ...fresh,
      signIn: {
        kind: 'device-code',
        userCode: 'F7K2Q9XD',
        verificationUri: 'https://www.microsoft.com/devicelogin',
        until: minutes(14),
      },
    },
  },
  'welcome-failed': {
    state: {
      ...fresh,
      signIn: {
        kind: 'failed',
        why: { key: 'sign-in.failed.admin-consent' },
        adminConsentUrl: 'https://login.microsoftonline.com/common/adminconsent?client_id=5b1f0c3e',
      },
    },
  },
  activity: { state: { ...settled, accounts: busy.accounts, overview: busy.overview }, ...kept },
  'activity-one-account': { state: settled, ...kept },
  'activity-failed': { state: settled, historyFails: true },
  'activity-empty': { state: { ...settled, history: fresh.history } },
  'activity-loading': { state: settled, historyHangs: true },
  'activity-offline': {
    state: {
      ...settled,
      subscriptions: [drive({ status: { kind: 'offline', since: ago(300) } })],
      overview: overview({ kind: 'offline', live: 0, offlineSince: ago(300) }),
      alerts: [
        {
          id: 'settings',
          what: { key: 'alert.settings.damaged', values: { file: 'settings-2026-11-19.json' } },
          tone: 'warning',
          action: 'show-file',
        },
      ],
    },
    rows,
  },
  busy: { state: busy, ...kept },
  'nothing-followed': {
    state: {
      ...settled,
      subscriptions: [],
      overview: overview({ kind: 'nothing-followed', total: 0, live: 0, lastHeardAt: null }),
    },
    rows,
    answers: helpAnswers,
  },
  'waiting-for-admin': {
    state: {
      ...settled,
      accounts: [
        account(),
        account({
          id: 'tides',
          name: 'Grace Kimani (contractor)',
          username: 'g.kimani.ctr@tides.example',
          cloud: 'us-gov-l4',
          drives: 0,
          state: {
            kind: 'waiting-for-admin',
            why: { key: 'sign-in.failed.admin-consent-waiting' },
            adminConsentUrl: 'https://login.microsoftonline.us/tides/adminconsent',
          },
        }),
      ],
    },
    rows,
  },
  'memory-only': { state: { ...settled, keyring: { kind: 'memory-only' } }, rows, answers: helpAnswers },
  'own-client-id': {
    state: {
      ...settled,
      clientId: { kind: 'known', id: '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2', from: 'settings' },
    },
    rows,
  },
} satisfies Record<string, Sample>

/** Just signed in: Welcome goes on from the sign-in to this. */
export const justLive: AppState = {
  ...settled,
  history: fresh.history,
  subscriptions: [drive({ learning: { done: 41_200, about: 132_000 } })],
}
