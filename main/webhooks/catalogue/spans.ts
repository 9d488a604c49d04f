import { minuteMs, hourMs, dayMs } from '../../kit/time.ts'

const units = [
  [dayMs, 'day', 'days'],
  [hourMs, 'h', 'h'],
  [minuteMs, 'min', 'min'],
] as const

/** A span to the minute, like "29 days 9 h". */
export function spanWords(ms: number): string {
  let left = ms
  const parts = units.flatMap(([unitMs, one, many]) => {
    const count = Math.floor(left / unitMs)
    left -= count * unitMs
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  })
  return parts.join(' ') || '0 min'
}
