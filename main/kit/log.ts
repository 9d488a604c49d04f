import { redact } from './redact.ts'

/** Facts beside an event: plain values, written as `name=value`. */
export type Facts = Readonly<Record<string, string | number | boolean | null | undefined>>

/** What the app writes down for those who look after it. No line ever holds a secret. */
export interface Log {
  info(event: string, facts?: Facts): void
  warn(event: string, facts?: Facts): void
  error(event: string, facts?: Facts): void
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
    (event: string, facts: Facts = {}) => {
      const known = Object.entries(facts).filter(([, value]) => value !== undefined)
      write({
        level,
        text: redact([event, ...known.map(([name, value]) => `${name}=${String(value)}`)].join(' ')),
      })
    }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}
