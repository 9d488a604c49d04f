import type { Message } from '../../../preload/words/phrase.ts'
import { dayMs, hourMs, minuteMs } from '../../kit/time.ts'

/** A span to the minute, like "29 days, 9 hours". */
export function spanOf(ms: number): Message {
  const days = Math.floor(ms / dayMs)
  const hours = Math.floor((ms % dayMs) / hourMs)
  const minutes = Math.floor((ms % hourMs) / minuteMs)
  if (days > 0) {
    if (minutes > 0) return { key: 'span.days-hours-minutes', values: { days, hours, minutes } }
    return hours > 0
      ? { key: 'span.days-hours', values: { days, hours } }
      : { key: 'span.days', values: { days } }
  }
  if (hours === 0) return { key: 'span.minutes', values: { minutes } }
  return minutes > 0
    ? { key: 'span.hours-minutes', values: { hours, minutes } }
    : { key: 'span.hours', values: { hours } }
}
