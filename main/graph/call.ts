import type { Clock } from '../kit/clock.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { graphError, type GraphError, proxyPasswordCode } from './graph-error.ts'

/** The app's `fetch`: Electron's on the desktop, Node's in tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** A reply read to its end. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** What is asked of Graph; `body` is JSON already. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly limitMs: number
}

/** One call without following redirects, for the token must not travel on (protocol.md 6.6). */
export async function call(
  fetch: Fetch,
  { method, url, headers, body }: Request,
  signal: AbortSignal,
): Promise<Result<Answer, GraphError>> {
  try {
    const init: RequestInit = { method, headers, body, signal, redirect: 'manual', cache: 'no-store' }
    const reply = await fetch(url, { ...init, credentials: 'omit' })
    const text = await textOf(reply)
    if (text === null)
      return fail(graphError({ kind: 'malformed' }, { status: reply.status, code: 'tooLarge' }))
    return ok({ status: reply.status, headers: reply.headers, text })
  } catch (error) {
    return fail(unanswered(error))
  }
}

/**
 * The largest page of a delta that was seen is a few megabytes; what goes beyond this, or unpacks to it, is read by nobody
 * (protocol.md 2.2).
 */
const mostBytes = 32 * 1024 * 1024

/** A reply's text, read to its end; null when it is larger than anybody's page. */
export async function textOf({ body }: Response): Promise<string | null> {
  if (body === null) return ''
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.byteLength
    if (size > mostBytes) return null // leaving the loop hangs up
    parts.push(part)
  }
  return new TextDecoder().decode(Buffer.concat(parts))
}

/** What a call answers that nobody wants any more. */
export const ended = fail(graphError({ kind: 'unexpected' }, { code: 'ended' }))

/** Gives the job a time limit, and ends it with `signal`. What it answers later is not waited for. */
export function withinLimit<T>(
  clock: Clock,
  limitMs: number,
  signal: AbortSignal | undefined,
  job: (signal: AbortSignal) => Promise<Result<T, GraphError>>,
): Promise<Result<T, GraphError>> {
  return new Promise((resolve, reject) => {
    const abort = new AbortController()
    const timer = clock.after(limitMs, () => {
      resolve(fail(graphError({ kind: 'timeout' })))
      abort.abort()
    })
    const end = () => (resolve(ended), abort.abort())
    signal?.addEventListener('abort', end)
    if (signal?.aborted) end()
    job(abort.signal)
      .finally(() => (timer[Symbol.dispose](), signal?.removeEventListener('abort', end)))
      .then(resolve, reject)
  })
}

/** A proxy on the way wants to know who uses it; nobody can tell it (platform.md 1.10). */
const proxyPassword = graphError({ kind: 'malformed' }, { code: proxyPasswordCode })

/** Why no reply came: undici hides the cause inside, Chromium's stack names it in the text. */
export function unanswered(error: unknown): GraphError {
  const texts = causes(error).map(String).join(' ')
  const netCode = /net::(ERR_[A-Z_]+)/.exec(texts)?.[1]
  if (isRedirect(error)) return graphError({ kind: 'unexpected' }, { code: 'redirect' })
  if (netCode?.startsWith('ERR_PROXY_AUTH')) return proxyPassword
  if (netCode === 'ERR_TIMED_OUT' || netCode === 'ERR_CONNECTION_TIMED_OUT') {
    return graphError({ kind: 'timeout' }, { code: netCode })
  }
  const code = netCode ?? causes(error).map(codeOf).find(Boolean) ?? null
  return graphError({ kind: 'offline' }, { code })
}

/** Whether a fetch that was not to follow redirects failed because of one: Chromium's hands none out (platform.md 1.10). */
export const isRedirect = (error: unknown): boolean => /redirect/i.test(causes(error).map(String).join(' '))

function causes(error: unknown): readonly unknown[] {
  if (!(error instanceof Error)) return [error]
  const inner: readonly unknown[] = error instanceof AggregateError ? error.errors : []
  return [error, ...inner.slice(0, 1), ...(error.cause === undefined ? [] : causes(error.cause))]
}

function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : null
}
