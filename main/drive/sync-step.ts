import type { GraphError } from '../graph/graph-error.ts'
import { assertNever } from '../kit/result.ts'
import { firstLimitMs, nextLimitMs } from '../graph/call-limits.ts'
import { type Patience, patienceAfter } from './patience.ts'
import { type Gap, retryAfterMs, type SyncReason, type SyncState } from './sync-state.ts'

/** How a drive stands with its feed. Times are of the even hand of the clock, where nothing else is said. */
export type Sync = Common & (Resting | Reading | Failed)

interface Common {
  /** What has been wanted since, and what is not answered yet. */
  readonly wish: Wish
  /** When it was read last, by the wall clock; null: never. */
  readonly checkedAt: number | null
  /** When something had changed last. */
  readonly foundAt: number | null
  /** When the feed is asked again after a hint. */
  readonly again: readonly number[]
  /** How long a page may take. */
  readonly limitMs: number
  /** Old items are to be learned as soon as new changes are heard of. */
  readonly learns: boolean
}

interface Resting {
  readonly kind: 'resting'
}

interface Reading {
  readonly kind: 'reading'
  readonly since: number
  /** What it answers. */
  readonly answers: Wish
  /** From before; it is over when the drive was read. */
  readonly trouble: Failing | null
}

interface Failed {
  readonly kind: 'failed'
  readonly trouble: Failing
}

/** Why a reading is wanted. */
interface Wish {
  readonly hinted: boolean
  /** Nobody listened: what is found was missed. */
  readonly gap: Gap | null
}

/** Failures in a row. */
interface Failing {
  readonly error: GraphError
  /** When it is tried again. */
  readonly until: number
  readonly failures: number
  /** How the place to read on from failed. */
  readonly patience: Patience | null
  /** So many such places were given up since the drive was read. */
  readonly givenUp: number
}

/** What can happen to it. */
export type SyncEvent =
  /** Null: for no reason of its own. */
  | { readonly kind: 'wanted'; readonly why: SyncReason | null }
  | { readonly kind: 'learn' }
  /** A reading will be wanted for another hint. */
  | { readonly kind: 'held' }
  /** A reading begins. */
  | { readonly kind: 'begun' }
  /** All that differs is stored; `at`: the wall clock. */
  | { readonly kind: 'found'; readonly count: number; readonly at: number }
  /** The place to read on from is worth nothing: the drive is read from its start. */
  | { readonly kind: 'gave-up' }
  | { readonly kind: 'failed'; readonly error: GraphError }
  /** The deadline has come. */
  | { readonly kind: 'due' }

/** What a step wants done: a reading, after the one under way; telling that a set is stored; learning old items. */
export type SyncEffect = 'read' | 'tell' | 'learn'

type Next = readonly [Sync, readonly SyncEffect[]]

/**
 * The feed lags behind its hints (protocol.md 1.9, 2.4): after the last hint it is asked again, whatever was found, for
 * what was found need not be what was announced.
 */
const againAfterMs = [2_000, 5_000, 15_000]
const nothing: Wish = { hinted: false, gap: null }

/** Nothing happened yet in this run of the app. */
export function atRest(checkedAt: number | null): Sync {
  return {
    kind: 'resting',
    wish: nothing,
    checkedAt,
    foundAt: null,
    again: [],
    limitMs: firstLimitMs,
    learns: false,
  }
}

