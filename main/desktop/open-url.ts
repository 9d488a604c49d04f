import { clouds } from '../accounts/clouds.ts'
import { entryOf } from '../kit/table.ts'

/** What opens in a desktop app, by extension; the app's own scheme (Office URI Schemes, `ofe`: open for editing). */
const schemes: Readonly<Record<string, string>> = {
  doc: 'ms-word',
  docx: 'ms-word',
  docm: 'ms-word',
  dotx: 'ms-word',
  xls: 'ms-excel',
  xlsx: 'ms-excel',
  xlsm: 'ms-excel',
  xlsb: 'ms-excel',
  xltx: 'ms-excel',
  ppt: 'ms-powerpoint',
  pptx: 'ms-powerpoint',
  pptm: 'ms-powerpoint',
  potx: 'ms-powerpoint',
}

/** The address that opens a checked https address in its desktop app; null: only a browser can. */
export function inDesktopApp(checkedUrl: string): string | null {
  const { protocol, pathname, searchParams } = new URL(checkedUrl)
  if (protocol !== 'https:' || /[|\s]/.test(checkedUrl)) return null
  // the page that shows a document in the browser names it beside its address
  const name = pathname.toLowerCase().endsWith('/doc.aspx') ? searchParams.get('file') : pathname
  const scheme = entryOf(schemes, /\.([a-z]+)$/i.exec(name ?? '')?.[1]?.toLowerCase())
  return scheme ? `${scheme}:ofe|u|${checkedUrl}` : null
}

/** What came of it: it opened; it is no page that Drivebell opens; nothing here opens it. */
export type Opened = 'opened' | 'no-page' | 'nothing-opens-it'

/** Opens an address, or says why not. */
export type Opener = (url: string | null) => Promise<Opened>

interface OpenerDeps {
  /** The address when it may be opened, see {@link openable}. */
  readonly checked: (url: string) => string | null
  readonly opens: () => 'browser' | 'desktop-app'
  /** Whether a program is known for the scheme of an address. */
  readonly hasProgram: (url: string) => boolean
  /** Rejects when nothing opened it, as far as the system says. */
  readonly openOutside: (url: string) => Promise<void>
  readonly failed: (why: string) => void
}

/** Opens addresses in the browser or, if that is chosen and it fits, in a desktop app. */
export function opener({ checked, opens, hasProgram, openOutside, failed }: OpenerDeps): Opener {
  const tried = async (url: string): Promise<boolean> => {
    try {
      await openOutside(url)
      return true
    } catch (error) {
      failed(String(error))
      return false
    }
  }
  return async (url) => {
    const safe = url === null ? null : checked(url)
    if (safe === null) return 'no-page'
    const inApp = opens() === 'desktop-app' ? inDesktopApp(safe) : null
    if (inApp !== null && hasProgram(inApp) && (await tried(inApp))) return 'opened'
    return (await tried(asPage(safe))) ? 'opened' : 'nothing-opens-it'
  }
}

const all = Object.values(clouds)
const sharePoint = all.flatMap((cloud) => cloud.sharePoint)
/** Whose pages Drivebell opens: those of each cloud that can be signed in to. */
const known = [
  ...sharePoint,
  ...all.flatMap(({ loginOrigin, loginAliases, pages }) => [
    ...[loginOrigin, ...loginAliases].map((origin) => new URL(origin).hostname),
    ...pages,
  ]),
]

const isAmong = (hosts: readonly string[], { hostname }: URL) =>
  hosts.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host))

/**
 * The URL to hand to the operating system, or null: parsed, https, a host we expect (platform.md 1.9). In simulation the
 * simulator's own pages and any https host will do, since its companies are invented.
 */
export function openable(text: string, simulator: string | null): string | null {
  const url = URL.parse(text)
  if (!url || url.username || url.password) return null
  if (simulator && url.origin === simulator) return url.href
  if (url.protocol !== 'https:') return null
  const personal = personalPage(url)
  if (personal !== null) return personal
  return isAmong(known, url) || simulator ? url.href : null
}

/** The page of a personal drive whose address is that of its content, which no browser shows. */
function personalPage({ hostname, pathname }: URL): string | null {
  if (hostname !== 'my.microsoftpersonalcontent.com') return null
  const id = /^\/personal\/([0-9a-f]+)(\/|$)/i.exec(pathname)?.[1]
  return id === undefined ? null : `https://onedrive.live.com/?cid=${id}`
}

/** SharePoint sends a file itself for its plain address, and the page around it when asked so. */
function asPage(checkedUrl: string): string {
  const url = new URL(checkedUrl)
  const isPlain = url.search === '' && !url.pathname.startsWith('/:') && !/\.aspx$/i.test(url.pathname)
  return isPlain && isAmong(sharePoint, url) ? `${url.origin}${url.pathname}?web=1${url.hash}` : checkedUrl
}
