const megabyte = 1_000_000
const most = 1_000_000

/** A size in megabytes as it is typed; empty: any. */
export const megabytesOf = (bytes: number | null): string => (bytes === null ? '' : String(bytes / megabyte))

/** What was typed, in bytes; null: any. A comma is as good as a point. */
export function bytesOf(text: string): number | null | 'bad' {
  const typed = text.trim().replace(',', '.')
  if (typed === '') return null
  const number = /^(\d+\.?\d*|\.\d+)$/.test(typed) ? Number(typed) : Number.NaN
  return number <= most ? Math.round(number * megabyte) : 'bad'
}
