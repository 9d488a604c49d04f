import type { Pause, Stored, Subscription } from '../settings/schema.ts'
import { entryOf } from '../kit/table.ts'
import { hourMs } from '../kit/time.ts'

/** What is kept of pauses: of everything, of accounts, and of single subscriptions. */
export type Pauses = Pick<Stored, 'pause' | 'pausedAccounts' | 'subscriptions'>

/** What can be paused and resumed. */
export type Pausable = 'everything' | { readonly accountId: string } | { readonly subscriptionId: string }

/** How long, as a person says it; null: until somebody resumes. */
export type PauseLength = 'an-hour' | 'tomorrow' | null

const morning = 8

/** When a pause that begins now ends. Tomorrow begins at eight by this computer's clock. */
export function pauseFor(length: PauseLength, now: number): Pause {
  if (length === 'an-hour') return { until: now + hourMs }
  if (length === null) return { until: null }
  const today = new Date(now)
  const next = new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1, morning)
  return { until: next.getTime() }
}

/** Is it paused now, and until when? Of several pauses the longest counts. */
export function pauseOf(subscription: Subscription, kept: Pauses, now: number): Pause | null {
  const all = [kept.pause, entryOf(kept.pausedAccounts, subscription.accountId), subscription.pause]
  return all.filter((pause) => !isOver(pause, now)).reduce(longer, null)
}

/** Is everything paused? What is followed later is paused too. */
export function everythingPaused({ pause }: Pauses, now: number): Pause | null {
  return isOver(pause, now) ? null : pause
}

/** Pauses it; null when there is no such thing. */
export function paused(kept: Pauses, what: Pausable, pause: Pause): Pauses | null {
  if (what === 'everything') return { ...kept, pause }
  if ('accountId' in what) {
    return { ...kept, pausedAccounts: { ...kept.pausedAccounts, [what.accountId]: pause } }
  }
  return withSubscription(kept, what.subscriptionId, pause)
}

/** Resumes it, and nothing else: pauses around it go on for what is beside it. Null when there is no such thing. */
export function resumed(kept: Pauses, what: Pausable, now: number): Pauses | null {
  if (what === 'everything') {
    const subscriptions = kept.subscriptions.map((each) => ({ ...each, pause: null }))
    return { pause: null, pausedAccounts: {}, subscriptions }
  }
  const apart = {
    ...kept,
    subscriptions: kept.subscriptions.map((each) => ({ ...each, pause: pauseOf(each, kept, now) })),
  }
  if ('accountId' in what) {
    const { accountId } = what
    const of = (each: Subscription) => each.accountId === accountId
    const subscriptions = apart.subscriptions.map((each) => (of(each) ? { ...each, pause: null } : each))
    return { pause: null, subscriptions, pausedAccounts: without(kept.pausedAccounts, accountId) }
  }
  const subscription = kept.subscriptions.find(({ id }) => id === what.subscriptionId)
  if (!subscription) return null
  const pausedAccounts = without(kept.pausedAccounts, subscription.accountId)
  return withSubscription({ ...apart, pause: null, pausedAccounts }, subscription.id, null)
}

/** When the next pause ends; null when none does by itself. */
export function nextEnd(kept: Pauses, now: number): number | null {
  const all = [
    kept.pause,
    ...Object.values(kept.pausedAccounts),
    ...kept.subscriptions.map(({ pause }) => pause),
  ]
  const ends = all.flatMap((pause) => (pause?.until && pause.until > now ? [pause.until] : []))
  return ends.length > 0 ? Math.min(...ends) : null
}

const isOver = (pause: Pause | null, now: number) =>
  pause === null || (pause.until !== null && pause.until <= now)

function longer(a: Pause | null, b: Pause | null): Pause | null {
  if (a === null || b === null) return a ?? b
  return (a.until ?? Infinity) >= (b.until ?? Infinity) ? a : b
}

function withSubscription(kept: Pauses, id: string, pause: Pause | null): Pauses | null {
  if (!kept.subscriptions.some((each) => each.id === id)) return null
  return {
    ...kept,
    subscriptions: kept.subscriptions.map((each) => (each.id === id ? { ...each, pause } : each)),
  }
}

function without(accounts: Pauses['pausedAccounts'], accountId: string): Pauses['pausedAccounts'] {
  return Object.fromEntries(Object.entries(accounts).filter(([id]) => id !== accountId))
}
