/** The value below which a share of all values lies; the nearest one, so that it was really measured. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('no values')
  return value
}

/** How many values fall into the fullest window of this length. */
export function mostWithin(times: readonly number[], windowMs: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  let first = 0
  return sorted.reduce((most, time, index) => {
    while (time - (sorted[first] ?? time) >= windowMs) first++
    return Math.max(most, index - first + 1)
  }, 0)
}

/** Like "p50 12.4 ms, p95 18.0 ms". */
export const spread = (valuesMs: readonly number[]): string =>
  `p50 ${inMs(quantile(valuesMs, 0.5))}, p95 ${inMs(quantile(valuesMs, 0.95))}`

/** Small times with a digit behind the point, large ones without. */
export const inMs = (ms: number): string => `${ms < 100 ? ms.toFixed(1) : ms.toFixed(0)} ms`

export const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

export const inMb = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`

export const times = (a: number, b: number): string => `${(a / b).toFixed(2)}×`
