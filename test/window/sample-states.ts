import { noPolicy } from '../../preload/contract/policy.ts'
import { defaultSettings } from '../../preload/contract/settings.ts'
import { defaultRules } from '../../preload/contract/rules.ts'
import type {
  AccountView,
  AppState,
  DriveStatus,
  Overview,
  SubscriptionView,
} from '../../preload/contract/state.ts'
import { quietHours, rules, mutes } from './sample-details.ts'
import { ago, now } from './sample-time.ts'
import { noWebhooks } from './sample-webhooks.ts'

const live = (seconds: number): DriveStatus => ({
  kind: 'live',
  since: ago(3600),
  lastHeardAt: ago(seconds),
  lastCheckedAt: ago(seconds),
})

export const drive = (change: Partial<SubscriptionView> = {}): SubscriptionView => ({
  id: 'sub-1',
  accountId: 'grace',
  target: { kind: 'own-drive', driveId: 'b!own' },
  icon: 'own',
  scope: { kind: 'everything' },
  rules: defaultRules,
  rulesInWords: null,
  name: 'My files',
  place: 'My OneDrive',
  status: live(8),
  learning: null,
  unseen: 0,
  ...change,
})

export const account = (change: Partial<AccountView> = {}): AccountView => ({
  id: 'grace',
  name: 'Grace Kimani',
  username: 'grace@lindenhof.example',
  type: 'work',
  cloud: 'global',
  scopes: ['User.Read', 'Files.Read.All', 'Sites.Read.All', 'openid', 'profile', 'offline_access'],
  drives: 1,
  state: { kind: 'signed-in' },
  ...change,
})

export const overview = (change: Partial<Overview> = {}): Overview => ({
  kind: 'live',
  total: 1,
  live: 1,
  polling: 0,
  lastHeardAt: ago(8),
  offlineSince: null,
  pausedUntil: null,
  needsYou: [],
  catchingUp: [],
  ...change,
})

/** Before anyone signed in. */
export const fresh: AppState = {
  version: '0.1.0',
  host: {
    electron: '45.4.1',
    chromium: '156.0.7011.3',
    node: '24.21.0',
    system: 'Debian GNU/Linux 12 (bookworm), GNOME, wayland',
  },
  platform: 'linux',
  clientId: { kind: 'known', id: '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2', from: 'environment' },
  signIn: { kind: 'idle' },
  keyring: { kind: 'sealed', backend: 'gnome_libsecret' },
  accounts: [],
  subscriptions: [],
  overview: overview({ kind: 'no-account', total: 0, live: 0, lastHeardAt: null }),
  history: { revision: 0, unseen: 0, kept: 0, since: null, bytes: 0 },
  latest: [],
  mutes: [],
  webhooks: noWebhooks,
  settings: defaultSettings,
  policy: noPolicy,
  launchAtLogin: false,
  languages: ['en'],
  alerts: [],
  proxy: null,
}

/** One account, its own drive live, changes kept. */
export const settled: AppState = {
  ...fresh,
  accounts: [account()],
  subscriptions: [drive({ unseen: 5 })],
  overview: overview(),
  history: {
    revision: 1,
    unseen: 5,
    kept: 4218,
    since: Date.parse('2026-08-21T09:00:00Z'),
    bytes: 1_900_000,
  },
}

const personal = account({
  id: 'personal',
  username: 'grace.kimani@mail.example',
  type: 'personal',
  scopes: ['User.Read', 'Files.Read'],
})

const signedOut = account({
  id: 'seabright',
  name: 'Grace Kimani',
  username: 'g.kimani@seabright.example',
  drives: 2,
  state: {
    kind: 'signed-out',
    why: { key: 'account.signed-out.password-changed', values: { drives: 2 } },
  },
})

const tomorrow = Date.parse('2026-11-20T08:00:00Z')

/** Every state of hearing at once, and two faults. */
export const busy: AppState = {
  ...settled,
  accounts: [account({ drives: 8 }), personal, signedOut],
  mutes,
  settings: { ...settled.settings, quietHours },
  subscriptions: [
    drive(),
    drive({
      id: 'sub-2',
      name: 'Finance',
      place: 'Finance site',
      icon: 'library',
      scope: {
        kind: 'only',
        items: [
          { id: 'item-plans', name: 'Plans', isFolder: true },
          { id: 'item-contracts', name: 'Contracts', isFolder: true },
        ],
      },
      rules,
      rulesInWords: 'no guests',
      status: live(42),
      unseen: 2,
    }),
    drive({ id: 'sub-3', name: 'Drawings', status: { kind: 'catching-up', since: ago(1200) }, unseen: 1 }),
    drive({
      id: 'sub-4',
      name: 'Site photos',
      icon: 'team',
      status: live(240),
      learning: { done: 41_200, about: 132_000 },
    }),
    drive({
      id: 'sub-5',
      name: 'Tenders 2027',
      icon: 'list',
      target: { kind: 'site-list', siteId: 'site-1', listId: 'list-1' },
      status: {
        kind: 'polling',
        everyMs: 120_000,
        cause: { key: 'cause.not-supported' },
        asksAgainAt: now + 900_000,
      },
    }),
    drive({
      id: 'sub-6',
      name: 'Bo Lindqvist’s drive',
      icon: 'person',
      scope: {
        kind: 'only',
        items: [
          { id: 'item-1', name: 'Plans', isFolder: true },
          { id: 'item-2', name: 'Projects', isFolder: true },
        ],
      },
      status: { kind: 'reconnecting', at: now + 6000, cause: { key: 'cause.cut' } },
    }),
    drive({ id: 'sub-7', name: 'Templates', status: { kind: 'paused', until: tomorrow } }),
    drive({
      id: 'sub-8',
      name: 'Board minutes',
      place: 'Management site',
      status: { kind: 'no-access', since: ago(2 * 86_400), cause: { key: 'cause.no-access' } },
    }),
    drive({ id: 'sub-9', accountId: 'seabright', name: 'Lecture notes', status: { kind: 'signed-out' } }),
    drive({ id: 'sub-10', accountId: 'seabright', name: 'Reading list', status: { kind: 'signed-out' } }),
  ],
  overview: overview({
    kind: 'attention',
    total: 10,
    live: 5,
    polling: 1,
    needsYou: [
      {
        what: { key: 'needs.sign-in', values: { username: 'g.kimani@seabright.example' } },
        page: 'accounts',
      },
      { what: { key: 'needs.no-access', values: { name: 'Board minutes' } }, page: 'subscriptions' },
    ],
    catchingUp: ['Drawings'],
  }),
}
