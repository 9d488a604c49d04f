import type { GraphError } from '../graph/graph-error.ts'
import { dayMs, hourMs } from '../kit/time.ts'

/**
 * How a place to read on from has failed: a stored delta link, the link of a page, that of the background index, or where a
 * 410 says to start again. Such a link is only a hint of Microsoft's: whatever refuses it for good, it is given up, never
 * the drive.
 */
export interface Patience {
  readonly failures: number
  /** The first of them, by the even hand. */
  readonly since: number
  /** The latest of them, as far as another try would hardly have helped; null: the very latest may pass. */
  readonly refused: { readonly times: number; readonly since: number } | null
}

const fewestTries = 3
/** What may pass has so long for it. */
const patientMs = hourMs
/** A drive whose links are refused again and again is read from the start ever more seldom. */
const mostForMs = dayMs

/** After one more failure, of whatever sort those before it were; as before where it says nothing of the place. */
export function patienceAfter(before: Patience | null, error: GraphError, now: number): Patience | null {
  const isRefusal = isRefusalOfPlace(error)
  if (isRefusal === null) return before
  const { failures = 0, since = now, refused = null } = before ?? {}
  const { times = 0, since: refusedSince = now } = refused ?? {}
  return {
    failures: failures + 1,
    since,
    refused: isRefusal ? { times: times + 1, since: refusedSince } : null,
  }
}

/** Is the place to be given up, if the drive itself answers? `givenUp`: so many places were, one after the other. */
export function isSpent({ failures, since, refused }: Patience, givenUp: number, now: number): boolean {
  const hasLasted = (from: number, forMs: number) => now - from >= Math.min(forMs, mostForMs)
  if (failures >= fewestTries && hasLasted(since, patientMs * 2 ** givenUp)) return true
  if (refused === null || refused.times < fewestTries) return false
  return hasLasted(refused.since, givenUp === 0 ? 0 : patientMs * 2 ** (givenUp - 1))
}

/** Has the feed been refused often enough to ask whether the drive itself is there? */
export const isRefused = ({ refused }: Patience): boolean => refused !== null && refused.times >= fewestTries

/** Will another try hardly help? False: it may; null: the failure says nothing of the place. */
function isRefusalOfPlace({ kind, code, status }: GraphError): boolean | null {
  switch (kind) {
    case 'forbidden':
    case 'not-found':
    case 'not-supported':
    case 'malformed':
    case 'signed-out': // while the drive itself answers, nobody is signed out
    case 'locked':
      return true
    case 'unexpected':
      return ofOurOwn.has(code ?? '') ? null : true
    case 'server': // some say so of what they will not do; of 401 it passes (protocol.md 5.7)
      return status !== null && status >= 400 && status < 500 && status !== 401
    case 'timeout':
      return false
    case 'resync-required': // has its own way
    case 'offline':
    case 'throttled':
      return null
  }
}

/** Failures that no server caused. */
const ofOurOwn: ReadonlySet<string> = new Set(['ended', 'diskFull', 'broken'])
