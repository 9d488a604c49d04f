import { defaultRules } from '../../preload/contract/rules.ts'
import type { WebhooksView, WebhookView } from '../../preload/contract/webhooks.ts'
import { reads } from '../words.ts'
import { publicUrl, testAt } from './sample-self-test.ts'
import { ago, now } from './sample-time.ts'
import { dayMs } from '../../main/kit/time.ts'

/** Before anyone wanted a webhook. */
export const noWebhooks: WebhooksView = {
  listener: {
    state: { kind: 'off' },
    publicUrl: null,
    test: null,
    arrivedAt: null,
    leftBehind: 0,
    tunnels: [
      { name: 'cloudflare', command: 'cloudflared tunnel --url http://127.0.0.1:51823' },
      { name: 'tailscale', command: 'tailscale funnel 51823' },
    ],
    refused: { thisWeek: 0, byKind: [] },
    slow: { answers: 0, over3s: 0, over10s: 0, state: 'fast' },
    forwarding: {
      isOn: false,
      port: null,
      path: '/',
      kind: 'verified',
      waiting: 0,
      done: 0,
      failed: 0,
      last: null,
    },
    eventHub: { isOn: false, hub: null, hasKey: false, state: { kind: 'off' } },
  },
  rows: [],
  checkedAt: null,
  checking: false,
  deliveriesRevision: 0,
}

/** A webhook of Grace's. */
export const webhook = (change: Partial<WebhookView> = {}): WebhookView => ({
  id: 'hook-1',
  graphId: '0f6b52c8-6a1d-4c7e-9d0b-44b19a6be001',
  accountId: 'grace',
  row: 'drive',
  title: reads('Files in My files'),
  resource: 'me/drive/root',
  icon: 'drive',
  state: { kind: 'delivering' },
  createdAt: ago(3 * 86_400),
  renewedAt: null,
  expiresAt: now + 26 * dayMs + 4 * 3_600_000,
  renewsAt: now + 16 * dayMs,
  lifetimeMs: 29 * dayMs,
  changeTypes: ['updated'],
  encrypted: false,
  lastDeliveryAt: ago(125),
  lastAnswerMs: 4,
  delivered: 1204,
  failed: 0,
  refused: 0,
  week: { delivered: 240, failed: 0, refused: [] },
  lastLifecycle: null,
  rules: defaultRules,
  catchUp: { kind: 'reads' },
  ...change,
})

const inbox = webhook({
  id: 'hook-3',
  title: reads('Inbox, new mail'),
  resource: "me/mailFolders('inbox')/messages",
  icon: 'mail',
  row: 'message',
  state: { kind: 'slow' },
  createdAt: ago(4 * 86_400),
  renewedAt: ago(86_400),
  expiresAt: now + 2 * dayMs + 20 * 3_600_000,
  renewsAt: Date.parse('2026-11-20T07:40:00Z'),
  lifetimeMs: 4 * dayMs,
  changeTypes: ['created'],
  lastDeliveryAt: ago(40),
  lastAnswerMs: 3400,
  delivered: 8112,
  failed: 14,
  refused: 2,
  week: { delivered: 8112, failed: 14, refused: [{ kind: 'wrong-client-state', count: 2 }] },
  lastLifecycle: { kind: 'reauthorized', at: Date.parse('2026-11-17T18:20:00Z') },
})

const rows: readonly WebhookView[] = [
  webhook(),
  webhook({
    id: 'hook-2',
    title: reads('List Tenders 2027'),
    resource: 'sites/lindenhof.example,1f0c,2a77/lists/Tenders 2027',
    icon: 'list',
    expiresAt: now + 11 * dayMs + 600_000,
    renewsAt: Date.parse('2026-11-19T23:10:00Z'),
    lastDeliveryAt: ago(1085),
    delivered: 318,
  }),
  inbox,
  webhook({
    id: 'hook-4',
    title: reads('Presence of 3 people'),
    resource: "communications/presences?$filter=id in ('a1','b2','c3')",
    icon: 'presence',
    state: { kind: 'delivering-encrypted' },
    encrypted: true,
    expiresAt: now + 38 * 60_000,
    renewsAt: now + 8 * 60_000,
    lifetimeMs: 3_600_000,
    lastDeliveryAt: ago(3),
    delivered: 22_940,
  }),
  webhook({
    id: 'hook-5',
    accountId: 'personal',
    state: { kind: 'gone-being-made-anew', triesAt: now + 40_000 },
    graphId: null,
    expiresAt: null,
    renewsAt: null,
    lastDeliveryAt: Date.parse('2026-11-17T22:04:00Z'),
    delivered: 96,
    failed: 3,
  }),
  webhook({
    id: 'hook-6',
    graphId: 'unmanaged-1',
    title: reads('Calendar'),
    resource: 'me/events',
    icon: 'calendar',
    state: { kind: 'elsewhere' },
    expiresAt: now + 19 * 3_600_000 + 20 * 60_000,
    renewsAt: null,
    lifetimeMs: 5 * dayMs,
    lastDeliveryAt: null,
    delivered: 0,
  }),
]

/** Six webhooks, as in the reference picture. */
export const sixWebhooks: WebhooksView = {
  ...noWebhooks,
  listener: {
    ...noWebhooks.listener,
    state: { kind: 'listening', port: 51_823 },
    publicUrl,
    test: testAt(6, 'reachable'),
    refused: {
      thisWeek: 31,
      byKind: [
        { kind: 'unknown-path', count: 29 },
        { kind: 'wrong-client-state', count: 2 },
      ],
    },
    slow: { answers: 100, over3s: 12, over10s: 0, state: 'late' },
  },
  rows,
  checkedAt: ago(300),
}

const adminConsentUrl = 'https://login.microsoftonline.com/common/adminconsent'

/** The states that need someone, or pass. */
export const troubledWebhooks: WebhooksView = {
  ...sixWebhooks,
  listener: { ...sixWebhooks.listener, test: testAt(2, 'failed') },
  rows: [
    webhook({
      id: 'hook-7',
      title: reads('Chats'),
      icon: 'chat',
      state: {
        kind: 'needs-permission',
        scopes: ['Chat.Read'],
        why: reads('Microsoft no longer lets Drivebell read your chats.'),
        adminConsentUrl,
      },
    }),
    webhook({
      id: 'hook-8',
      title: reads('Contacts'),
      icon: 'contacts',
      state: {
        kind: 'unreachable',
        why: reads('Microsoft could not reach https://bell.lindenhof.example. It tries again at 11:20.'),
        code: null,
        requestId: null,
        message: 'Subscription validation request failed. Status 502.',
      },
    }),
    webhook({ id: 'hook-9', title: reads('To Do tasks'), icon: 'tasks', state: { kind: 'signed-out' } }),
    webhook({
      id: 'hook-10',
      title: reads('Security alerts'),
      icon: 'shield',
      state: { kind: 'deleting', undoUntil: null },
    }),
    webhook({
      id: 'hook-11',
      title: reads('Meetings'),
      icon: 'meeting',
      state: {
        kind: 'refused',
        why: reads('Microsoft allows no more webhooks for this mailbox (1,000). Delete one first.'),
        code: 'ExtensionError',
        requestId: '7f0c1a52-93e0-4a0e-b8f1-0c2d6a11c9aa',
        message: 'The limit of 1000 subscriptions is exhausted.',
      },
    }),
    webhook({
      id: 'hook-12',
      title: reads('Print jobs'),
      icon: 'printer',
      state: { kind: 'creating' },
      expiresAt: null,
    }),
  ],
}