/** What happens at a moment leads to the next state and what is to be done. */
export function step(sync: Sync, event: SyncEvent, now: number): Next {
  switch (event.kind) {
    case 'wanted':
      return [{ ...sync, wish: and(sync.wish, wishFor(event.why)) }, ['read']]
    case 'learn':
      return [{ ...sync, learns: true }, sync.checkedAt === null ? [] : ['learn']]
    case 'held':
      return [{ ...sync, again: [] }, []]
    case 'begun':
      return [begun(sync, now), []]
    case 'found':
      return sync.kind === 'reading' ? found(sync, event, now) : [sync, []]
    case 'gave-up':
      return [sync.kind === 'reading' ? gaveUp(sync) : sync, []]
    case 'failed':
      return [sync.kind === 'reading' ? failed(sync, event.error, now) : sync, []]
    case 'due':
      return (deadline(sync) ?? Infinity) > now
        ? [sync, []]
        : [{ ...sync, again: sync.again.filter((time) => time > now) }, ['read']]
    default:
      return assertNever(event)
  }
}

/** When it has to be looked at again. */
export function deadline(sync: Sync): number | null {
  const times = sync.kind === 'failed' ? [...sync.again, sync.trouble.until] : sync.again
  return times.length === 0 ? null : Math.min(...times)
}

/** How the reading under way has failed until now. */
export function failedSoFar(sync: Sync): Pick<Failing, 'patience' | 'givenUp'> {
  return sync.kind === 'reading' && sync.trouble ? sync.trouble : { patience: null, givenUp: 0 }
}

/** As it is shown; `learning`: how far the old items are known. */
export function shownAs(sync: Sync, learning: SyncState['learning']): SyncState {
  const trouble = sync.kind === 'resting' ? null : sync.trouble
  return {
    phase: sync.kind === 'reading' ? 'reading' : 'idle',
    since: sync.kind === 'reading' ? sync.since : null,
    lastCheckedAt: sync.checkedAt,
    lastFoundAt: sync.foundAt,
    learning: sync.learns ? learning : null,
    error: trouble?.error ?? null,
    triesAgainAt: trouble?.until ?? null,
  }
}

const wishFor = (why: SyncReason | null): Wish => ({
  hinted: why === 'hint',
  gap: why === 'away' || why === 'paused' ? why : null,
})

/** The gap that came first says since when nobody listened. */
const and = (first: Wish, second: Wish): Wish => ({
  hinted: first.hinted || second.hinted,
  gap: first.gap ?? second.gap,
})

function common({ checkedAt, foundAt, again, limitMs, learns, wish }: Sync): Common {
  return { checkedAt, foundAt, again, limitMs, learns, wish }
}

function begun(sync: Sync, now: number): Sync {
  const trouble = sync.kind === 'resting' ? null : sync.trouble
  const again = sync.wish.hinted ? [] : sync.again
  return { ...common(sync), kind: 'reading', since: now, answers: sync.wish, wish: nothing, again, trouble }
}

function found(
  sync: Common & Reading,
  { count, at }: Extract<SyncEvent, { kind: 'found' }>,
  now: number,
): Next {
  const again = sync.answers.hinted ? againAfterMs.map((ms) => now + ms) : sync.again
  const foundAt = count > 0 ? now : sync.foundAt
  const limitMs = nextLimitMs(sync.limitMs, { tookMs: now - sync.since, error: null })
  const resting: Sync = { ...common(sync), kind: 'resting', checkedAt: at, foundAt, again, limitMs }
  return [resting, sync.learns ? ['tell', 'learn'] : ['tell']]
}

function failed(sync: Common & Reading, error: GraphError, now: number): Sync {
  const { failures, patience, givenUp } = sync.trouble ?? { failures: 0, patience: null, givenUp: 0 }
  const trouble = {
    error,
    until: now + retryAfterMs(error, failures),
    failures: failures + 1,
    patience: patienceAfter(patience, error, now),
    givenUp,
  }
  const limitMs = nextLimitMs(sync.limitMs, { tookMs: now - sync.since, error })
  return { ...common(sync), kind: 'failed', wish: and(sync.answers, sync.wish), limitMs, trouble }
}

function gaveUp(sync: Common & Reading): Sync {
  const { trouble } = sync
  return trouble ? { ...sync, trouble: { ...trouble, patience: null, givenUp: trouble.givenUp + 1 } } : sync
}
