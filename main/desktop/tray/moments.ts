import { hourMs } from '../../kit/time.ts'

/**
 * How a moment reads in the tray: today `10:42`, this week `Tue 16:20`, this year `9 Nov`, older `9 Nov 2025`
 * (interface.md 4).
 */
export function momentWords(time: number, now: number, locale: string, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone }
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, ...zone }).format(time)
  const day = (at: number) => new Intl.DateTimeFormat('en-CA', { ...zone }).format(at)
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  if (day(time) === day(now)) return format(clock)
  if (now - time < 6 * 24 * hourMs) return `${format({ weekday: 'short' })} ${format(clock)}`
  const sameYear = day(time).slice(0, 4) === day(now).slice(0, 4)
  return format({ day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) })
}
