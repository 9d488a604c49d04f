/** LogFacts beside an event: plain values, written as `name=value`. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>

/** What the app writes down for those who look after it. No line ever holds a secret. */
export interface Log {
  info(event: string, facts?: LogFacts): void
  warn(event: string, facts?: LogFacts): void
  error(event: string, facts?: LogFacts): void
}

/** One finished line of the log. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error'
  readonly text: string
}

/** A log that hides secrets and hands finished lines on. */
export function logTo(write: (line: LogLine) => void): Log {
  const at =
    (level: LogLine['level']) =>
    (event: string, facts: LogFacts = {}) => {
      const known = Object.entries(facts).filter(([, value]) => value !== undefined)
      write({
        level,
        text: fit([event, ...known.map(([name, value]) => `${name}=${String(value)}`)].join(' ')),
      })
    }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

const secretKeys =
  'access_token|refresh_token|id_token|client_info|code_verifier|device_code|clientState|token|authorization|snthgk'

const rules: readonly (readonly [RegExp, string])[] = [
  [/\b(https?|wss?):\/\/[^\s"'<>]*/gi, '$url'],
  [/\bBearer\s+[^\s"',;]+/gi, 'Bearer [hidden]'],
  [/\beyJ[\w-]{8,}(?:\.[\w-]*)*/g, '[hidden]'],
  [
    new RegExp(`(["']?\\b(?:${secretKeys})\\b["']?\\s*[:=]\\s*)("[^"]*"|'[^']*'|[^\\s,;&}]+)`, 'gi'),
    '$1[hidden]',
  ],
  [/\bsystem-managed:[0-9a-f-]+/gi, 'system-managed:[hidden]'],
  [/(delta\(token=)[^)]*/gi, '$1[hidden]'],
]

/** The text without what must never be written down: tokens, queries of URLs, client states. */
export function redact(text: string): string {
  return rules.reduce(
    (seen, [pattern, replacement]) =>
      replacement === '$url' ? seen.replace(pattern, withoutQuery) : seen.replace(pattern, replacement),
    text,
  )
}

function withoutQuery(url: string): string {
  const at = url.search(/[?#]/)
  return at < 0 ? url : `${url.slice(0, at)}?[hidden]`
}

const longestLine = 4_000

/** One line of bounded length: what a name brings along must not look like a line of ours. */
function fit(text: string): string {
  const hidden = redact(text.slice(0, 5 * longestLine)) // a secret that begins in the line is seen to its end
  // oxlint-disable-next-line no-control-regex -- they are what is to go
  const line = hidden.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line
}
