import type { HistoryRow } from '../../preload/activity.ts'
import { words } from './english.ts'

/** A row of Activity as a screen reader says it: sentence, place, time, reason, "unread" (ui.md 3). */
export function rowName(row: HistoryRow, when: string, account: string): string {
  const sentence = row.sentence.map(({ text }) => text).join('')
  const unread = row.unseen ? words.activity.unread : ''
  return [sentence, row.place.join(' › '), account, when, row.reason, unread].filter(Boolean).join(', ')
}
