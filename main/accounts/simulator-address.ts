import { fail, ok, type Result } from '../kit/result.ts'

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
