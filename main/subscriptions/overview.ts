import type { AccountView, Overview, SubscriptionView } from '../../preload/contract/state.ts'
import type { Pause } from '../settings/schema.ts'

interface Facts {
  readonly accounts: readonly AccountView[]
  readonly subscriptions: readonly SubscriptionView[]
  readonly everythingPaused: Pause | null
  /** How many webhooks Microsoft cannot deliver to. */
  readonly unreachable: number
  /** Drives that are gone, as the user knows: they need nobody any more. */
  readonly goneSeen: ReadonlySet<string>
}

/**
 * The one line about all drives: attention › offline › paused › catching up › polling › reconnecting › live
 * (interface.md 6).
 */
export function overviewOf(facts: Facts): Overview {
  const { accounts, subscriptions, everythingPaused } = facts
  const count = (...kinds: SubscriptionView['status']['kind'][]) =>
    subscriptions.filter(({ status }) => kinds.includes(status.kind)).length
  const offline = subscriptions.flatMap(({ status }) => (status.kind === 'offline' ? [status.since] : []))
  const heard = subscriptions.flatMap(({ status }) =>
    status.kind === 'live' ? [status.lastHeardAt ?? 0] : [],
  )
  const lastHeardAt = Math.max(0, ...heard)
  return {
    kind: worst(),
    total: subscriptions.length,
    live: count('live', 'catching-up'),
    polling: count('polling'),
    lastHeardAt: lastHeardAt || null,
    offlineSince: offline.length > 0 ? Math.min(...offline) : null,
    pausedUntil: pausedUntil(),
    needsYou: needs(facts),
    catchingUp: subscriptions.filter(({ status }) => status.kind === 'catching-up').map(({ name }) => name),
  }

  /** When everything goes on: the pause of everything, or the first of all drives to resume. */
  function pausedUntil(): number | null {
    if (everythingPaused) return everythingPaused.until
    if (count('paused') < subscriptions.length) return null
    const ends = subscriptions.map(({ status }) => (status.kind === 'paused' ? status.until : null))
    const known = ends.filter((end) => end !== null)
    return known.length > 0 ? Math.min(...known) : null
  }

  function worst(): Overview['kind'] {
    if (accounts.length === 0) return 'no-account'
    if (needs(facts).length > 0) return 'attention'
    if (subscriptions.length === 0) return 'nothing-followed'
    if (offline.length > 0) return 'offline'
    if (everythingPaused || count('paused') === subscriptions.length) return 'paused'
    if (count('catching-up') > 0) return 'catching-up'
    if (count('polling') > 0) return 'polling'
    return count('reconnecting') > 0 ? 'reconnecting' : 'live'
  }
}

/** One fault, one line: ten drives behind one lost sign-in are one thing to fix. */
function needs({ accounts, subscriptions, goneSeen, unreachable }: Facts): Overview['needsYou'] {
  const signIns = accounts
    .filter(({ state }) => state.kind === 'signed-out')
    .map(({ username }) => ({
      what: { key: 'needs.sign-in', values: { username } } as const,
      page: 'accounts' as const,
    }))
  const drives = subscriptions.flatMap(({ id, name, status }): Overview['needsYou'] => {
    if (status.kind === 'no-access')
      return [{ what: { key: 'needs.no-access', values: { name } } as const, page: 'subscriptions' as const }]
    if (status.kind === 'gone' && !goneSeen.has(id))
      return [{ what: { key: 'needs.gone', values: { name } } as const, page: 'subscriptions' as const }]
    return []
  })
  // without a network nothing arrives, and nobody can mend it
  const isOffline = subscriptions.some(({ status }) => status.kind === 'offline')
  const webhooks: Overview['needsYou'] =
    unreachable === 0 || isOffline
      ? []
      : [{ what: { key: 'needs.webhooks', values: { n: unreachable } }, page: 'webhooks' }]
  return [...signIns, ...drives, ...webhooks]
}
