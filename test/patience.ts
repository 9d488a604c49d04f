/** How long a test waits for what should happen: only what never happens takes this long, on the busiest machine. */
export const patienceMs = 120_000
