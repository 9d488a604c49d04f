import * as fc from 'fast-check'
import { parseAddresses } from '../../../main/desktop/notifications/bus-address.ts'
import { activationOf } from '../../../main/desktop/notifications/toast-xml.ts'
import { inDesktopApp, openable } from '../../../main/desktop/open-url.ts'
import { fileFor, isOwnPage, isTrusted } from '../../../main/desktop/window/confinement.ts'
import { pointerIn } from '../../../main/discovery/pasted-link.ts'
import { readSettings } from '../../../main/settings/read.ts'
import { freshSettings, storedSchema } from '../../../main/settings/schema.ts'
import { noFilter } from '../../../preload/contract/activity.ts'
import { type Command, inputs } from '../../../preload/contract/commands.ts'
import { defaultRules } from '../../../preload/contract/rules.ts'
import { defaultSettings } from '../../../preload/contract/settings.ts'
import { shown } from '../../../preload/words/names.ts'
import { oddBytes, oddDocument, oddJson, oddText } from '../odd.ts'
import { text, type Parser } from './parser.ts'

const settings = {
  ...freshSettings,
  clientId: '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2',
  settings: defaultSettings,
  subscriptions: [
    {
      id: 's1', accountId: 'a', target: { kind: 'drive', driveId: 'b!x' }, driveId: 'b!x', siteUrl: null, name: 'My files',
      scope: { kind: 'all' }, pausedUntil: null, rules: defaultRules, followedAt: 1_795_300_000_000,
    },
  ],
} // prettier-ignore

const older = {
  version: 2,
  clientId: null,
  settings: { showNotices: true, tellOwnChanges: false },
  subscriptions: [],
  accounts: [],
  pausedEverything: true,
  snoozes: [],
}

const links = [
  'https://contoso-my.sharepoint.com/:x:/g/personal/ada_contoso_com/EaBc?e=4%3aT',
  'https://contoso.sharepoint.com/sites/Harbour/Shared%20Documents/Forms/AllItems.aspx?id=%2Fsites%2FHarbour',
  'https://1drv.ms/u/s!Abc', 'https://onedrive.live.com/?id=ABC!123&cid=ABC',
  '/drives/b!x/root/subscriptions/socketIo', '/sites/contoso.sharepoint.com,a,b/lists/c', '/groups/41c7e9d0-2b6f-4f83-9d15-c0a87e3b5a62/drive',
  'https://graph.microsoft.com/v1.0/me/drive', 'contoso.sharepoint.com,a,b', 'b!aBcDeF-x', '3fd096c1e8b7425a', '01ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  'mailto:ada@contoso.com', '<https://teams.microsoft.com/l/channel/19%3ax/General>', 'https://teams.microsoft.com/l/meetup-join/x',
] // prettier-ignore

const addresses = [
  'https://contoso.sharepoint.com/sites/x/plan.xlsx?web=1#a', 'https://contoso.sharepoint.com/_layouts/15/Doc.aspx?file=a.docx', 'https://contoso.sharepoint.com/a.constructor',
  'http://contoso.sharepoint.com/x', 'file:///etc/passwd', 'ms-word:ofe|u|https://contoso.sharepoint.com/x', 'https://login.microsoftonline.com/common',
  'https://user:pw@contoso.sharepoint.com', 'javascript:alert(1)', 'http://127.0.0.1:4710/authorize',
] // prettier-ignore

const commandInputs: Partial<Record<Command, unknown>> = {
  signIn: { method: 'browser', cloud: 'global', loginHint: 'a@b' },
  signOut: { accountId: 'a', keepHistory: true },
  askConsent: { accountId: 'a', scopes: ['Files.Read.All'] },
  follow: { accountId: 'a', target: { kind: 'drive', driveId: 'b!x' }, scope: { kind: 'all' } },
  history: { filter: noFilter, before: null },
  exportHistory: { filter: noFilter, as: 'csv' },
  setRules: { subscriptionId: 's', rules: defaultRules },
  changeSettings: { showNotices: false },
  openHelp: { page: 'entra' },
  openChange: { changeId: '1', what: 'item' },
}

