import type { Delivery, DeliveryLine } from '../../preload/contract/deliveries.ts'
import { ago } from './sample-time.ts'

const line = (id: string, change: Partial<DeliveryLine>): DeliveryLine => ({
  id,
  at: ago(60),
  webhookId: 'hook-4',
  title: 'Presence of 3 people',
  verdict: 'accepted',
  words: 'Accepted',
  status: 202,
  answeredInMs: 5,
  ...change,
})

/** Deliveries of every verdict, newest first. */
export const deliveryLines: readonly DeliveryLine[] = [
  line('d-1', { at: ago(12), webhookId: 'hook-3', title: 'Inbox, new mail', answeredInMs: 3400 }),
  line('d-2', { at: ago(35) }),
  line('d-3', {
    at: ago(48),
    webhookId: null,
    title: 'Unknown address',
    verdict: 'refused',
    words: 'Refused, no such path',
    status: 404,
    answeredInMs: 1,
  }),
  line('d-4', {
    at: ago(81),
    webhookId: 'hook-3',
    title: 'Inbox, new mail',
    verdict: 'refused',
    words: 'Refused, wrong clientState',
    answeredInMs: 4,
  }),
  line('d-5', {
    at: ago(196),
    title: 'List Tenders 2027',
    verdict: 'repeat',
    words: 'Already had it',
    answeredInMs: 3,
  }),
  line('d-6', {
    at: ago(219),
    title: 'Inbox, new mail',
    verdict: 'lifecycle',
    words: 'Reauthorisation asked',
  }),
  line('d-7', {
    at: ago(90_000),
    verdict: 'not-stored',
    words: 'Not stored, asked to call again',
    status: 503,
  }),
]

/** One that came encrypted. */
export const delivery: Delivery = {
  line: line('d-2', { at: ago(35) }),
  bytes: 1412,
  entries: 1,
  checks: [
    { key: 'path', kind: 'passed', title: 'Path known', words: 'presence webhook' },
    { key: 'subscription-id', kind: 'passed', title: 'Subscription id', words: 'known, not expired' },
    { key: 'client-state', kind: 'passed', title: 'clientState', words: 'equal' },
    {
      key: 'validation-token',
      kind: 'passed',
      title: 'Validation token',
      words: 'signed by Microsoft, for this app, 4 min old',
    },
    { key: 'repeat', kind: 'passed', title: 'Not a repeat', words: 'first time seen' },
    { key: 'data-signature', kind: 'skipped', title: 'Data signature', words: '' },
  ],
  headers: [
    { name: 'content-type', value: 'application/json; charset=utf-8' },
    { name: 'request-id', value: '7f0c1a52-93e0-4a0e-b8f1-0c2d6a11c9aa' },
    { name: 'user-agent', value: 'Microsoft-Graph-ChangeNotifications' },
    { name: 'x-forwarded-for', value: null },
  ],
  data: 'encrypted',
  canReplay: true,
}
