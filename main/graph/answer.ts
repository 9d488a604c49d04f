import type * as z from 'zod'
import { fail, ok, type Result } from '../kit/result.ts'
import type { Answer } from './call.ts'
import { graphError, type GraphError } from './graph-error.ts'
import { serverTime } from './retry-after.ts'

/** What Graph answered, read. */
export interface Reply<T> {
  readonly body: T
  /** The server's clock, milliseconds since 1970. */
  readonly date: number | null
}

/** A 401 that passes by itself. */
export function isPassing({ status, headers, text }: Answer): boolean {
  return status === 401 && isPassing401(headers.get('www-authenticate'), text)
}

/** The reply as its schema has it. */
export function read<T>(
  { status, headers, text }: Answer,
  schema: z.ZodType<T>,
): Result<Reply<T>, GraphError> {
  const body = schema.safeParse(parsed(text))
  if (body.success) return ok({ body: body.data, date: serverTime(headers) })
  return fail(graphError({ kind: 'malformed' }, { status, requestId: headers.get('request-id') }))
}

/** The JSON of a text; null for anything else. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A reply of 200 that says `error` within: what came behind it may be missing (protocol.md 2.2). */
export const isError = (member: unknown): boolean => member !== undefined && member !== null

/** Why a 401 or 403 wants another token (protocol.md 5.7). */
type Challenge =
  /** Conditional access asks for more; `claims` is the JSON to hand to the next token request. */
  | { readonly kind: 'claims'; readonly claims: string }
  /** Expired, revoked or malformed. */
  | { readonly kind: 'stale' }

/** Reads `WWW-Authenticate`: several challenges, with commas inside quotes. */
export function challengeIn(header: string | null): Challenge {
  const parameters = [
    ...(header ?? '').matchAll(/(?<![\w-])([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g),
  ].map(([, name = '', quoted, plain]) => ({
    name: name.toLowerCase(),
    value: quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '',
  }))
  if (!parameters.some(({ name, value }) => name === 'error' && value === 'insufficient_claims')) {
    return { kind: 'stale' }
  }
  for (const { name, value } of parameters) {
    const claims = name === 'claims' ? decoded(value) : null
    if (claims !== null) return { kind: 'claims', claims }
  }
  return { kind: 'stale' }
}

/** Base64 in either alphabet; only a JSON object counts. */
function decoded(text: string): string | null {
  const json = Buffer.from(text, 'base64').toString('utf8')
  try {
    const parsed: unknown = JSON.parse(json)
    return typeof parsed === 'object' && parsed !== null ? json : null
  } catch {
    return null
  }
}

/** A 401 that passes by itself: quirks of personal OneDrive seen in the wild (protocol.md 5.7). */
export function isPassing401(header: string | null, body: string): boolean {
  return /expired_token/i.test(header ?? '') || /unable to initialize rps/i.test(body)
}
