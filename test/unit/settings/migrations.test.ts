import { expect, test } from 'vitest'
import type { Called } from '../../../preload/contract/called.ts'
import { defaultRules } from '../../../preload/contract/rules.ts'
import { migrated } from '../../../main/settings/migrations.ts'
import { readSettings } from '../../../main/settings/read.ts'
import { freshSettings, storedSchema } from '../../../main/settings/schema.ts'
import { aWebhook } from '../webhooks/a-webhook.ts'

const aDrive = {
  id: 's1',
  accountId: 'u.t',
  target: { kind: 'drive', driveId: 'b!1' },
  scope: { kind: 'everything' },
  icon: 'library',
  name: 'Drawings',
  place: 'Harbour',
  webUrl: null,
  pause: null,
  rules: defaultRules,
} as const

/** What versions before called in English. */
const ownFiles = { name: { kind: 'own-files' }, place: { kind: 'own-onedrive' } } as const

test('a file of version 1 is read as it was meant', () => {
  const account = {
    id: 'u.t',
    name: 'Grace Kimani',
    username: 'grace@lindenhof.example',
    type: 'work',
    tenantId: 't',
    graphId: 'u',
    scopes: ['Files.Read', 'User.Read'],
  }
  const drive = {
    id: 's1',
    accountId: 'u.t',
    target: { kind: 'own-drive', driveId: 'b!1' },
    name: 'My files',
    place: 'My OneDrive',
    webUrl: null,
  }
  const content = {
    version: 1,
    settings: { showNotices: true, tellOwnChanges: false, launchAtLogin: false, theme: 'system' },
    clientId: null,
    keepSignInsUnsealed: false,
    pausedEverything: false,
    accounts: [account],
    subscriptions: [
      { ...drive, paused: true },
      { ...drive, id: 's2', paused: false },
    ],
  }
  const added = { scope: { kind: 'everything' }, icon: 'own', rules: defaultRules }
  expect(readSettings(Buffer.from(JSON.stringify(content)))).toEqual({
    kind: 'whole',
    value: {
      ...freshSettings,
      begunAccounts: ['u.t'],
      accounts: [{ ...account, mail: null, cloud: 'global', awaited: [], ended: null }],
      subscriptions: [
        { ...drive, ...ownFiles, ...added, pause: { until: null } },
        { ...drive, ...ownFiles, ...added, id: 's2', pause: null },
      ],
    },
  })
})

test.each([
  ['nothing paused', false, null],
  ['everything paused', true, { until: null }],
])('version 1 with %s', (_name, pausedEverything, pause) => {
  expect(migrated({ version: 1, pausedEverything, accounts: [], subscriptions: [] })).toMatchObject({
    version: freshSettings.version,
    pause,
  })
})

test.each([
  ['told', true, 'tell'],
  ['not told', false, 'hide-all-accounts'],
])('version 2 with own changes %s', (_name, tellOwnChanges, ownChanges) => {
  const kept = {
    showNotices: false,
    launchAtLogin: true,
    theme: 'dark',
    language: 'system',
    trayIcon: 'any-panel',
    noticeNames: 'show',
    noticeSound: 'system',
    openByKeys: false,
  }
  const drive = {
    id: 's1',
    accountId: 'u.t',
    target: { kind: 'own-drive', driveId: null },
    scope: { kind: 'everything' },
    icon: 'own',
    name: 'My files',
    place: 'My OneDrive',
    webUrl: null,
    pause: { until: 7 },
  }
  const { mutes: _, ...fresh } = freshSettings
  const old = { ...fresh, version: 2, settings: { ...kept, tellOwnChanges }, subscriptions: [drive] }
  const today = migrated(old)
  expect(storedSchema.safeParse(today).success).toBe(true)
  expect(today).toEqual({
    ...freshSettings,
    settings: { ...kept, ownChanges, opens: 'browser', quietHours: null, keepFor: 90 },
    subscriptions: [{ ...drive, ...ownFiles, rules: defaultRules }],
  })
})

test('what version 3 had snoozed is muted', () => {
  const { mutes: _, ...fresh } = freshSettings
  const what = { kind: 'someone', someone: { kind: 'person', id: '1', name: 'Ada' } }
  const snoozes = [{ id: 'z', what, until: 99 }]
  const today = migrated({ ...fresh, version: 3, snoozes })
  expect(storedSchema.safeParse(today).success).toBe(true)
  expect(today).toEqual({ ...freshSettings, mutes: snoozes })
})

test.each([
  ['another', 'elsewhere'],
  ['drivebell', 'drivebell'],
])('who keeps a webhook in version 4, %s, manages it', (keeper, managedBy) => {
  const webhook = aWebhook({ managedBy: managedBy === 'elsewhere' ? 'elsewhere' : 'drivebell' })
  const { managedBy: _, ...kept } = webhook
  const today = migrated({ ...freshSettings, version: 4, webhooks: [{ ...kept, keeper }] })
  expect(storedSchema.safeParse(today).success).toBe(true)
  expect(today).toEqual({ ...freshSettings, webhooks: [webhook] })
})

test.each([
  ['reauthorised', 'reauthorized'],
  ['missed', 'missed'],
] as const)('what version 7 said of a webhook, %s', (before, kind) => {
  const webhook = aWebhook({ reauthorizedAt: 7, lastLifecycle: { kind, at: 8 } })
  const { reauthorizedAt, ...same } = webhook
  const kept = { ...same, reauthorisedAt: reauthorizedAt, lastLifecycle: { kind: before, at: 8 } }
  const today = migrated({ ...freshSettings, version: 7, webhooks: [kept] })
  expect(storedSchema.safeParse(today).success).toBe(true)
  expect(today).toEqual({ ...freshSettings, webhooks: [webhook] })
})

