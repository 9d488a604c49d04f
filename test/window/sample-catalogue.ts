import type { CatalogueRow } from '../../preload/contract/webhook-catalogue.ts'
import { reads } from '../words.ts'
import { anyRow } from '../../main/webhooks/catalogue/any-resource.ts'
import { dayMs } from '../../main/kit/time.ts'

const every = (...chosen: readonly string[]) =>
  (['created', 'updated', 'deleted'] as const).map((type) => ({
    type,
    chosen: chosen.includes(type),
    why: null,
  }))

const row = (change: Partial<CatalogueRow> & Pick<CatalogueRow, 'key' | 'title'>): CatalogueRow => ({
  group: 'mail-calendar-tasks',
  caption: null,
  icon: 'mail',
  isNewer: false,
  locked: null,
  forms: [
    { key: 'mine', title: reads('Yours'), pattern: `me/${change.key}`, placeholders: [], locked: null },
  ],
  changeTypes: every('created', 'updated', 'deleted'),
  life: {
    leastMs: 2_700_000,
    mostMs: 7 * dayMs,
    mostWithDataMs: dayMs,
    usualMs: null,
    limit: reads('At most 7 days, 1 day with data. Renewed by itself.'),
  },
  data: { kind: 'optional', needsSelect: true, note: null },
  filter: 'optional',
  models: [],
  extras: [],
  permission: {
    scopes: ['Mail.Read'],
    alternatives: [],
    application: ['Mail.Read'],
    purpose: reads('read your mail'),
    isGranted: false,
    canWrite: false,
  },
  latency: reads('Microsoft calls within a minute.'),
  quota: null,
  notes: [],
  ...change,
})

const updatedOnly = { key: 'catalogue.only.updated' } as const

/** Some rows of the catalogue, with everything a form can have. */
export const catalogue: readonly CatalogueRow[] = [
  row({
    key: 'drive',
    group: 'files-and-lists',
    title: reads('A drive'),
    caption: reads('OneDrive or library'),
    icon: 'drive',
    forms: [
      {
        key: 'own',
        title: reads('My files (your OneDrive)'),
        pattern: 'me/drive/root',
        placeholders: [],
        locked: null,
      },
      {
        key: 'other',
        title: reads('Another drive'),
        pattern: 'drives/{drive}/root',
        placeholders: [{ name: 'drive', kind: 'drive', many: false, after: null }],
        locked: null,
      },
    ],
    changeTypes: every('updated').map((each) =>
      each.type === 'updated' ? each : { ...each, why: updatedOnly },
    ),
    life: {
      leastMs: 2_700_000,
      mostMs: 29 * dayMs + 9 * 3_600_000,
      mostWithDataMs: 29 * dayMs + 9 * 3_600_000,
      usualMs: null,
      limit: reads('At most 29 days 9 h for drives. Renewed by itself.'),
    },
    data: { kind: 'no', needsSelect: false, note: null },
    filter: 'no',
    extras: [
      {
        key: 'security-events',
        note: null,
        byDefault: true,
      },
    ],
    permission: {
      scopes: ['Files.Read.All'],
      alternatives: [],
      application: [],
      purpose: reads('read all files you can open'),
      isGranted: false,
      canWrite: false,
    },
    latency: null,
    notes: [reads('Work accounts: whole drives only. Drivebell narrows it to folders after delivery.')],
  }),
  row({
    key: 'list',
    group: 'files-and-lists',
    title: reads('A list'),
    caption: reads('SharePoint list'),
    icon: 'list',
    forms: [
      {
        key: 'list',
        title: reads('A list'),
        pattern: 'sites/{site}/lists/{list}',
        placeholders: [
          { name: 'site', kind: 'site', many: false, after: null },
          { name: 'list', kind: 'list', many: false, after: 'site' },
        ],
        locked: null,
      },
    ],
  }),
  row({ key: 'message', title: reads('Messages'), caption: reads('Your mailbox') }),
  row({ key: 'events', title: reads('Events'), caption: reads('Your calendar'), icon: 'calendar' }),
  row({
    key: 'tasks',
    title: reads('To Do tasks'),
    icon: 'tasks',
    permission: {
      scopes: ['Tasks.ReadWrite'],
      alternatives: [],
      application: [],
      purpose: reads('read and change your tasks'),
      isGranted: false,
      canWrite: true,
    },
  }),
  row({
    key: 'presence',
    group: 'teams',
    title: reads('Presence'),
    caption: reads('Always encrypted'),
    icon: 'presence',
    data: {
      kind: 'must',
      needsSelect: false,
      note: reads('The changed data always comes along, encrypted.'),
    },
    forms: [
      {
        key: 'people',
        title: reads('People'),
        pattern: 'communications/presences?$filter=id in ({users})',
        placeholders: [{ name: 'users', kind: 'users', many: true, after: null }],
        locked: null,
      },
    ],
    life: {
      leastMs: 2_700_000,
      mostMs: 3_600_000,
      mostWithDataMs: 3_600_000,
      usualMs: null,
      limit: reads('At most 1 h. Renewed by itself.'),
    },
  }),
  row({
    key: 'print',
    group: 'devices-and-security',
    title: reads('Printer jobs'),
    icon: 'printer',
    locked: reads('Needs app-only access'),
  }),
  row({ key: 'alerts', group: 'devices-and-security', title: reads('Security alerts'), icon: 'shield' }),
  anyRow,
]
