import type { Gap, SyncReason } from '../drive/sync-state.ts'
import type { GraphError } from '../graph/graph-error.ts'
import { minuteMs, secondMs } from '../kit/time.ts'
import { assertNever } from '../kit/result.ts'
import type { Link } from '../link/link-state.ts'

/** How well a drive is attended, and when it is looked at though nothing was heard. Times are of the even hand. */
export type Attention = Common &
  (
    | { /** Its link is live, and all was read. */ readonly kind: 'attended' }
    | { /** All was read, but its link is not live. */ readonly kind: 'polled' }
    /** Nobody listened, why, and since when, if that is known: unless it was brief, what is read next was missed. */
    | { readonly kind: 'missing'; readonly gap: Gap; readonly from: number | null }
  )

interface Common {
  /** Since when it is attended, or is not. */
  readonly since: number
  /** When its link, or a webhook, last said that something changed. */
  readonly heardAt: number | null
  /** When something was found to have changed. */
  readonly foundAt: number | null
  /** Why it cannot be read. Counted in a row and of one kind: only then it means what it says. */
  readonly trouble: { readonly error: GraphError; readonly inRow: number } | null
  readonly lookAt: number
  /** Hints: when one was last answered, and whether one waits for its turn. */
  readonly hints: { readonly readAt: number | null; readonly waiting: boolean }
}

/** Only of a sleep nobody knows by the even hand how long it was. */
export type WakeCause = 'slept' | 'network'

/** What can happen to it. */
export type AttentionEvent =
  /** Begin. A drive that was never read is read at once, so that it is told from now on. */
  | { readonly kind: 'started'; readonly isNew: boolean }
  /** The computer woke, or the network is another one: whatever looks alive is suspect. */
  | { readonly kind: 'woken'; readonly why: WakeCause }
  /** The user wants to know now. */
  | { readonly kind: 'asked' }
  /** Something changed, or the link was joined and must catch up. */
  | { readonly kind: 'heard'; readonly why: 'hint' | 'joined' }
  /** The link has changed. */
  | { readonly kind: 'link' }
  /** A read has ended. */
  | { readonly kind: 'read'; readonly error: GraphError | null; readonly foundAt: number | null }
  /** It is time to look. */
  | { readonly kind: 'due' }

/** What a step wants done. */
export type AttentionEffect =
  | { readonly kind: 'read'; readonly why: SyncReason }
  /** A read follows soon: until then none is needed for hints of before. */
  | { readonly kind: 'hold' }
  /** It can be read: old items are learned, and the link hears that there is access. */
  | { readonly kind: 'well' }

type Next = readonly [Attention, readonly AttentionEffect[]]

/** A slow look even while the link is live, for a hint may be lost (protocol.md 1.12). */
const safetyMs = 15 * minuteMs
/** The link's first word is waited for, so that one read catches up; but not for long. */
const joinLimitMs = 5 * secondMs
/** A drive is read for hints no more often than this (design.md 2). */
const hintPaceMs = 2 * secondMs
/** While a link comes and goes, its waits are not waited for. */
const flappingMs = 20 * secondMs
/** Wakes so soon after all was well are the same one, told by several voices. */
const onceMs = 5 * secondMs

/** So short a gap is none: what happened in it is news. */
const briefMs = 2 * minuteMs

/** A drive that begins to be followed; `before`: why nobody listened until now. */
export function unattended(before: Gap, now: number): Attention {
  const nothing = { heardAt: null, foundAt: null, trouble: null, hints: { readAt: null, waiting: false } }
  return { kind: 'missing', gap: before, from: null, since: now, lookAt: now + joinLimitMs, ...nothing }
}

/** The whole life of a followed drive: what happens, and how its link stands, lead to the next state and what to do. */
export function step(at: Attention, event: AttentionEvent, link: Link, now: number): Next {
  switch (event.kind) {
    case 'started':
      return event.isNew ? read(at, 'away', link, now) : [{ ...at, lookAt: now + joinLimitMs }, []]
    case 'woken':
      return woken(at, event.why, link, now)
    case 'asked':
      return read({ ...at, trouble: null }, 'safety', link, now)
    case 'heard':
      return event.why === 'hint' ? hinted({ ...at, heardAt: now }, link, now) : read(at, 'joined', link, now)
    case 'due':
      return read(at, at.hints.waiting ? 'hint' : 'safety', link, now)
    case 'link':
      return linkChanged(at, link, now)
    case 'read':
      return event.error === null
        ? wasRead({ ...at, foundAt: event.foundAt }, link, now)
        : failed(at, event.error)
    default:
      return assertNever(event)
  }
}

