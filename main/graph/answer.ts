import type * as z from 'zod'
import { fail, ok, type Result } from '../kit/result.ts'
import type { Answer } from './call.ts'
import { isPassing401 } from './challenge.ts'
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
