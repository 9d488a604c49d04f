import type { Outputs } from '../../preload/contract/commands.ts'
import type { CheckedDraft } from '../../preload/contract/webhook-form.ts'
import { catalogue } from './sample-catalogue.ts'
import { preview } from './sample-details.ts'
import { delivery, deliveryLines } from './sample-deliveries.ts'
import { sixWebhooks, troubledWebhooks } from './sample-webhooks.ts'
import { busy } from './sample-states.ts'
import type { Sample } from './stub.ts'

/** A draft that Microsoft would take. */
export const checked: CheckedDraft = {
  refusals: [],
  warnings: [],
  request:
    'POST https://graph.microsoft.com/v1.0/subscriptions\ncontent-type: application/json\n\n{\n  "changeType": "updated",\n  "resource": "me/drive/root",\n  "clientState": "hidden"\n}',
  address: 'https://bell.lindenhof.example/h/9c1f...e07a',
  missingScopes: ['Files.Read.All'],
  adminConsentUrl: 'https://login.microsoftonline.com/common/adminconsent',
}

/** What Microsoft holds of a webhook. */
const held: Outputs['webhook'] = {
  ok: true,
  details: {
    facts: [
      { name: 'id', value: '0f6b52c8-6a1d-4c7e-9d0b-44b19a6be001' },
      { name: 'resource', value: "me/mailFolders('inbox')/messages" },
      { name: 'changes', value: 'created' },
      { name: 'calls', value: 'https://bell.lindenhof.example/h/9c1f…e07a' },
      { name: 'data', value: { key: 'webhook.fact.data-sent' } },
      { name: 'made-by', value: { key: 'webhook.fact.made-here' } },
    ],
    properties: [
      { name: 'resource', value: "me/mailFolders('inbox')/messages", hidden: false },
      { name: 'clientState', value: null, hidden: true },
      { name: 'notificationQueryOptions', value: null, hidden: false },
    ],
  },
}

/** What the commands of Webhooks answer. */
export const webhookAnswers = {
  webhookCatalogue: catalogue,
  previewRules: preview,
  draftWebhook: checked,
  fillPlaceholder: {
    kind: 'options',
    options: [
      { value: 'site-1', label: 'Finance', caption: 'lindenhof.example/sites/finance' },
      { value: 'site-2', label: 'Harbour', caption: null },
    ],
    note: null,
  },
  createWebhook: { kind: 'created', webhookId: 'hook-2' },
  webhook: held,
  takeOverWebhook: { ok: true, webhookId: 'hook-6' },
  importWebhook: { ok: true, webhookId: 'hook-6' },
  deliveries: { lines: deliveryLines, next: null, matches: deliveryLines.length },
  delivery: { ok: true, delivery },
  deliveryData: { ok: true, text: '{\n  "availability": "Away",\n  "activity": "Away"\n}' },
  saveDeliveries: { ok: true, written: '/home/grace/deliveries.json' },
  copyDelivery: { ok: true, text: "test('a delivery', () => {})" },
} satisfies Partial<Outputs>

/** The window with webhooks: some of each kind, and those that need someone. */
export const webhookSamples = {
  webhooks: { state: { ...busy, webhooks: sixWebhooks }, answers: webhookAnswers },
  'webhooks-troubled': { state: { ...busy, webhooks: troubledWebhooks }, answers: webhookAnswers },
} satisfies Record<string, Sample>
