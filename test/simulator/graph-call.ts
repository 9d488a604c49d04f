import type { Clock } from '../../main/kit/clock.ts'
import type { Estate } from './estate.ts'
import { Refusal } from './graph-reply.ts'
import type { Ids } from './ids.ts'
import type { Office } from './office.ts'
import type { Persona } from './personas.ts'
import type { PushHub } from './push-hub.ts'
import type { Switches } from './switches.ts'
import type { AccessToken, Tokens } from './tokens.ts'
import type { Webhooks } from './webhooks.ts'

/** What Graph's routes stand on. */
export interface GraphWorld {
  readonly clock: Clock
  readonly ids: Ids
  readonly switches: Switches
  readonly tokens: Tokens
  readonly hub: PushHub
  readonly estate: Estate
  readonly office: Office
  readonly webhooks: Webhooks
}

/** One authorized request. */
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

/** What opens other people's drives, and what is enough for one's own (protocol.md 1.2, 4.1). */
export const readAll = ['Files.Read.All', 'Files.ReadWrite.All', 'Sites.Read.All', 'Sites.ReadWrite.All']
export const readOwn = ['Files.Read', 'Files.ReadWrite', ...readAll]
export const readSites = ['Sites.Read.All', 'Sites.ReadWrite.All']

/** Sites, lists, groups and teams are not for personal accounts (protocol.md 4.1, 7). */
export function needWork(call: GraphCall): void {
  if (call.token.persona.account === 'personal')
    throw new Refusal(403, 'accessDenied', 'This API is not supported for MSA accounts.')
}

/** Whether the caller may open what belongs to a tenant and is for some people only. */
export function mayOpen(call: GraphCall, tenantId: string, people: ReadonlySet<Persona>): boolean {
  return call.token.tenantId === tenantId && people.has(call.token.persona)
}

/** What is not there, and what the caller may not see: told apart by nobody (protocol.md 8.3). */
export function unseen(call: GraphCall, exists: boolean): Refusal {
  return exists && call.world.switches.graph.hidden === 'denied'
    ? new Refusal(403, 'accessDenied', 'Access denied')
    : new Refusal(404, 'itemNotFound', 'The resource could not be found.')
}

/** A path that leads nowhere. */
export function noSegment(rest: string): Refusal {
  return new Refusal(404, 'BadRequest', `Resource not found for the segment '${rest.split('/').at(-1)}'.`)
}

/** The `@odata.context` of a single thing. */
export function contextOf(call: GraphCall, kind: string): { '@odata.context': string } {
  return { '@odata.context': `${call.url.origin}/${call.version}/$metadata#${kind}/$entity` }
}

/** The properties a client named, or all of them. */
export function selectedOf(call: GraphCall, body: Record<string, unknown>): Record<string, unknown> {
  const select = selectIn(call)
  if (select === '') return body
  const names = new Set(['id', ...select.toLowerCase().split(',')])
  const wanted = (name: string) => names.has(name.toLowerCase()) || name.startsWith('@')
  return Object.fromEntries(Object.entries(body).filter(([name]) => wanted(name)))
}

/** `$select` as it counts; `select` works, too (protocol.md 2.1). */
export function selectIn({ url, world }: GraphCall): string {
  if (world.switches.graph.select === 'ignored') return ''
  return url.searchParams.get('$select') ?? url.searchParams.get('select') ?? ''
}
