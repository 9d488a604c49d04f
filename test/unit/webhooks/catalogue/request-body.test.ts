import { describe, expect, test } from 'vitest'
import type { Draft } from '../../../../main/webhooks/catalogue/draft.ts'
import { checkRequest } from '../../../../main/webhooks/catalogue/request-check.ts'
import { allChats, driveDraft, mailDraft, personal, presence, work } from '../asker.ts'

const now = Date.parse('2026-11-21T08:00:00Z')

describe('the documents’ own requests', () => {
  test('OneDrive, "Create subscription": the root of the signed-in person’s drive', () => {
    const asked = Date.parse('2017-12-30T09:00:00Z')
    const until = '2018-01-01T11:23:00.000Z'
    const draft = {
      ...driveDraft,
      lifeMs: Date.parse(until) - asked,
      notificationUrl: 'https://hooks.example.net/notificationClient',
      lifecycleNotificationUrl: null,
      clientState: 'client-specific string',
    }
    expect(checkRequest(draft, personal, asked)).toMatchObject({
      refusals: [],
      headers: {},
      scopes: [],
      body: {
        changeType: 'updated',
        notificationUrl: 'https://hooks.example.net/notificationClient',
        resource: '/me/drive/root',
        expirationDateTime: until,
        clientState: 'client-specific string',
      },
    })
  })

  test('Graph, "Create subscription": new messages of the inbox', () => {
    const asked = Date.parse('2016-11-15T08:00:00Z')
    const until = '2016-11-20T18:23:45.935Z'
    const draft: Draft = {
      ...mailDraft,
      lifeMs: Date.parse(until) - asked,
      notificationUrl: 'https://hooks.example.net/api/send/myNotifyClient',
      lifecycleNotificationUrl: null,
      clientState: 'secretClientValue',
      leastTls: 'v1_2',
    }
    expect(checkRequest(draft, work, asked)).toMatchObject({
      refusals: [],
      headers: {},
      scopes: ['Mail.ReadBasic'],
      body: {
        changeType: 'created',
        notificationUrl: 'https://hooks.example.net/api/send/myNotifyClient',
        resource: "me/mailFolders('Inbox')/messages",
        expirationDateTime: until,
        clientState: 'secretClientValue',
        latestSupportedTlsVersion: 'v1_2',
      },
    })
  })
})

test('presence of several people, encrypted, with every header and option that fits', () => {
  expect(checkRequest(presence, work, now)).toMatchObject({
    scopes: ['Presence.Read.All'],
    body: {
      resource:
        "communications/presences?$filter=id in ('41c7a0be-9b55-4f0e-8a8c-2a1e5f7d9c10','7c0f2a55-1b7e-4a0f-8a31-2d94c4e6b901')",
      includeResourceData: true,
      encryptionCertificate: 'MIID',
      encryptionCertificateId: 'drivebell-2026-11',
      expirationDateTime: '2026-11-21T08:59:00.000Z', // a minute short of the longest, for clocks differ
    },
  })
  const extras = checkRequest({ ...driveDraft, extras: ['security-events'] }, work, now)
  expect(extras.headers).toEqual({ Prefer: 'includesecuritywebhooks' })
  const written = checkRequest({ ...allChats, model: 'B', extras: ['unknown-enum-members'] }, work, now)
  expect(written.headers).toEqual({ Prefer: 'include-unknown-enum-members' })
  expect(written.body?.resource).toBe('me/chats/getAllMessages?model=B')
})

test('a greater permission does not stand in for the smaller one that would do', () => {
  const scopesWith = (scopes: readonly string[]) => checkRequest(driveDraft, { ...work, scopes }, now).scopes
  expect(scopesWith(['Files.ReadWrite.All'])).toEqual(['Files.Read.All'])
  expect(scopesWith(['files.read.all'])).toEqual([])
  const mail = checkRequest(mailDraft, { ...work, scopes: ['Mail.Read'] }, now)
  expect(mail.scopes).toEqual([])
})
