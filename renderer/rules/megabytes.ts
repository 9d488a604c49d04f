const megabyte = 1_000_000
const most = 1_000_000

/** A size in bytes as a number of megabytes to type on in; empty where there is none. */
export const megaparseMegabytes = (bytes: number | null): string =>
  bytes === null ? '' : String(bytes / megabyte)

/** Typed megabytes, with a point or a comma, in bytes; null where nothing was typed. */
export function parseMegabytes(text: string): number | null | 'bad' {
  const typed = text.trim().replace(',', '.')
  if (typed === '') return null
  const number = /^(\d+\.?\d*|\.\d+)$/.test(typed) ? Number(typed) : Number.NaN
  return number <= most ? Math.round(number * megabyte) : 'bad'
}
