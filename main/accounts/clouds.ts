import type { AccountView } from '../../preload/contract/state.ts'
import type { Fetch } from '../graph/call.ts'
import { fail, ok, type Result } from '../kit/result.ts'

export type CloudName = AccountView['cloud']

/**
 * One of Microsoft's clouds: where people sign in, where Graph answers, and whose push hosts are trusted. Tenants,
 * tokens and registrations never cross from one to another (protocol.md 5.1), so each account carries its own.
 */
export interface Cloud {
  readonly name: CloudName
  readonly loginOrigin: string
  /** Other names of the login host; MSAL prefers one of them in China. */
  readonly loginAliases: readonly string[]
  /** Who may sign in; personal accounts live in the global cloud alone. */
  readonly authority: string
  readonly graphOrigin: string
  /** Hosts of SharePoint and OneDrive for work; a leading dot: all below it. */
  readonly sharePoint: readonly string[]
  /** Hosts of its other pages that people are led to. */
  readonly pages: readonly string[]
  /** Suffixes of the hosts a link may connect to (protocol.md 1.4). */
  readonly pushHosts: readonly string[]
  /** The origin that stands in for the login and the Graph host; null for the real ones. */
  readonly simulator: string | null
}

// seen in the global cloud; nobody has published another for the rest, which poll if theirs differ (protocol.md 1.1)
const pushHosts = ['.svc.ms']
const usLogin = 'https://login.microsoftonline.us'

/** The cloud of nearly everybody, and of every personal account. */
export const globalCloud: Cloud = {
  name: 'global',
  loginOrigin: 'https://login.microsoftonline.com',
  loginAliases: [],
  authority: 'https://login.microsoftonline.com/common',
  graphOrigin: 'https://graph.microsoft.com',
  sharePoint: ['.sharepoint.com'],
  pages: [
    'login.live.com',
    'login.microsoft.com',
    'microsoft.com',
    'www.microsoft.com',
    'entra.microsoft.com',
    'security.microsoft.com',
    ...['myaccount', 'myapplications', 'myapps', 'mysignins'].map((name) => `${name}.microsoft.com`),
    'account.live.com',
    'account.microsoft.com',
    'onedrive.live.com',
    'onedrive.com',
    '.onedrive.com',
    '.officeapps.live.com',
    '1drv.ms',
    '.cloud.microsoft', // belongs to Microsoft alone
    '.office.com',
    '.office365.com',
    '.microsoft365.com',
    'loop.microsoft.com',
    'outlook.live.com',
    'teams.microsoft.com',
    'teams.live.com',
    '.onenote.com',
  ],
  pushHosts,
  simulator: null,
}

/** Every cloud an account can be in. */
export const clouds: Readonly<Record<CloudName, Cloud>> = {
  global: globalCloud,
  'us-gov-l4': {
    ...globalCloud,
    name: 'us-gov-l4',
    loginOrigin: usLogin,
    authority: `${usLogin}/organizations`,
    graphOrigin: 'https://graph.microsoft.us',
    sharePoint: ['.sharepoint.us'],
    pages: ['entra.microsoft.us', 'security.microsoft.us', '.office365.us', 'gov.teams.microsoft.us'],
  },
  'us-gov-l5': {
    ...globalCloud,
    name: 'us-gov-l5',
    loginOrigin: usLogin,
    authority: `${usLogin}/organizations`,
    graphOrigin: 'https://dod-graph.microsoft.us',
    sharePoint: ['.sharepoint-mil.us', '.dps.mil'],
    pages: [
      'entra.microsoft.us',
      'security.microsoft.us',
      '.office365.us',
      '.apps.mil',
      'dod.teams.microsoft.us',
    ],
  },
  china: {
    ...globalCloud,
    name: 'china',
    loginOrigin: 'https://login.chinacloudapi.cn',
    loginAliases: ['https://login.partner.microsoftonline.cn'],
    authority: 'https://login.chinacloudapi.cn/organizations',
    graphOrigin: 'https://microsoftgraph.chinacloudapi.cn',
    sharePoint: ['.sharepoint.cn'],
    pages: [
      'entra.microsoftonline.cn',
      '.partner.microsoftonline.cn',
      'partner.outlook.cn',
      'teams.microsoftonline.cn',
    ],
  },
}

/** The same cloud, played by a simulator. */
export function simulated(cloud: Cloud, origin: string | null): Cloud {
  return { ...cloud, simulator: origin }
}

/** Where an account's token may go: its cloud's Graph, and the simulator that plays it. */
export function ownOrigins({ graphOrigin, simulator }: Cloud): readonly string[] {
  return simulator === null ? [graphOrigin] : [graphOrigin, simulator]
}

/** Where a URL of the login or Graph host really leads: the origin may change, path and query never do. */
export function reach(cloud: Cloud, url: string): string {
  if (cloud.simulator === null) return url
  const { origin } = new URL(url)
  const known = [cloud.loginOrigin, cloud.graphOrigin, ...cloud.loginAliases].includes(origin)
  return known ? cloud.simulator + url.slice(origin.length) : url
}

/** A fetch that goes where {@link reach} says. */
export function reaching(cloud: Cloud, fetch: Fetch): Fetch {
  return (url, init) => fetch(reach(cloud, url), init)
}

/**
 * The origin in DRIVEBELL_SIMULATOR, or null when there is none. Whoever answers there is believed to be Microsoft, so
 * it must be this computer, and a packaged app takes none at all.
 */
export function parseSimulator(value: string | undefined, packaged: boolean): Result<string | null, string> {
  if (value === undefined || value === '') return ok(null)
  if (packaged) return fail('DRIVEBELL_SIMULATOR is only for development; this is a packaged Drivebell.')
  const url = URL.parse(value)
  if (!url || url.protocol !== 'http:' || !isLoopback(url.hostname)) {
    return fail(
      `DRIVEBELL_SIMULATOR must be an address on this computer, like http://127.0.0.1:4710, not ${shown(url)}.`,
    )
  }
  if (!isBare(url)) return fail('DRIVEBELL_SIMULATOR must be a bare address, like http://127.0.0.1:4710.')
  return ok(url.origin)
}

/** The URL parser has already turned 127.1 and 0x7f000001 into 127.0.0.1. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

function isBare({ username, password, pathname, search, hash }: URL): boolean {
  return username + password + search + hash === '' && pathname === '/'
}

/** Without name, password and query, for this sentence ends in a terminal or a log. */
function shown(url: URL | null): string {
  return url ? `${url.protocol}//${url.host}` : 'that text'
}
