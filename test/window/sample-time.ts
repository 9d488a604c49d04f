/** The time in every sample: a Thursday morning. */
export const now = Date.parse('2026-11-19T10:43:00Z')

/** So many seconds before it. */
export const ago = (seconds: number): number => now - seconds * 1000
