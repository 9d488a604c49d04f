import type { Delivery, DeliveryLine } from '../../preload/contract/deliveries.ts'
import { reads } from '../words.ts'
import { ago } from './sample-time.ts'

const line = (id: string, change: Partial<DeliveryLine>): DeliveryLine => ({
  id,
  at: ago(60),
  webhookId: 'hook-4',
  title: reads('Presence of 3 people'),
  verdict: 'accepted',
  what: { key: 'delivery.accepted' },
  status: 202,
  answeredInMs: 5,
  ...change,
})

/** Deliveries of every verdict, newest first. */
export const deliveryLines: readonly DeliveryLine[] = [
  line('d-1', { at: ago(12), webhookId: 'hook-3', title: reads('Inbox, new mail'), answeredInMs: 3400 }),
  line('d-2', { at: ago(35) }),
  line('d-3', {
    at: ago(48),
    webhookId: null,
    title: { key: 'delivery.unknown-address' },
    verdict: 'refused',
    what: { key: 'delivery.refused-why', values: { why: { key: 'delivery.why.unknown-path' } } },
    status: 404,
    answeredInMs: 1,
  }),
  line('d-4', {
    at: ago(81),
    webhookId: 'hook-3',
    title: reads('Inbox, new mail'),
    verdict: 'refused',
    what: { key: 'delivery.refused-why', values: { why: { key: 'delivery.why.wrong-client-state' } } },
    answeredInMs: 4,
  }),
  line('d-5', {
    at: ago(196),
    title: reads('List Tenders 2027'),
    verdict: 'repeat',
    what: { key: 'delivery.repeat' },
    answeredInMs: 3,
  }),
  line('d-6', {
    at: ago(219),
    title: reads('Inbox, new mail'),
    verdict: 'lifecycle',
    what: { key: 'delivery.lifecycle.reauthorization-required' },
  }),
  line('d-7', {
    at: ago(90_000),
    verdict: 'not-stored',
    what: { key: 'delivery.not-stored' },
    status: 503,
  }),
]

/** One that came encrypted. */
export const delivery: Delivery = {
  line: line('d-2', { at: ago(35) }),
  bytes: 1412,
  entries: 1,
  checks: [
    { key: 'path', kind: 'passed', found: reads('presence') },
    { key: 'subscription-id', kind: 'passed', found: { key: 'delivery.found.known' } },
    { key: 'client-state', kind: 'passed', found: { key: 'delivery.found.equal' } },
    {
      key: 'validation-token',
      kind: 'passed',
      found: { key: 'delivery.found.signed', values: { minutes: 4 } },
    },
    { key: 'repeat', kind: 'passed', found: { key: 'delivery.found.first-time' } },
    { key: 'data-signature', kind: 'skipped', found: null },
  ],
  notifications: [
    {
      changeType: 'updated',
      lifecycleEvent: null,
      resource: 'communications/presences(41c7)',
      subscriptionId: '0f6b52c8',
      tenantId: '7c0f2a55',
    },
  ],
  raw: '{\n  "value": []\n}',
  headers: [
    { name: 'content-type', value: 'application/json; charset=utf-8' },
    { name: 'request-id', value: '7f0c1a52-93e0-4a0e-b8f1-0c2d6a11c9aa' },
    { name: 'user-agent', value: 'Microsoft-Graph-ChangeNotifications' },
    { name: 'x-forwarded-for', value: null },
  ],
  data: 'encrypted',
  canReplay: true,
  forwarded: null,
}
