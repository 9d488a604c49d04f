import { describe, expect, test } from 'vitest'
import type { Draft } from '../../../../main/webhooks/catalogue/draft.ts'
import { checkRequest } from '../../../../main/webhooks/catalogue/request-check.ts'
import type { Asker } from '../../../../main/webhooks/catalogue/row-permission.ts'
import { english } from '../../../words.ts'
import {
  allChats,
  chat,
  driveDraft,
  mailDraft,
  minute,
  personal,
  presence,
  presenceId,
  work,
} from '../asker.ts'

const now = Date.parse('2026-11-21T08:00:00Z')
const refusalsOf = (draft: Draft, account: Asker = work) =>
  checkRequest(draft, account, now).refusals.map(({ field, why }) => `${field}: ${english.say(why)}`)

test.each([
  ['a drive', driveDraft, work],
  ['the root of a personal drive', driveDraft, personal],
  [
    'a folder of a personal drive',
    { ...driveDraft, form: 'folder', filled: { drive: ['d'], folder: ['f'] } },
    personal,
  ],
  ['drives as long as it goes', { ...driveDraft, lifeMs: 42_300 * minute }, work],
  ['drives as short as it goes', { ...driveDraft, lifeMs: 45 * minute }, work],
  ['mail', mailDraft, work],
  [
    'mail of oneself by name',
    { ...mailDraft, form: 'user', filled: { user: ['Grace@lindenhof.example'] } },
    work,
  ],
  [
    'mail with its data',
    {
      ...mailDraft,
      lifeMs: 1440 * minute,
      resourceData: true,
      select: 'subject, from',
      certificate: presence.certificate,
    },
    work,
  ],
  ['presence', presence, work],
  ['a chat for three days', chat, work],
  [
    'a chat for an hour without a lifecycle address',
    { ...chat, lifeMs: 60 * minute, lifecycleNotificationUrl: null },
    work,
  ],
  ['all chats by model B', { ...allChats, model: 'B' }, work],
  [
    'plain http in simulation',
    { ...driveDraft, isSimulated: true, notificationUrl: 'http://127.0.0.1:1/h' },
    work,
  ],
] satisfies [string, Draft, Asker][])('nothing is wrong with %s', (_, draft, account) => {
  expect(refusalsOf(draft, account)).toEqual([])
})

