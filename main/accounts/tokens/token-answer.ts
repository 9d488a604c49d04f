import { ServerError } from '@azure/msal-node'
import * as z from 'zod'
import { bareScope } from '../scopes.ts'

/** What Microsoft's login host answered, as far as anybody looks at it. */
export interface TokenAnswer {
  readonly status: number
  readonly headers: Record<string, string>
  /** The JSON object of the body; null when it holds none, as the page of a proxy or a hotel's network. */
  readonly body: Readonly<Record<string, unknown>> | null
}

const refusal = z.object({
  error: z.string().min(1),
  error_description: z.string().catch(''),
  suberror: z.string().optional().catch(undefined),
  error_codes: z
    .array(z.union([z.number(), z.string()]))
    .catch([])
    .transform((codes) => codes.map(String)),
})

const seconds = z.coerce.number().positive().max(86_400)

const deviceCode = z.looseObject({
  user_code: z.string().min(1).max(64),
  device_code: z.string().min(1),
  verification_uri: z.url({ protocol: /^https?$/ }),
  expires_in: seconds,
  interval: seconds.catch(5),
})

/** A refusal as MSAL's own error, with all that the answer says. Null when it is none. */
export function refusalIn({ status, body }: TokenAnswer): ServerError | null {
  const read = refusal.safeParse(body)
  if (!read.success) return null
  const { error, error_description, suberror, error_codes } = read.data
  return new ServerError(error, '', error_description, suberror, error_codes[0], status)
}

/**
 * The answer to "a device code, please", checked, for MSAL takes it as it comes: a refusal would be shown as a code
 * named undefined, and without an interval it would ask without a pause.
 */
export function deviceCodeIn(answer: TokenAnswer): Record<string, unknown> {
  const code = deviceCode.safeParse(answer.body)
  if (code.success) return code.data
  throw refusalIn(answer) ?? new ServerError('malformed_device_code', '', '', '', undefined, answer.status)
}

/** Two of the answers to "is the device code used yet?" mean no; `slow_down` MSAL would take for a refusal. */
export function isPending(refused: ServerError): 'no' | 'yes' | 'slower' {
  if (refused.errorCode === 'slow_down') return 'slower'
  return refused.errorCode === 'authorization_pending' ? 'yes' : 'no'
}

/**
 * MSAL finds a token again only by the names of the scopes it asked for. Microsoft may answer with their other form,
 * with Graph's address or without it, so each is given the name it was asked by.
 */
export function scopesAsAsked(answer: TokenAnswer, request: string | undefined): TokenAnswer {
  const { body } = answer
  if (typeof body?.scope !== 'string') return answer
  const asked = words(new URLSearchParams(request).get('scope') ?? '')
  const names = new Map(asked.map((scope) => [bareScope(scope).toLowerCase(), scope]))
  const scope = words(body.scope).map((each) => names.get(bareScope(each).toLowerCase()) ?? each)
  return { ...answer, body: { ...body, scope: scope.join(' ') } }
}

const words = (text: string) => text.split(' ').filter((word) => word !== '')
