/**
 * How long a test waits for what should happen: only what never happens takes this long, on the busiest machine. Who
 * mends tests on a quiet one may ask for less.
 */
export const patienceMs = Number(process.env['DRIVEBELL_PATIENCE_MS'] ?? 120_000)
