import type { DriveStatus } from '../../preload/contract/state.ts'
import type { Message } from '../../preload/words/phrase.ts'
import type { SyncState } from '../drive/sync-state.ts'
import { type GraphError, proxyPasswordCode } from '../graph/graph-error.ts'
import type { Link } from '../link/link-state.ts'
import { isBlocked, isContradicted, isTurnedAway, type LinkCause, type Trouble } from '../link/trouble.ts'

/** What one subscription's parts know, from which a person is told how well it is heard. Times are of the even hand. */
export interface DriveFacts {
  readonly signedOut: boolean
  /** All that is followed is this shared folder, which cannot be listened to. */
  readonly onlyFolder: string | null
  readonly link: Link
  readonly sync: SyncState
  readonly hasNetwork: boolean
  readonly lastHeardAt: number | null
  /** Reading what was missed, as opposed to what was just announced. */
  readonly catchingUp: boolean
  /** Reads in a row that failed in the same manner. */
  readonly failures: number
  /** Since when the link has been as it is. */
  readonly since: number
  readonly pollMs: number
  readonly now: number
  /** What the wall clock shows at such a time. */
  readonly wall: (moment: number) => number
}

/** The one vocabulary of interface.md 2. */
export function driveStatusOf(facts: DriveFacts): DriveStatus {
  const { signedOut, link, sync, lastHeardAt, wall } = facts
  if (signedOut) return { kind: 'signed-out' }
  if (sync.error && facts.failures > (passing.has(sync.error.kind) ? 1 : 0))
    return unreadable(facts, sync.error)
  switch (link.kind) {
    case 'live':
    case 'renewing':
      if (facts.catchingUp) return { kind: 'catching-up', since: sync.lastCheckedAt }
      return {
        kind: 'live',
        since: wall(facts.since),
        lastHeardAt: lastHeardAt && wall(lastHeardAt),
        lastCheckedAt: sync.lastCheckedAt,
      }
    case 'waiting':
      return waiting(facts, link.trouble, link.until)
    case 'no-access':
      return { kind: 'no-access', since: wall(link.trouble.since), cause: noAccess }
    case 'gone':
      return { kind: 'gone', since: wall(link.trouble.since) }
    case 'asking':
    case 'connecting':
      return link.trouble
        ? waiting(facts, link.trouble, null)
        : { kind: 'catching-up', since: sync.lastCheckedAt }
    case 'stopped':
      return { kind: 'catching-up', since: sync.lastCheckedAt }
  }
}

/** A refusal counts after this many tries in a row; before, it may pass (protocol.md 2.10). */
const patience = 3

/** Troubles that often pass by themselves are shown from the second on; the others say for how long at once. */
const passing: ReadonlySet<GraphError['kind']> = new Set<GraphError['kind']>([
  'offline',
  'timeout',
  'server',
  'malformed',
  'unexpected',
])

const noAccess: Message = { key: 'cause.no-access' }

/** The link may be well, but what changed cannot be read. */
function unreadable(
  { hasNetwork, failures, sync, wall, ...facts }: DriveFacts,
  error: GraphError,
): DriveStatus {
  const since = wall(facts.since)
  if (failures >= patience && error.kind === 'forbidden') return { kind: 'no-access', since, cause: noAccess }
  if (failures >= patience && error.kind === 'not-found') return { kind: 'gone', since }
  if (error.kind === 'offline' && !hasNetwork) return { kind: 'offline', since }
  return { kind: 'reconnecting', at: sync.triesAgainAt && wall(sync.triesAgainAt), cause: whyFailed(error) }
}

function waiting(facts: DriveFacts, trouble: Trouble, until: number | null): DriveStatus {
  const { hasNetwork, sync, pollMs, now, wall, onlyFolder } = facts
  const { cause } = trouble
  if (cause.kind === 'graph' && cause.error.kind === 'offline' && !hasNetwork)
    return { kind: 'offline', since: wall(trouble.since) }
  const why =
    isBlocked(trouble) && !isAskedByProxy(cause)
      ? blocked
      : isContradicted(trouble)
        ? notSupported
        : whyWaiting(cause)
  const polls = sync.error === null && sync.lastCheckedAt !== null
  if (polls && onlyFolder !== null) {
    const only: Message = { key: 'cause.only-folder', values: { folder: onlyFolder } }
    return { kind: 'polling', everyMs: pollMs, cause: only, asksAgainAt: null }
  }
  const isRefused =
    cause.kind === 'crowded' || (cause.kind === 'graph' && cause.error.kind === 'not-supported')
  return polls && (isRefused || isBlocked(trouble) || isTurnedAway(trouble) || isContradicted(trouble))
    ? { kind: 'polling', everyMs: pollMs, cause: why, asksAgainAt: wall(until ?? now) }
    : { kind: 'reconnecting', at: until && wall(until), cause: why }
}

const blocked: Message = { key: 'cause.blocked' }
const notSupported: Message = { key: 'cause.not-supported' }
const proxyPassword: Message = { key: 'cause.proxy-password' }

function whyWaiting(cause: LinkCause): Message {
  if (cause.kind === 'graph') return whyFailed(cause.error)
  if (cause.kind === 'crowded') return { key: 'cause.crowded' }
  if (isAskedByProxy(cause)) return proxyPassword
  return cause.kind === 'refused' || cause.loss.status !== null
    ? { key: 'cause.refused' }
    : { key: 'cause.cut' }
}

/** The proxy on the way wants a password before it lets a websocket through. */
const isAskedByProxy = (cause: LinkCause) => cause.kind === 'unopened' && cause.loss.status === 407

/** What Graph's failure means, in a few words. */
export function whyFailed({ code, kind }: GraphError): Message {
  if (code === 'endlessPaging') return { key: 'cause.endless-list' }
  if (code === proxyPasswordCode) return proxyPassword
  if (kind === 'resync-required' || kind === 'malformed') return { key: 'cause.unexpected' }
  return { key: `cause.${kind}` }
}