test('version 4 without webhooks is whole', () => {
  const { webhooks: _, ...before } = freshSettings
  expect(storedSchema.parse(migrated({ ...before, version: 4 }))).toEqual(freshSettings)
})

test.each<[string, Called]>([
  ['My files', { kind: 'own-files' }],
  ['My OneDrive', { kind: 'own-onedrive' }],
  ["Ada Okafor's files", { kind: 'files-of', name: 'Ada Okafor' }],
  ["Ada's files (Harbour)", { kind: 'apart', name: { kind: 'files-of', name: 'Ada' }, place: 'Harbour' }],
  ['My files (My OneDrive)', { kind: 'apart', name: { kind: 'own-files' }, place: { kind: 'own-onedrive' } }],
  ['A shared drive', { kind: 'shared' }],
  ['A group', { kind: 'group' }],
  ['A list', { kind: 'list' }],
  ['Harbour, heard as a list', { kind: 'as-list', place: 'Harbour' }],
  ['Heard as a list', { kind: 'as-list', place: '' }],
  ['Documents (Design)', 'Documents (Design)'],
  ['', ''],
])('what version 5 called %j is what it is', (name, called) => {
  const [drive] = storedSchema.parse(
    migrated({ ...freshSettings, version: 5, subscriptions: [{ ...aDrive, name, place: name }] }),
  ).subscriptions
  expect(drive).toEqual({ ...aDrive, name: called, place: called })
})

test('what version 5 had muted is called as it is today', () => {
  const about = { subscriptionId: 's', itemId: 'i' }
  const mutes = [
    { id: '1', what: { kind: 'subscription', subscriptionId: 's', name: 'My files' }, until: 9 },
    { id: '2', what: { kind: 'file', ...about, name: 'an item' }, until: 9 },
    { id: '3', what: { kind: 'folder', ...about, name: 'Plans' }, until: 9 },
  ]
  expect(storedSchema.parse(migrated({ ...freshSettings, version: 5, mutes })).mutes).toEqual([
    { id: '1', what: { kind: 'subscription', subscriptionId: 's' }, until: 9 },
    { id: '2', what: { kind: 'file', ...about, name: '' }, until: 9 },
    { id: '3', what: { kind: 'folder', ...about, name: 'Plans' }, until: 9 },
  ])
})

test.each([
  ['library', 'Documents', 'Harbour', { kind: 'in-site', name: 'Documents', site: 'Harbour' }, 'SharePoint'],
  ['list', 'Risks', 'Harbour', { kind: 'in-site', name: 'Risks', site: 'Harbour' }, 'SharePoint'],
  ['library', 'Harbour', 'Harbour', 'Harbour', 'Harbour'],
  ['library', 'Documents', '', 'Documents', ''],
  ['person', "Ada Okafor's files", 'OneDrive', { kind: 'files-of', name: 'Ada Okafor' }, 'OneDrive'],
])('a %s of version 5 called %s in %s says where it is', (icon, name, place, called, beside) => {
  const today = migrated({ ...freshSettings, version: 5, subscriptions: [{ icon, name, place }] })
  expect(today).toMatchObject({
    version: freshSettings.version,
    subscriptions: [{ name: called, place: beside }],
  })
})

test.each([
  null,
  7,
  [],
  {},
  { version: 4 },
  { version: 5 },
  { version: 5, subscriptions: [null, { icon: 'list', name: 7 }] },
  { version: 4, webhooks: [null] },
  { version: 2, settings: 7 },
  { version: 1, accounts: 7, subscriptions: [null] },
])('what is no settings file does not break the reading: %j', (found) => {
  expect(storedSchema.safeParse(migrated(found)).success).toBe(false)
})

test('a chat that was called in English, within the names of a webhook, is what it is', () => {
  const webhook = { ...aWebhook(), names: { 'c-1': 'A chat of two', 'c-2': 'Harbour', inbox: 'Inbox' } }
  const [kept] = storedSchema.parse(migrated({ ...freshSettings, version: 6, webhooks: [webhook] })).webhooks
  expect(kept?.names).toEqual({
    'c-1': { key: 'catalogue.chat.one-on-one' },
    'c-2': 'Harbour',
    inbox: 'Inbox',
  })
})

test('whoever was signed in before accounts that have begun were remembered has begun', () => {
  const account = {
    id: 'u.t',
    name: 'Grace Kimani',
    username: 'grace@lindenhof.example',
    type: 'work',
    cloud: 'global',
    tenantId: 't',
    graphId: null,
    scopes: [],
    awaited: [],
    ended: null,
  }
  const begunIn = (facts: object) => {
    const read = readSettings(
      Buffer.from(JSON.stringify({ ...freshSettings, accounts: [account], ...facts })),
    )
    return read.kind === 'newer' ? null : read.value.begunAccounts
  }
  expect(begunIn({ begunAccounts: undefined })).toEqual(['u.t'])
  expect(begunIn({ begunAccounts: undefined, accounts: [account, 7, {}] })).toEqual(['u.t'])
  expect(begunIn({ begunAccounts: undefined, accounts: [] })).toEqual([])
  expect(begunIn({ begunAccounts: [] })).toEqual([])
  expect(begunIn({ begunAccounts: 7 })).toEqual([])
})
