import { minuteMs, secondMs } from '../../preload/kit/time.ts'

/** Whole minutes until a deadline, begun ones counted; 0 once it is past. */
export const minutesUntil = (until: number, now: number): number =>
  Math.max(0, Math.ceil(Math.floor((until - now) / 1_000) / 60)) // `now` ticks in seconds

/** How often an "ago" text changes: once a minute, once in 10 s below a minute (interface.md 2). */
export function agoTickMs(at: number | null, now: number): number {
  return at !== null && now - at < minuteMs ? 10 * secondMs : minuteMs
}
