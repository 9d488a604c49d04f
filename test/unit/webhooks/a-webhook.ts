import { freshWebhook, type Webhook } from '../../../main/settings/webhook.ts'

/** A live webhook of an own drive, with these facts instead. */
export function aWebhook(facts: Partial<Webhook> = {}): Webhook {
  return {
    ...freshWebhook,
    id: 'w',
    accountId: 'a',
    managedBy: 'drivebell',
    graphId: 'G-1',
    pastGraphIds: [],
    row: 'drive',
    resource: 'me/drive/root',
    changeTypes: ['updated'],
    lifeMs: 3_600_000,
    resourceData: false,
    certificateId: null,
    prefer: null,
    leastTls: null,
    publicUrl: 'https://bell.example',
    lifecycleUrl: 'https://bell.example',
    names: {},
    ...facts,
  }
}
