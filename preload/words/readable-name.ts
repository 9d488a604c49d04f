/**
 * A name as a person reads it. Some names come percent-encoded (protocol.md 2.4): decoded only if all of it is valid,
 * and not where a slash or a control character would come out, which no name of a drive holds.
 */
export function readableName(name: string): string {
  if (!/%[0-9a-f]{2}/i.test(name)) return name
  try {
    const decoded = decodeURIComponent(name)
    return /[\p{Cc}/\\]/u.test(decoded) ? name : decoded
  } catch {
    return name
  }
}
