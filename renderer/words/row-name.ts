import type { HistoryRow } from '../../preload/contract/activity.ts'
import type { Words } from '../../preload/words/words.ts'

/** A row of Activity as a screen reader says it: sentence, place, time, reason, "unread" (interface.md 3). */
export function rowName(row: HistoryRow, when: string, account: string, words: Words): string {
  const { burst } = row
  const sentence = row.sentence.map(({ text }) => text).join('')
  const whole = row.tail ? `${sentence} ${row.tail}` : sentence
  const at = burst ? spanOf(burst, words) : when
  const unread = row.unseen ? words.phrase('activity.unread') : ''
  return [whole, row.place.join(' › '), account, at, row.reason.words, unread].filter(Boolean).join(', ')
}

/** "10:24 to 10:31"; within one minute there is only one time to name. */
export function spanOf(
  { since, until }: { readonly since: number; readonly until: number },
  words: Words,
): string {
  const [from, to] = [words.clock(since), words.clock(until)]
  return from === to ? from : words.phrase('time.span', { from, until: to })
}
