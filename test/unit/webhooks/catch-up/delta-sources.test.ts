import { describe, expect, test } from 'vitest'
import { deltaOf } from '../../../../main/webhooks/catch-up/delta-sources.ts'
import { parseResource } from '../../../../main/webhooks/catalogue/resource-path.ts'
import { missedIn } from '../../../../main/webhooks/notices/missed.ts'
import { catchUpView } from '../../../../main/webhooks/page/catch-up-view.ts'
import { aWebhook } from '../a-webhook.ts'
import { work } from '../asker.ts'

const now = Date.parse('2026-11-21T08:00:00Z')
const id = '41c7a0be-9b55-4f0e-8a8c-2a1e5f7d9c10'

function source(resource: string, isWork = true): string | null {
  const known = parseResource(resource, [id])
  const found = known && deltaOf(known, { changeTypes: ['created', 'updated'] }, isWork, now)
  if (!found) return null
  return found.kind === 'folders' ? `${found.list} then ${found.first('F')}` : found.first
}

const mail = '$select=subject,from,webLink,receivedDateTime,lastModifiedDateTime'

test.each([
  ["me/mailFolders('inbox')/messages", `/me/mailFolders/inbox/messages/delta?${mail}`],
  [`users/${id}/mailFolders('inbox')/messages`, `/me/mailFolders/inbox/messages/delta?${mail}`],
  ['me/messages', `/me/mailFolders/delta?$select=displayName then /me/mailFolders/F/messages/delta?${mail}`],
  [
    'me/events',
    '/me/calendarView/delta?startDateTime=2026-10-22T08:00:00.000Z&endDateTime=2027-11-21T08:00:00.000Z',
  ],
  ['me/contacts', '/me/contactFolders/contacts/contacts/delta?$select=displayName'],
  ['me/contactFolders/c1/contacts', '/me/contactFolders/c1/contacts/delta?$select=displayName'],
  ['me/drive/root', '/me/drive/root/delta?token=latest'],
  ['drives/b!x/root', '/drives/b!x/root/delta?token=latest'],
  ['sites/h,1,2/lists/l1', '/sites/h,1,2/lists/l1/items/delta?token=latest'],
  ['users', '/users/delta?$select=displayName&$deltatoken=latest'],
  [`groups/${id}`, `/groups/delta?$select=displayName&$filter=id eq '${id}'&$deltatoken=latest`],
  [
    `groups/${id}/members`,
    `/groups/delta?$select=displayName,members&$filter=id eq '${id}'&$deltatoken=latest`,
  ],
  ['users/ada@lindenhof.example', null],
  ['users/ada@lindenhof.example/messages', null],
  ['me/todo/lists/l1/tasks', null],
  ['chats/c1/messages', null],
  ['communications/callRecords', null],
])('%s is read at %s', (resource, path) => {
  expect(source(resource)).toBe(path)
})

test('a personal account has no directory', () => {
  expect(source('users', false)).toBeNull()
})

test('where only new messages are wanted, those of before are not walked through', () => {
  const known = parseResource("me/mailFolders('inbox')/messages", [])
  const found = known && deltaOf(known, { changeTypes: ['created'] }, true, now)
  expect(found?.kind === 'items' && found.first).toContain(
    '&changeType=created&$filter=receivedDateTime ge 2026-11-21T08:00:00.000Z',
  )
})

describe('what of a delta happened since', () => {
  const before = '2026-11-21T07:00:00Z'
  const after = '2026-11-21T09:00:00Z'
  test.each<[string, object, string | null]>([
    ['came since', { receivedDateTime: after, lastModifiedDateTime: after }, 'created'],
    ['came before, changed since', { createdDateTime: before, lastModifiedDateTime: after }, 'updated'],
    ['came and changed before', { createdDateTime: before, lastModifiedDateTime: before }, null],
    ['is gone', { '@removed': { reason: 'deleted' } }, 'deleted'],
    ['does not say when', { displayName: 'Ada Okafor' }, 'updated'],
  ])('%s', (_what, item, changeType) => {
    const found = missedIn([{ id: 'i', ...item }], now)
    expect(found.map((each) => each.changeType)).toEqual(changeType === null ? [] : [changeType])
  })

  test('occurrences are their series, and what has no id is nothing', () => {
    const changed = { createdDateTime: before, lastModifiedDateTime: after }
    const items = [
      { id: 'a', seriesMasterId: 's', ...changed },
      { id: 'b', seriesMasterId: 's', ...changed },
      { ...changed },
      null,
      'odd',
    ]
    expect(missedIn(items, now).map((each) => each.id)).toEqual(['s'])
  })
})

describe('what the page says of it', () => {
  const account = {
    ...work,
    name: '',
    tenantId: '',
    mail: null,
    awaited: [],
    state: { kind: 'signed-in' },
  } as const
  const inbox = aWebhook({ row: 'message', resource: "me/mailFolders('inbox')/messages" })
  const view = (webhook = inbox, scopes: readonly string[] = []) =>
    catchUpView(webhook, { ...account, scopes }, () => null)

  test('the permission is named before it is asked', () => {
    expect(view()).toEqual({
      kind: 'needs-permission',
      scopes: ['Mail.ReadBasic'],
      why: { key: 'webhook.consent', values: { purpose: { key: 'permission.mail-readbasic' } } },
      adminConsentUrl: null,
    })
  })

  test('with it, it is read; without delta, it is said', () => {
    expect(view(inbox, ['Mail.Read'])).toEqual({ kind: 'reads' })
    expect(view(aWebhook({ row: 'chat-message', resource: 'chats/c1/messages' }))).toEqual({ kind: 'says' })
  })
})