describe('each refusal is said under its field', () => {
  const whole = 'Work accounts: whole drives only. Drivebell narrows it to folders afterward.'
  const updated =
    'Microsoft only ever reports “updated” for drives and lists. Drivebell then finds out what changed.'
  const own = 'Only your own mailbox. For another one, Microsoft requires app-only access.'
  const here = 'Microsoft can’t reach that name. Use the public name of a tunnel or relay.'
  test.each([
    [{ ...driveDraft, row: 'moon' }, work, 'row: Choose what Microsoft should call about.'],
    [{ ...driveDraft, form: 'moon' }, work, 'form: Choose how to find it.'],
    [{ ...driveDraft, form: 'folder', filled: { drive: ['d'], folder: ['f'] } }, work, `form: ${whole}`],
    [{ ...driveDraft, form: 'drive' }, work, 'filled.drive: Choose a drive.'],
    [
      { ...driveDraft, form: 'drive', filled: { drive: ['a', 'b'] } },
      work,
      'filled.drive: Only one fits here.',
    ],
    [{ ...driveDraft, changeTypes: ['created', 'updated'] }, work, `changeTypes: ${updated}`],
    [{ ...driveDraft, changeTypes: [] }, work, 'changeTypes: Choose at least one.'],
    [
      { ...driveDraft, row: 'user', form: 'all', changeTypes: ['created'] },
      work,
      'changeTypes: Microsoft reports new ones as “updated”.',
    ],
    [
      { ...driveDraft, lifeMs: 42_301 * minute },
      work,
      'life: At most 29 days, 9 hours for drives and lists.',
    ],
    [
      { ...driveDraft, lifeMs: 44 * minute },
      work,
      'life: At least 45 minutes. Microsoft extends anything shorter.',
    ],
    [{ ...presence, lifeMs: 61 * minute }, work, 'life: At most 1 hour for presence.'],
    [
      { ...mailDraft, resourceData: true, select: 'subject', certificate: presence.certificate },
      work,
      'life: At most 1 day for mail, events, and contacts with the changed data.',
    ],
    [
      { ...presence, resourceData: false },
      work,
      'resourceData: Presence is always sent with its data, encrypted.',
    ],
    [
      { ...presence, certificate: null },
      work,
      'resourceData: There’s no certificate yet to encrypt the data with.',
    ],
    [{ ...driveDraft, resourceData: true }, work, 'resourceData: Microsoft doesn’t send data with these.'],
    [
      { ...presence, filled: { users: Array.from({ length: 651 }, () => presenceId) } },
      work,
      'filled.users: At most 650 people in one webhook.',
    ],
    [
      { ...mailDraft, lifeMs: 1440 * minute, resourceData: true, certificate: presence.certificate },
      work,
      'select: Name the data you want, like subject,from.',
    ],
    [
      { ...mailDraft, select: 'subject from' },
      work,
      'select: Separate names with commas, like subject,from.',
    ],
    [
      { ...presence, filled: { users: [presenceId, 'bo@lindenhof.example'] } },
      work,
      'filled.users: bo@lindenhof.example isn’t the ID of a person. Use the ID from their profile, like 41c7a0be-9b55-4f0e-8a8c-2a1e5f7d9c10.',
    ],
    [
      { ...presence, form: 'one', filled: { user: ['ada'] } },
      work,
      'filled.user: ada isn’t the ID of a person. Use the ID from their profile, like 41c7a0be-9b55-4f0e-8a8c-2a1e5f7d9c10.',
    ],
    [{ ...chat, select: 'body' }, work, 'select: Microsoft can’t narrow the data of these.'],
    [{ ...driveDraft, filter: 'x eq 1' }, work, 'filter: Microsoft doesn’t accept a filter for these.'],
    [
      { ...mailDraft, form: 'user', filled: { user: ['ada@lindenhof.example'] } },
      work,
      `filled.user: ${own}`,
    ],
    [{ ...allChats, model: 'A' }, work, 'model: Only model B fits here.'],
    [{ ...chat, model: 'B' }, work, 'model: There’s no licensing model for these.'],
    [
      { ...driveDraft, extras: ['security-events'] },
      personal,
      'extras: Only drives of work and school accounts report changed access.',
    ],
    [
      { ...mailDraft, extras: ['unknown-enum-members'] },
      work,
      'extras: Only messages in Teams come with what Teams writes itself.',
    ],
    [{ ...chat, extras: ['user-properties'] }, work, 'extras: Only chats come with what only concerns you.'],
    [
      { ...chat, lifecycleNotificationUrl: null },
      work,
      'lifecycle: For longer than an hour, Teams needs an address for messages about the webhook itself.',
    ],
    [
      { ...driveDraft, notificationUrl: null },
      work,
      'address: The listener doesn’t have a public address yet.',
    ],
    [
      { ...driveDraft, notificationUrl: 'http://relay.example.net/h' },
      work,
      'address: Microsoft only calls https addresses.',
    ],
    [{ ...driveDraft, notificationUrl: 'https://127.0.0.1/h' }, work, `address: ${here}`],
    [{ ...driveDraft, notificationUrl: 'https://[fd00::1]/h' }, work, `address: ${here}`],
    [{ ...driveDraft, lifecycleNotificationUrl: 'https://printer.local/h' }, work, `lifecycle: ${here}`],
    [
      { ...driveDraft, clientState: 'x'.repeat(129) },
      work,
      'clientState: At most 128 characters. This has 129.',
    ],
    [
      { ...driveDraft, clientState: '' },
      work,
      'clientState: Without a secret, Drivebell couldn’t recognize forged calls.',
    ],
  ] satisfies [Draft, Asker, string][])('case %#', (draft, account, refusal) => {
    expect(refusalsOf(draft, account)).toEqual([refusal])
  })
})
