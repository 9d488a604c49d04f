import { expect, test } from 'vitest'
import { findRow } from '../../../../main/webhooks/catalogue/catalogue.ts'
import { checkRequest, shownRequest } from '../../../../main/webhooks/catalogue/request-check.ts'
import { parseResource } from '../../../../main/webhooks/catalogue/resource-path.ts'
import type {
  SubscriptionError,
  SubscriptionFailure,
} from '../../../../main/webhooks/api/subscription-error.ts'
import { refusalBy } from '../../../../main/webhooks/lifecycle/webhook-refusals.ts'
import { english } from '../../../words.ts'
import { titleOf } from '../../../../main/webhooks/catalogue/title.ts'
import { driveDraft, work } from '../asker.ts'

test.each([
  ['/me/drive/root', ['updated'], 'Files in your OneDrive'],
  ['drives/b!x/root', ['updated'], 'Files in Drawings'],
  ['drives/b!y/root', ['updated'], 'Files in another drive'],
  ['me/drive/root:/a:', ['updated'], 'A drive'],
  ["me/mailFolders('Inbox')/messages", ['created'], 'Inbox, new mail'],
  ["me/mailFolders('Inbox')/messages", ['created', 'deleted'], 'Inbox'],
  ['me/mailFolders/AAMk=/messages', ['updated'], 'A mail folder'],
  ['sites/h,1,2/lists/l1', ['updated'], 'List Tenders 2027'],
  ["communications/presences?$filter=id in ('a','b','c')", ['updated'], 'Presence of 3 people'],
  ["communications/presences?$filter=id in ('a')", ['updated'], 'Presence of Ada Okafor'],
  ['users/bo@lindenhof.example/drive/root', ['updated'], 'Files of bo@lindenhof.example'],
  ['me/events', ['created'], 'Calendar'],
  ['sites/h,1,2/lists/l2', ['updated'], 'A list on a site'],
  ['groups/g1', ['updated'], 'One group'],
  ['groups/g1/members', ['updated'], 'Members of a group'],
  ['chats/c1/messages', ['created'], 'Messages in a chat'],
  ['security/alerts/1', ['updated'], 'One alert'],
] as const)('%s, on %s, is called %s', (resource, changes, title) => {
  const names = new Map([
    ['b!x', 'Drawings'],
    ['l1', 'Tenders 2027'],
    ['a', 'Ada Okafor'],
  ])
  const known = parseResource(resource, [])
  expect(known && english.say(titleOf(known, changes, names))).toBe(title)
})

test('the request is shown as it is sent, without its secrets', () => {
  const draft = {
    ...driveDraft,
    extras: ['security-events' as const],
    notificationUrl: 'https://bell.lindenhof.example/h/9c1f0d2a4c199a77e07a',
  }
  const shown = shownRequest(checkRequest(draft, work, Date.parse('2026-11-21T08:00:00Z')))
  expect(shown).toBe(`POST /v1.0/subscriptions
content-type: application/json
Prefer: includesecuritywebhooks

{
  "changeType": "updated",
  "resource": "/me/drive/root",
  "notificationUrl": "https://bell.lindenhof.example/h/9c1f…e07a",
  "lifecycleNotificationUrl": "https://relay.example.net/h/9c1f",
  "expirationDateTime": "2026-12-19T08:00:00.000Z",
  "clientState": "hidden"
}`)
})

test.each([
  [{ kind: 'unreachable' }, 'Microsoft couldn’t reach https://bell.lindenhof.example. Nothing was created.'],
  [
    { kind: 'exists', id: null },
    'This webhook already exists. It was created elsewhere, and Drivebell can take it over.',
  ],
  [
    { kind: 'quota', most: 1000 },
    'Microsoft doesn’t allow more than 1,000 webhooks for this mailbox. Delete one first.',
  ],
  [
    { kind: 'quota', most: null },
    'Microsoft doesn’t allow more webhooks for this mailbox. Delete one first.',
  ],
  [{ kind: 'gone' }, 'Microsoft can’t find what the webhook is about. Nothing was created.'],
  [{ kind: 'offline' }, 'You’re offline. Nothing was created.'],
  [{ kind: 'refused' }, 'Microsoft refused the request. Nothing was created.'],
] satisfies [SubscriptionFailure, string][])('%o is said in a sentence', (failure, sentence) => {
  const error: SubscriptionError = { ...failure, code: null, requestId: null, message: null }
  const about = {
    row: findRow('message'),
    publicUrl: 'https://bell.lindenhof.example',
    doing: 'create',
  } as const
  expect(english.say(refusalBy(error, about))).toBe(sentence)
})
