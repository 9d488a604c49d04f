/**
 * What is odd about a hint's arguments, in a word or two for the log; null when they look as observed. They never
 * decide anything: every hint means "look" (graph.md 1.8).
 */
export function payloadOddity(args: readonly unknown[]): string | null {
  if (args.length === 0) return 'nothing'
  const payload = parsed(args[0])
  if (typeof payload !== 'object' || payload === null) return 'no object'
  if (!('value' in payload) || !Array.isArray(payload.value)) return 'no entries'
  return payload.value.length === 0 ? 'empty' : null
}

/** The argument is usually an object written as a string. */
function parsed(argument: unknown): unknown {
  if (typeof argument !== 'string') return argument
  try {
    return JSON.parse(argument)
  } catch {
    return null
  }
}
