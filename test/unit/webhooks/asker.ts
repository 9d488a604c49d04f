import type { Draft } from '../../../main/webhooks/catalogue/draft.ts'
import type { Asker } from '../../../main/webhooks/catalogue/row-permission.ts'

/** Grace of Lindenhof, as the checks see her. */
export const work: Asker = {
  id: '41c7a0be-9b55-4f0e-8a8c-2a1e5f7d9c10.7c0f2a55-1b7e-4a0f-8a31-2d94c4e6b901',
  type: 'work',
  cloud: 'global',
  scopes: ['Files.Read', 'User.Read'],
  graphId: '41c7a0be-9b55-4f0e-8a8c-2a1e5f7d9c10',
  username: 'grace@lindenhof.example',
}

export const personal: Asker = { ...work, type: 'personal', username: 'grace@outlook.example' }

/** A drive’s webhook with nothing wrong in it. */
export const driveDraft: Draft = {
  accountId: work.id,
  row: 'drive',
  form: 'own',
  filled: {},
  changeTypes: ['updated'],
  lifeMs: 28 * 86_400_000,
  resourceData: false,
  select: null,
  filter: null,
  model: null,
  extras: [],
  leastTls: null,
  notificationUrl: 'https://relay.example.net/h/9c1f',
  lifecycleNotificationUrl: 'https://relay.example.net/h/9c1f',
  clientState: 'k3v-71d0c9f4a2',
  isSimulated: false,
  certificate: null,
}

/** A message webhook with nothing wrong in it. */
export const mailDraft: Draft = {
  ...driveDraft,
  row: 'message',
  form: 'folder',
  filled: { 'mail-folder': ['Inbox'] },
  changeTypes: ['created'],
  lifeMs: 6 * 86_400_000,
}

export const minute = 60_000

/** Somebody's id, as presence wants it. */
export const presenceId = '41c7a0be-9b55-4f0e-8a8c-2a1e5f7d9c10'

export const presence: Draft = {
  ...driveDraft,
  row: 'presence',
  form: 'people',
  filled: { users: [presenceId, '7c0f2a55-1b7e-4a0f-8a31-2d94c4e6b901'] },
  lifeMs: 60 * minute,
  resourceData: true,
  certificate: { publicPart: 'MIID', id: 'drivebell-2026-11' },
}
export const chat: Draft = {
  ...driveDraft,
  row: 'chat-message',
  form: 'chat',
  filled: { chat: ['19:abc@thread.v2'] },
  lifeMs: 4320 * minute,
}
export const allChats: Draft = { ...chat, row: 'chat-messages-user', form: 'own', filled: {} }