/** What people type, what files hold, and what the window and the desktop say. */
export const desktopParsers: readonly Parser[] = [
  {
    what: 'settings',
    from: 'a file',
    file: 'main/settings/read.ts',
    holds: 'are whole, kept for a newer version, or what is left of them in the form of today',
    property: () =>
      fc.property(
        fc.oneof(
          oddJson(settings, older),
          oddBytes(
            JSON.stringify(settings),
            `\ufeff${JSON.stringify(older)}`,
            Buffer.from(JSON.stringify(settings), 'utf16le'),
          ),
        ),
        (written) => {
          const read = readSettings(Buffer.from(written as Uint8Array))
          if (read.kind !== 'newer') text(storedSchema.safeParse(read.value).success)
        },
      ),
  },
  {
    what: 'a pasted link',
    from: 'a person',
    file: 'main/discovery/pasted-link.ts',
    holds: 'leads to https, or to an id',
    property: () =>
      fc.property(oddText(...links), (pasted) => {
        const pointer = pointerIn(pasted)
        if (pointer.kind === 'sharing' || pointer.kind === 'site')
          text(/^https?:$/.test(new URL(pointer.url).protocol))
      }),
  },
  {
    what: 'an address to open',
    from: 'Graph, a notification',
    file: 'main/desktop/open-url.ts',
    holds: 'is https, without name and password, of a host we know; Office’s scheme holds such a one alone',
    property: () =>
      fc.property(oddText(...addresses), (address) => {
        const opens = openable(address, null)
        if (opens === null) return
        const url = new URL(opens)
        text(
          url.protocol === 'https:' &&
            url.username === '' &&
            url.password === '' &&
            !/evil/.test(url.hostname),
        )
        const app = inDesktopApp(opens)
        if (app !== null) text(/^ms-[a-z]+:ofe\|u\|[^|]+$/.test(app) && app.endsWith(opens))
      }),
  },
  {
    what: 'the file of an address of the window',
    from: 'the page',
    file: 'main/desktop/window/confinement.ts',
    holds: 'is inside the folder; only our page is ours',
    property: () =>
      fc.property(
        oddText(
          'app://bundle/assets/index.js?v=1',
          'app://bundle/..%2f..%2fetc/passwd',
          'app://bundle/',
          'https://bundle/',
        ),
        fc.boolean(),
        (url, yes) => {
          const file = fileFor(url, '/app/out')
          text(file === null || (file.startsWith('/app/out/') && !file.split('/').includes('..')))
          if (isOwnPage(url)) text(/^app:\/\/(?:[^/@]*@)?bundle(?:[/?#]|$)/.test(new URL(url).href))
          text(!isTrusted({ ownWindow: yes, topFrame: true, origin: url.slice(1) }))
        },
      ),
  },
  {
    what: 'the input of a command',
    from: 'the window',
    file: 'preload/contract/commands.ts',
    holds: 'what a schema lets through is of its form: read again, it is the same',
    property: () =>
      fc.property(
        fc
          .constantFrom(...(Object.keys(inputs) as Command[]))
          .chain((name) =>
            fc.tuple(fc.constant(name), oddDocument(commandInputs[name] ?? { id: 'x' }, undefined)),
          ),
        ([name, input]) => {
          const read = inputs[name].safeParse(input)
          if (read.success)
            text(JSON.stringify(inputs[name].safeParse(read.data).data) === JSON.stringify(read.data))
        },
      ),
  },
  {
    what: 'a name of anything',
    from: 'whoever names a file',
    file: 'preload/words/readable-name.ts',
    holds: 'shown, it holds no control character and turns nothing around',
    property: () =>
      fc.property(oddText('report%20final.docx', 'ada\u202exslx.exe', '\u2066a', 'a%00b', '100%'), (name) => {
        text(!/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(shown(name).replaceAll(/[\u2066-\u2069]/g, '')))
      }),
  },
  {
    what: 'where the session bus is',
    from: 'the environment',
    file: 'main/desktop/notifications/bus-address.ts',
    holds: 'each has what it needs',
    property: () =>
      fc.property(
        oddText(
          'unix:path=/run/user/1000/bus,guid=a',
          'tcp:host=localhost,port=4000',
          'unix:abstract=/tmp/x%2c;unix:path=/b',
        ),
        (list) => {
          for (const address of parseAddresses(list))
            text(Object.values(address).every((part) => part !== ''))
        },
      ),
  },
  {
    what: 'a press on a toast',
    from: 'Windows',
    file: 'main/desktop/notifications/toast-xml.ts',
    holds: 'names a notice',
    property: () =>
      fc.property(oddText('type=action&act=open&tag=change-1', 'change-1'), (args) => {
        text(typeof activationOf(args).id === 'string')
      }),
  },
]
