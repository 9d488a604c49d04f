/** A hint's arguments in a word or two for the log. They never decide anything: every hint means "look" (graph.md 1.8). */
export function payloadShape(args: readonly unknown[]): string {
  if (args.length === 0) return 'nothing'
  const payload = parsed(args[0])
  if (typeof payload !== 'object' || payload === null) return 'no object'
  const entries = 'value' in payload ? payload.value : null
  return Array.isArray(entries) ? `${String(entries.length)} entries` : 'no entries'
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
