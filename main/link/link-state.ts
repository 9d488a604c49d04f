import type { Endpoint } from '../graph/endpoint.ts'
import { assertNever } from '../kit/result.ts'
import type { LinkEffect, LinkEvent } from './link-event.ts'
import { ask, giveWay, pursue, type JoinedAddress, type Pursuit, isSlow } from './connecting.ts'
import { isUnreached, type Trouble } from './trouble.ts'

/** How a subscription's connection to Microsoft's push service stands (protocol.md 1.12). */
export type Link =
  | { readonly kind: 'stopped' }
  | Pursuit
  | Live
  /** The old connection serves on while a new one is pursued beside it. */
  | { readonly kind: 'renewing'; readonly live: Live; readonly fresh: Pursuit }

export interface Live {
  readonly kind: 'live'
  readonly place: JoinedAddress
  readonly since: number
  readonly renewAt: number
  /** What went before: a link that is lost again at once has not got over it. */
  readonly trouble: Trouble | null
}

type Next = readonly [Link, readonly LinkEffect[]]

/** Renewed this long before the endpoint ends, or at half its life when that is short (protocol.md 1.10). */
const renewBeforeMs = 120_000
/** However short an endpoint lives, it is not renewed more often than this. */
const leastRenewMs = 1_000
/** WakeCause in quick succession, and several voices that say so, are one. */
const freshMs = 5_000
/** A link lost sooner than this was never well. */
const steadyMs = 30_000

/** The whole life of a link: what happens, when, and a roll of the dice lead to the next state and what is to be done. */
export function step(link: Link, event: LinkEvent, now: number, roll: number): Next {
  if (event.kind === 'stop' && link.kind !== 'stopped') return [{ kind: 'stopped' }, hangUps(link)]
  switch (link.kind) {
    case 'stopped':
      return event.kind === 'start' ? ask(null) : [link, []]
    case 'live':
      return whileLive(link, event, now, roll)
    case 'renewing':
      return whileRenewing(link, event, now, roll)
    case 'asking':
    case 'connecting':
    case 'waiting':
    case 'no-access':
    case 'gone':
      return joined(link, event, now) ?? pursue(link, event, now, roll)
    default:
      return assertNever(link)
  }
}

/** When the link has to be looked at again; null while a request is under way, or when it is stopped. */
export function deadline(link: Link): number | null {
  switch (link.kind) {
    case 'stopped':
    case 'asking':
      return null
    case 'connecting':
    case 'waiting':
    case 'no-access':
    case 'gone':
      return link.until
    case 'live':
      return link.renewAt
    case 'renewing':
      return Math.min(expiry(link.live), deadline(link.fresh) ?? Infinity)
    default:
      return assertNever(link)
  }
}

/** May it be the network that keeps the link from being live? */
export function isInDoubt(link: Link, now: number): boolean {
  if (link.kind === 'renewing') return isInDoubt(link.fresh, now)
  if (link.kind === 'connecting') return isSlow(link, now)
  return (
    (link.kind === 'waiting' || link.kind === 'asking') && link.trouble !== null && isUnreached(link.trouble)
  )
}

function whileLive(live: Live, event: LinkEvent, now: number, roll: number): Next {
  if (event.kind === 'lost' && event.which === 'serving') {
    const isSteady = now - live.since >= steadyMs
    const mayReuse = isSteady && event.loss.reason !== 'io server disconnect'
    const cause = { kind: 'lost', loss: event.loss } as const
    const next = giveWay(isSteady ? null : live.trouble, cause, now, roll, mayReuse ? live.place : null)
    return withoutServing(next)
  }
  const isLook = event.kind === 'due' || event.kind === 'wake'
  if (isLook && now >= expiry(live)) return withoutServing(ask(null))
  // A connection from before a sleep looks alive long after it died: it is replaced, not asked. One from after it is not.
  if (
    (event.kind === 'wake' && now - live.since >= freshMs) ||
    (event.kind === 'due' && now >= live.renewAt)
  ) {
    const [fresh, effects] = ask(null)
    return [{ kind: 'renewing', live, fresh }, effects]
  }
  return [live, []]
}

function whileRenewing(
  link: Extract<Link, { kind: 'renewing' }>,
  event: LinkEvent,
  now: number,
  roll: number,
): Next {
  const { live, fresh } = link
  if (event.kind === 'lost' && event.which === 'serving') return withoutServing([fresh, []])
  const renewed = joined(fresh, event, now)
  if (renewed) return renewed
  const [next, effects] = pursue(fresh, event, now, roll)
  const isLook = event.kind === 'due' || event.kind === 'wake'
  if (isLook && now >= expiry(live)) return withoutServing([next, effects])
  return [next === fresh ? link : { kind: 'renewing', live, fresh: next }, effects]
}

function joined(at: Pursuit, event: LinkEvent, now: number): Next | null {
  if (at.kind !== 'connecting' || event.kind !== 'connected') return null
  const { place, trouble } = at
  const live: Live = { kind: 'live', place, trouble, since: now, renewAt: renewalOf(place.endpoint, now) }
  return [live, [{ kind: 'adopt' }, { kind: 'sync' }]]
}

function renewalOf({ expiresAt }: Endpoint, now: number): number {
  const lifeMs = expiresAt - now
  return Math.max(now + leastRenewMs, expiresAt - Math.min(renewBeforeMs, lifeMs / 2))
}

/** Never before the renewal: an endpoint that is over at once would be asked for without a pause. */
function expiry({ place, renewAt }: Live): number {
  return Math.max(place.endpoint.expiresAt, renewAt)
}

function withoutServing([next, effects]: Next): Next {
  return [next, [{ kind: 'hang-up', which: 'serving' }, ...effects]]
}

function hangUps(link: Link): readonly LinkEffect[] {
  const isServing = link.kind === 'live' || link.kind === 'renewing'
  const pursuit = link.kind === 'renewing' ? link.fresh : link
  return [
    ...(isServing ? [{ kind: 'hang-up', which: 'serving' } as const] : []),
    ...(pursuit.kind === 'connecting' ? [{ kind: 'hang-up', which: 'fresh' } as const] : []),
  ]
}
