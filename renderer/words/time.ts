import { count } from './number.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** A span in the largest unit that fits: "8 s", "4 min", "3 h", "2 days". */
export function span(ms: number): string {
  if (ms < minuteMs) return `${Math.max(0, Math.floor(ms / 1000))} s`
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min`
  if (ms < dayMs) return `${Math.floor(ms / hourMs)} h`
  return count(Math.floor(ms / dayMs), { one: '# day', other: '# days' })
}

/** Whole minutes until a deadline, begun ones counted; 0 once it is past. */
export const minutesUntil = (until: number, now: number): number =>
  Math.max(0, Math.ceil(Math.floor((until - now) / 1_000) / 60)) // `now` ticks in seconds

/** How often an "ago" text changes: once a minute, once in 10 s below a minute (interface.md 2). */
export function agoTickMs(at: number | null, now: number): number {
  return at !== null && now - at < minuteMs ? 10_000 : minuteMs
}
