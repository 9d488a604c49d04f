import { extname, join, relative, sep } from 'node:path'

/** The window's own origin: real, so that senders, storage and 'self' mean something (platform.md 1.8). */
export const windowOrigin = 'app://bundle'

/** The window may load itself and nothing else. The hash is that of the empty string: Fluent's empty style elements. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** The file a URL of the window's origin means; null for anything outside the folder. */
export function fileFor(url: string, folder: string): string | null {
  const parsed = URL.parse(url)
  if (!parsed) return null
  const { protocol: scheme, host, pathname } = parsed
  if (`${scheme}//${host}` !== windowOrigin) return null
  const file = join(folder, safely(pathname) === '/' ? 'index.html' : safely(pathname))
  const inside = relative(folder, file)
  return inside && !inside.startsWith('..') && !inside.startsWith(sep) ? file : null
}

/** What goes with each file. */
export function headersFor(file: string): Record<string, string> {
  return {
    'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
}

function safely(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return '/..' // not to be decoded: nothing of ours
  }
}

/** Safe by default in Electron 45, and written down all the same: a test holds them (platform.md 1.22). */
export const webPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
} as const

/** Whether a URL is a page of the window itself. */
export function isOwnPage(url: string): boolean {
  const { protocol, host } = URL.parse(url) ?? { protocol: '', host: '' }
  return `${protocol}//${host}` === windowOrigin
}

/** Whether a page may have a permission: only ours, and only to put text on the clipboard (platform.md 1.9). */
export function isGranted(permission: string, url: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnPage(url)
}

/** What a call must show to be heard: our window, its top frame, our origin (platform.md 1.6). */
export interface Sender {
  readonly ownWindow: boolean
  readonly topFrame: boolean
  readonly origin: string | null
}

/** Whether to listen to a sender at all. */
export function isTrusted({ ownWindow, topFrame, origin }: Sender): boolean {
  return ownWindow && topFrame && origin === windowOrigin
}
