const minuteMs = 60_000

/** How often a drive without a link is looked at, by how long nothing has changed in it: seldom where seldom is enough. */
export function pollMs(quietMs: number): number {
  if (quietMs < 30 * minuteMs) return 2 * minuteMs
  return quietMs < 3 * 60 * minuteMs ? 5 * minuteMs : 10 * minuteMs
}
