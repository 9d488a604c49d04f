/** Something with named members, of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>

/** The value as an object of unknown members; null when it is something else. */
export function fields(value: unknown): Fields | null {
  return isFields(value) ? value : null
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text with something in it, else null. */
export const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
