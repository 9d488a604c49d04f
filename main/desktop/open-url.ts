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
  const scheme = schemes[/\.([a-z]+)$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? '']
  return scheme ? `${scheme}:ofe|u|${checkedUrl}` : null
}

interface OpenerDeps {
  /** The address when it may be opened, see {@link import('./links.ts').openable}. */
  readonly checked: (url: string) => string | null
  readonly opens: () => 'browser' | 'desktop-app'
  readonly openExternal: (url: string) => Promise<void>
  readonly failed: (why: string) => void
}

/** Opens an address in the browser or, if that is chosen and it fits, in a desktop app. Says whether it may be opened. */
export function opener({
  checked,
  opens,
  openExternal,
  failed,
}: OpenerDeps): (url: string | null) => boolean {
  const open = async (url: string) => {
    const app = opens() === 'desktop-app' ? inDesktopApp(url) : null
    if (app !== null) {
      try {
        return await openExternal(app)
      } catch {
        failed('no desktop app took it') // the browser will
      }
    }
    await openExternal(url).catch((error: unknown) => failed(String(error)))
  }
  return (url) => {
    const safe = url === null ? null : checked(url)
    if (safe !== null) void open(safe)
    return safe !== null
  }
}

/** Whose pages Drivebell opens: its own, sign-in, Microsoft 365's, and where an application id is made. */
const knownHosts = [
  'drivebell.example',
  'login.microsoftonline.com',
  'login.live.com',
  'microsoft.com',
  'www.microsoft.com',
  'entra.microsoft.com',
  'onedrive.live.com',
  'onedrive.com',
  '1drv.ms',
  '.sharepoint.com',
  '.sharepoint.us',
  '.sharepoint.cn',
  '.office.com',
  '.office365.com',
  'outlook.live.com',
  'teams.microsoft.com',
  '.onenote.com',
]

/**
 * The URL to hand to the operating system, or null: parsed, https, a host we expect (platform.md 1.9). In simulation the
 * simulator's own pages and any https host will do, since its companies are invented.
 */
export function openable(text: string, simulator: string | null): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.username || url.password) return null
  if (simulator && url.origin === simulator) return url.href
  if (url.protocol !== 'https:') return null
  const known = knownHosts.some((host) =>
    host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host,
  )
  return known || simulator ? url.href : null
}
