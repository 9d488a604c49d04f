import type { Endpoint } from '../graph/endpoint.ts'
import { assertNever } from '../kit/result.ts'
import type { LinkEffect, LinkEvent } from './link-event.ts'
import type { Loss, SocketAddress } from './socket.ts'
import {
  isContradicted,
  mayBeOver,
  believedRefusal,
  troubleAfter,
  waitMs,
  type LinkCause,
  type Trouble,
} from './trouble.ts'
import { dayMs, secondMs } from '../kit/time.ts'

/** An endpoint, and the address of it that is being or was joined. */
export interface JoinedAddress {
  readonly endpoint: Endpoint
  readonly address: SocketAddress
}

/** On the way to a connection that is joined. */
export type Pursuit =
  /** Graph is asked for an endpoint. */
  | { readonly kind: 'asking'; readonly trouble: Trouble | null }
  /** A connection is opening, until `until` at the latest. */
  | {
      readonly kind: 'connecting'
      readonly trouble: Trouble | null
      readonly place: JoinedAddress
      /** Other readings of the same URL (protocol.md 1.5). */
      readonly others: readonly SocketAddress[]
      readonly until: number
    }
  /** Tries again at `until`; `again` is a place that may still be good. */
  | {
      readonly kind: 'waiting'
      readonly trouble: Trouble
      readonly until: number
      readonly again: JoinedAddress | null
    }
  /** Graph said no three times. Looked at again at `until`, for access comes back at times. */
  | { readonly kind: 'no-access' | 'gone'; readonly trouble: Trouble; readonly until: number }

type Next = readonly [Pursuit, readonly LinkEffect[]]

/** An engine that opens but never lets us join would stay silent for ever. */
const joinLimitMs = 20_000
/** Where there is a network, a connection opens within this. */
const promptMs = 2 * secondMs
/** What began so short a time ago knows the network of today. */
const youngMs = secondMs
const refusedAgainMs = dayMs
/** A URL this close to its end is not worth another connection (protocol.md 1.6). */
const lifeWorthReusingMs = 120_000

/** Begins with a question to Graph. */
export function ask(trouble: Trouble | null): Next {
  return [{ kind: 'asking', trouble }, [{ kind: 'ask' }]]
}

/** One step of a pursuit. Being joined is not its matter: that ends it. */
export function pursue(at: Pursuit, event: LinkEvent, now: number, roll: number): Next {
  if (event.kind === 'read' && at.trouble !== null && !at.trouble.isRead)
    return markRead({ ...at, trouble: { ...at.trouble, isRead: true } })
  switch (at.kind) {
    case 'asking':
      if (event.kind !== 'answered') return [at, []]
      if (!event.answer.ok) {
        return giveWay(at.trouble, { kind: 'graph', error: event.answer.error }, now, roll)
      }
      return connect(at.trouble, event.answer.value.endpoint, event.answer.value.addresses, now)
    case 'connecting':
      return whileConnecting(at, event, now, roll)
    case 'waiting':
      return isTime(at, event, now) || (event.kind === 'wake' && mayBeOver(at.trouble))
        ? tryAgain(at.trouble, at.again, now)
        : [at, []]
    case 'no-access':
    case 'gone':
      return isTime(at, event, now) || event.kind === 'wake' ? ask(at.trouble) : [at, []]
    default:
      return assertNever(at)
  }
}

/** A verdict that a read has contradicted is asked about anew. */
function markRead(at: Pursuit): Next {
  const isAtRest = at.kind !== 'asking' && at.kind !== 'connecting'
  return isAtRest && isContradicted(at.trouble) ? ask(at.trouble) : [at, []]
}

/** Does a connection take longer to open than it should? */
export function isSlow({ until }: Extract<Pursuit, { kind: 'connecting' }>, now: number): boolean {
  return now - (until - joinLimitMs) >= promptMs
}

/** After a failure: wait, as long as its cause wants, or call it a refusal. */
export function giveWay(
  before: Trouble | null,
  cause: LinkCause,
  now: number,
  roll: number,
  again: JoinedAddress | null = null,
): Next {
  const trouble = troubleAfter(before, cause, now)
  const refusal = believedRefusal(trouble)
  return refusal === null
    ? [{ kind: 'waiting', trouble, until: now + waitMs(trouble, roll), again }, []]
    : [{ kind: refusal, trouble, until: now + refusedAgainMs }, []]
}

function whileConnecting(
  at: Extract<Pursuit, { kind: 'connecting' }>,
  event: LinkEvent,
  now: number,
  roll: number,
): Next {
  const { trouble, place, others } = at
  if (event.kind === 'refused' && others.length > 0)
    return afterHangUp(connect(trouble, place.endpoint, others, now))
  // It may have begun while nothing could be reached: begun anew, it need not wait for the network's own patience.
  if (event.kind === 'wake' && now < at.until && now - (at.until - joinLimitMs) > youngMs)
    return afterHangUp(connect(trouble, place.endpoint, [place.address, ...others], now))
  const cause = failureIn(event, now >= at.until)
  return cause === null ? [at, []] : afterHangUp(giveWay(trouble, cause, now, roll))
}

function failureIn(event: LinkEvent, isOverdue: boolean): LinkCause | null {
  if (event.kind === 'refused') return { kind: 'refused', message: event.message }
  if (event.kind === 'crowded') return { kind: 'crowded' }
  if (event.kind === 'lost' && event.which === 'fresh') {
    const { loss } = event
    return loss.opened ? { kind: 'refused', message: loss.reason } : { kind: 'unopened', loss }
  }
  const isLook = event.kind === 'due' || event.kind === 'wake'
  return isLook && isOverdue ? { kind: 'unopened', loss: neverJoined } : null
}

const neverJoined: Loss = { reason: 'never joined', status: null, opened: false }

function connect(
  trouble: Trouble | null,
  endpoint: Endpoint,
  [address, ...others]: readonly SocketAddress[],
  now: number,
): Next {
  if (!address) throw new Error('an endpoint without an address')
  const place = { endpoint, address }
  return [
    { kind: 'connecting', trouble, place, others, until: now + joinLimitMs },
    [{ kind: 'connect', address }],
  ]
}

function tryAgain(trouble: Trouble, again: JoinedAddress | null, now: number): Next {
  const isGood = again !== null && again.endpoint.expiresAt - now > lifeWorthReusingMs
  return isGood ? connect(trouble, again.endpoint, [again.address], now) : ask(trouble)
}

/** `start` is a person's wish, and never has to wait. */
function isTime({ until }: { until: number }, event: LinkEvent, now: number): boolean {
  return event.kind === 'start' || ((event.kind === 'due' || event.kind === 'wake') && now >= until)
}

function afterHangUp([next, effects]: Next): Next {
  return [next, [{ kind: 'hang-up', which: 'fresh' }, ...effects]]
}
