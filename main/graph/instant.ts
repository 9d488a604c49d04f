const earliest = Date.parse('1970-01-02T00:00:00Z')

/**
 * A date as Graph writes it, in milliseconds since 1970. Placeholders such as year 1 are no date; without an offset it
 * is UTC.
 */
export function instant(value: unknown): number | null {
  if (typeof value !== 'string') return null
  const time = Date.parse(value.endsWith('Z') || !/T[^+-]*$/.test(value) ? value : `${value}Z`)
  return Number.isNaN(time) || time < earliest ? null : time
}
