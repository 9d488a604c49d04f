import type { HistoryRow } from '../../preload/contract/activity.ts'
import { words } from './english.ts'
import type { Times } from '../../preload/words/times.ts'

/** A row of Activity as a screen reader says it: sentence, place, time, reason, "unread" (interface.md 3). */
export function rowName(row: HistoryRow, when: string, account: string, time: Times): string {
  const { burst } = row
  const sentence = row.sentence.map(({ text }) => text).join('')
  const told = row.tail ? `${sentence} ${row.tail}` : sentence
  const at = burst ? words.activity.span(time.clock(burst.since), time.clock(burst.until)) : when
  const unread = row.unseen ? words.activity.unread : ''
  return [told, row.place.join(' › '), account, at, row.reason.words, unread].filter(Boolean).join(', ')
}