/** How often a drive without a link is looked at, by how long nothing has changed in it: seldom where seldom is enough. */
export function pollMs({ since, foundAt }: Attention, now: number): number {
  const quietMs = now - Math.max(since, foundAt ?? 0)
  if (quietMs < 30 * minuteMs) return 2 * minuteMs
  return quietMs < 3 * 60 * minuteMs ? 5 * minuteMs : 10 * minuteMs
}

/** Is a connection on its way? It catches up by itself. */
export const isJoining = ({ kind }: Link): boolean =>
  kind === 'asking' || kind === 'connecting' || kind === 'renewing'

const isLive = ({ kind }: Link): boolean => kind === 'live' || kind === 'renewing'

/** A busy drive says the same ten times a second: the first hint is answered at once, the others together. */
function hinted(at: Attention, link: Link, now: number): Next {
  const { readAt } = at.hints
  if (readAt === null || now - readAt >= hintPaceMs) return read(at, 'hint', link, now)
  return [{ ...at, lookAt: readAt + hintPaceMs, hints: { readAt, waiting: true } }, [{ kind: 'hold' }]]
}

/** What is found was missed if nobody listened. */
function read(before: Attention, why: SyncReason, link: Link, now: number): Next {
  const isForHints = why === 'hint' || before.hints.waiting
  const at = isForHints ? { ...before, hints: { readAt: now, waiting: false } } : before
  const lookAt = now + (isLive(link) ? safetyMs : isFlapping(link) ? flappingMs : pollMs(at, now))
  const isMissed = at.kind === 'missing' && !isBrief(at, now)
  return [{ ...at, lookAt }, [{ kind: 'read', why: isMissed ? at.gap : isForHints ? 'hint' : why }]]
}

const isBrief = ({ gap, from }: Attention & { readonly kind: 'missing' }, now: number): boolean =>
  gap === 'away' && from !== null && now - from < briefMs

function woken(at: Attention, why: WakeCause, link: Link, now: number): Next {
  if (at.kind === 'attended' && link.kind === 'live' && now - at.since < onceMs) return [at, []]
  const missing = missed({ ...at, trouble: null }, now)
  const gap = why === 'slept' ? { ...missing, from: null } : missing
  return isJoining(link) ? [{ ...gap, lookAt: now + joinLimitMs }, []] : read(gap, 'joined', link, now)
}

function missed(at: Attention, now: number): Attention & { readonly kind: 'missing' } {
  if (at.kind === 'missing') return at
  const wasAttended = at.kind === 'attended'
  const from = wasAttended ? now : null
  return { ...at, kind: 'missing', gap: 'away', from, since: wasAttended ? now : at.since }
}

function linkChanged(before: Attention, link: Link, now: number): Next {
  const at = before.kind === 'attended' && !isLive(link) ? missed(before, now) : before
  // What cannot be read is tried again by whoever reads it; what was refused to the link may be read all the same.
  if (link.kind === 'no-access' || link.kind === 'gone')
    return at.trouble === null ? read(at, 'safety', link, now) : [at, []]
  if (link.kind !== 'waiting') return [at, []]
  // A link that will be back in a moment reads when it is joined; any other is not waited for.
  if (link.until - now < joinLimitMs) return [{ ...at, lookAt: now + joinLimitMs }, []]
  if (link.trouble.attempt === 0) return read(at, 'safety', link, now)
  const soonest = isFlapping(link) && at.trouble === null ? now + flappingMs : now + pollMs(at, now)
  return [{ ...at, lookAt: Math.min(at.lookAt, soonest) }, []]
}

const isFlapping = (link: Link): boolean => link.kind === 'waiting' && link.trouble.cause.kind === 'lost'

function wasRead(at: Attention, link: Link, now: number): Next {
  const well = { ...at, trouble: null }
  const effects = [{ kind: 'well' }] as const
  if (isLive(link))
    return [at.kind === 'attended' ? well : { ...well, kind: 'attended', since: now }, effects]
  return [{ ...well, kind: 'polled' }, effects]
}

function failed(at: Attention, error: GraphError): Next {
  const { trouble } = at
  const inRow = trouble?.error.kind === error.kind ? trouble.inRow + 1 : 1
  return [{ ...at, trouble: { error, inRow } }, []]
}
