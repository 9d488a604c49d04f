import type { GraphError } from '../graph/graph-error.ts'
import { dayMs, hourMs, minuteMs, secondMs } from '../kit/time.ts'

/**
 * How a place to read on from has failed: a stored delta link, the link of a page, that of the background index, or where a
 * 410 says to start again. Such a link is only a hint of Microsoft's: whatever refuses it for good, it is given up, never
 * the drive.
 */
export interface Patience {
  readonly manner: FailureManner
  readonly failures: number
  /** The first of them, by the even hand. */
  readonly since: number
}

/** `refused`: another try will hardly help. `broken`: it may. */
type FailureManner = 'refused' | 'broken'

const refusedTries = 3
const brokenForMs = hourMs
/** A drive whose links are refused again and again is read from the start ever more seldom. */
const mostForMs = dayMs

/** After one more failure; null: it says nothing of the place, or is of another sort than those before. */
export function patienceAfter(before: Patience | null, error: GraphError, now: number): Patience | null {
  const manner = mannerOf(error)
  if (manner === null) return before
  if (before?.manner !== manner) return { manner, failures: 1, since: now }
  return { ...before, failures: before.failures + 1 }
}

/** Is the place to be given up, if the drive itself answers? `givenUp`: so many places were, one after the other. */
export function isSpent({ manner, failures, since }: Patience, givenUp: number, now: number): boolean {
  if (failures < refusedTries) return false
  const forMs =
    manner === 'broken' ? brokenForMs * 2 ** givenUp : givenUp === 0 ? 0 : hourMs * 2 ** (givenUp - 1)
  return now - since >= Math.min(forMs, mostForMs)
}

/** Has the feed been refused often enough to ask whether the drive itself is there? */
export const isRefused = ({ manner, failures }: Patience): boolean =>
  manner === 'refused' && failures >= refusedTries

function mannerOf({ kind, code }: GraphError): FailureManner | null {
  switch (kind) {
    case 'forbidden':
    case 'not-found':
    case 'not-supported':
    case 'malformed':
      return 'refused'
    case 'unexpected':
      return ofOurOwn.has(code ?? '') ? null : 'refused'
    case 'server':
    case 'timeout':
      return 'broken'
    case 'resync-required': // has its own way
    case 'offline':
    case 'throttled':
    case 'signed-out':
    case 'locked':
      return null
  }
}

/** Failures that no server caused. */
const ofOurOwn: ReadonlySet<string> = new Set(['ended', 'diskFull', 'broken'])

/** A page may take as long as the service's own gateway allows (protocol.md 6.6). */
const leastLimitMs = 30 * secondMs
const mostLimitMs = 2 * minuteMs
/** What is answered within this needs no more than the usual time. */
const promptMs = 15 * secondMs

/** How long the next page may take: longer after one that took too long, and as long again while the drive is slow. */
export function pageLimitMs(
  before: number,
  read: { readonly tookMs: number; readonly error: GraphError | null },
): number {
  if (read.error?.kind === 'timeout') return Math.min(mostLimitMs, before * 2)
  return read.error === null && read.tookMs < promptMs ? leastLimitMs : before
}

/** How long the first page may take. */
export const firstLimitMs = leastLimitMs
