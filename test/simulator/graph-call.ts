import type { Clock } from '../../main/kit/clock.ts'
import type { Drive } from './drive.ts'
import { Refusal } from './graph-reply.ts'
import type { Ids } from './ids.ts'
import type { PushHub } from './push-hub.ts'
import type { Switches } from './switches.ts'
import type { AccessToken, Tokens } from './tokens.ts'

/** What Graph's routes stand on. */
export interface GraphWorld {
  readonly clock: Clock
  readonly ids: Ids
  readonly switches: Switches
  readonly tokens: Tokens
  readonly hub: PushHub
  readonly drives: readonly Drive[]
}

/** One authorised request. */
export interface GraphCall {
  readonly world: GraphWorld
  readonly url: URL
  readonly headers: Headers
  /** `v1.0` or `beta`. */
  readonly version: string
  /** After the version, like `/me/drive`. */
  readonly path: string
  readonly token: AccessToken
}

/** 403 when the token has none of the scopes. */
export function needScope(call: GraphCall, scopes: readonly string[]): void {
  if (scopes.some((scope) => call.token.scopes.includes(scope))) return
  throw new Refusal(403, 'accessDenied', 'Either scp or roles claim need to be present in the token.')
}

/** The properties a client named, or all of them. */
export function selectedOf(call: GraphCall, body: Record<string, unknown>): Record<string, unknown> {
  const select = call.url.searchParams.get('$select')
  if (select === null) return body
  const names = new Set(select.split(','))
  return Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name) || name.startsWith('@')))
}
