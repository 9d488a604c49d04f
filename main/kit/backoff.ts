/** How a wait grows. Milliseconds. */
export interface Backoff {
  readonly firstMs: number
  readonly maxMs: number
}

/**
 * The wait before attempt `attempt` (0 is the first retry): doubling up to the maximum, ±20 % by `roll` (0…1), so that
 * many links do not come back at one instant (protocol.md 1.11).
 */
export function backoffMs({ firstMs, maxMs }: Backoff, attempt: number, roll: number): number {
  const plainMs = Math.min(maxMs, firstMs * 2 ** Math.min(attempt, 30))
  return Math.round(plainMs * (0.8 + 0.4 * roll))
}
