import { backoffMs } from '../kit/backoff.ts'
import { dayMs, minuteMs } from '../kit/time.ts'

/** Without a `Retry-After`: 2, 4, 8 … 60 s (protocol.md 6.3). */
const unsaid = { firstMs: 2_000, maxMs: minuteMs }
/** "Bandwidth exceeded" passes slowly. */
const bandwidthMs = minuteMs

/** Microsoft counts by the day at most (protocol.md 6.4): what asks for more is a mistake, and would be silence for good. */
const mostMs = dayMs

/** A reply that asks to be left alone for a while. */
export interface ThrottledReply {
  readonly status: number
  readonly headers: Headers
  /** Our wall clock. */
  readonly now: number
  /** Throttled replies in a row before this one. */
  readonly before: number
  readonly roll: number
}

/** How long a throttled account stays silent: what the reply says, else growing waits (protocol.md 6.3, 6.4). */
export function throttledForMs({ status, headers, now, before, roll }: ThrottledReply): number {
  const saidMs = Math.max(retryAfterMs(headers, now) ?? 0, seconds(headers.get('ratelimit-reset')) ?? 0)
  if (saidMs > 0) return Math.min(saidMs, mostMs)
  const ownMs = backoffMs(unsaid, before, roll)
  return status === 509 ? Math.max(bandwidthMs, ownMs) : ownMs
}

/** Seconds, or an HTTP date seen against the server's own clock. */
export function retryAfterMs(headers: Headers, now: number): number | null {
  const said = headers.get('retry-after')
  const plain = seconds(said)
  if (plain !== null || said === null) return plain
  const until = Date.parse(said.split(betweenDates)[0] ?? '')
  return Number.isNaN(until) ? null : until - (serverTime(headers) ?? now)
}

/** A header that is sent twice is joined by commas, and a date has one of its own. */
const betweenDates = /(?<=GMT)\s*,/

/** The server's clock when it answered. */
export function serverTime(headers: Headers): number | null {
  const time = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(time) ? null : time
}

/** Of several the longest, for whoever sent it meant it. */
function seconds(text: string | null): number | null {
  const each = (text ?? '').split(',').map((part) => part.trim())
  if (!each.every((part) => /^\d+(\.\d+)?$/.test(part))) return null
  return Math.ceil(Math.max(...each.map(Number)) * 1000)
}
