import type { Endpoint } from '../../../main/graph/endpoint.ts'
import { graphError, type GraphFailure } from '../../../main/graph/graph-error.ts'
import { fail, ok } from '../../../main/kit/result.ts'
import type { LinkEffect, LinkEvent } from '../../../main/link/link-event.ts'
import type { Link, Live } from '../../../main/link/link-state.ts'
import type { JoinedAddress, Pursuit } from '../../../main/link/connecting.ts'
import { socketAddresses } from '../../../main/link/socket-addresses.ts'
import type { LinkCause, Trouble } from '../../../main/link/trouble.ts'

export const now = Date.parse('2026-11-19T09:00:00Z')
export const seconds = (count: number) => count * 1_000
export const minutes = (count: number) => count * 60_000

/** An endpoint in the shape of Microsoft's documentation: its URL can be read in two ways. */
export function endpoint(lifeMs = minutes(60), at = now): Endpoint {
  return { id: 'e', url: 'https://push.svc.ms/zb/callback?snthgk=K', expiresAt: at + lifeMs }
}

export const answered = (given: Endpoint): LinkEvent => ({
  kind: 'answered',
  answer: ok({ endpoint: given, addresses: socketAddresses(given.url) }),
})
export const refusedBy = (failure: GraphFailure): LinkEvent => ({
  kind: 'answered',
  answer: fail(graphError(failure)),
})
export const lost = (which: 'serving' | 'fresh', reason = 'transport close'): LinkEvent => ({
  kind: 'lost',
  which,
  loss: { reason, status: null, opened: false },
})

const cause = (failure: GraphFailure): LinkCause => ({ kind: 'graph', error: graphError(failure) })
export const trouble = (failure: GraphFailure, attempt = 0): Trouble => ({
  cause: cause(failure),
  attempt,
  since: now,
  unopened: 0,
  refused: 0,
  isRead: false,
})

export function place(given: Endpoint = endpoint()): JoinedAddress {
  const [address] = socketAddresses(given.url)
  if (!address) throw new Error('no address')
  return { endpoint: given, address }
}

export const asking: Pursuit = { kind: 'asking', trouble: null }
export const connecting: Extract<Pursuit, { kind: 'connecting' }> = {
  kind: 'connecting',
  trouble: null,
  place: place(),
  others: socketAddresses(endpoint().url).slice(1),
  until: now + seconds(20),
}
export const waiting: Pursuit = {
  kind: 'waiting',
  trouble: trouble({ kind: 'offline' }),
  until: now + seconds(4),
  again: null,
}
export const noAccess: Pursuit = {
  kind: 'no-access',
  trouble: trouble({ kind: 'forbidden' }, 2),
  until: now + minutes(24 * 60),
}
export const live: Live = {
  kind: 'live',
  place: place(),
  since: now - minutes(5),
  renewAt: now + minutes(58),
  trouble: null,
}
export const renewing = (fresh: Pursuit): Link => ({ kind: 'renewing', live, fresh })

/** A state and its effects in words. */
export function said([link, effects]: readonly [Link, readonly LinkEffect[]]): string {
  const state = link.kind === 'renewing' ? `renewing ${link.fresh.kind}` : link.kind
  return [state, ...effects.map(inWords)].join(', ')
}

function inWords(effect: LinkEffect): string {
  if (effect.kind === 'connect') return `connect ${effect.address.namespace}`
  return effect.kind === 'hang-up' ? `hang up ${effect.which}` : effect.kind
}
