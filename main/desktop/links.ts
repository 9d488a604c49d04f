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
