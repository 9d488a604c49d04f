import { type Fetch, textOf, unanswered } from '../graph/call.ts'
import { type GraphError, proxyPasswordCode } from '../graph/graph-error.ts'
import type { Clock } from '../kit/clock.ts'
import { secondMs } from '../kit/time.ts'

/** What came of asking one of Microsoft's servers. */
export type Reach =
  /** It answered as Microsoft does; by its clock it was `date`. */
  | { readonly kind: 'answered'; readonly date: number | null }
  /** It is there, and has a problem of its own. */
  | { readonly kind: 'in-trouble'; readonly date: number | null }
  | { readonly kind: 'too-much' }
  /** Somebody else answered in its place: a page to sign in to the network, as hotels have. */
  | { readonly kind: 'stranger' }
  | { readonly kind: 'proxy-password' }
  | { readonly kind: 'proxy-away' }
  /** A certificate that the system doesn't trust; `isOfDate`: for by this computer's date it isn't valid. */
  | { readonly kind: 'untrusted'; readonly isOfDate: boolean }
  /** Nobody knows where it is. */
  | { readonly kind: 'no-name' }
  /** Nothing comes through. */
  | { readonly kind: 'no-answer' }

const limitMs = 10 * secondMs

/** Asks for an address that answers everybody in JSON, whether one is signed in or not. */
export async function reach(fetch: Fetch, url: string, clock: Clock): Promise<Reach> {
  const abort = new AbortController()
  using _limit = clock.after(limitMs, () => abort.abort())
  try {
    const reply = await fetch(url, {
      signal: abort.signal,
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
    })
    return ofReply(reply.status, reply.headers, await textOf(reply))
  } catch (error) {
    return ofFailure(unanswered(error))
  }
}

/** What a reply says of who sent it. */
export function ofReply(status: number, headers: Headers, text: string | null): Reach {
  const said = Date.parse(headers.get('date') ?? '')
  const date = Number.isNaN(said) ? null : said
  if (status === 407) return { kind: 'proxy-password' }
  if (status === 429) return { kind: 'too-much' }
  if (status >= 500) return { kind: 'in-trouble', date }
  return isJson(text) && (status < 300 || status >= 400) ? { kind: 'answered', date } : { kind: 'stranger' }
}

/** What the absence of a reply says; the codes are Chromium's and Node's. */
export function ofFailure({ kind, code }: Pick<GraphError, 'kind' | 'code'>): Reach {
  if (code === proxyPasswordCode) return { kind: 'proxy-password' }
  if (code === 'redirect') return { kind: 'stranger' }
  const said = kind === 'timeout' ? '' : (code ?? '')
  if (/CERT_DATE_INVALID|CERT_NOT_YET_VALID|CERT_HAS_EXPIRED/.test(said))
    return { kind: 'untrusted', isOfDate: true }
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(said)) return { kind: 'untrusted', isOfDate: false }
  if (/PROXY|TUNNEL/.test(said)) return { kind: 'proxy-away' }
  if (/ENOTFOUND|EAI_AGAIN|NAME_NOT_RESOLVED|NAME_RESOLUTION/.test(said)) return { kind: 'no-name' }
  return { kind: 'no-answer' }
}

function isJson(text: string | null): boolean {
  try {
    return typeof JSON.parse(text ?? '') === 'object'
  } catch {
    return false
  }
}
