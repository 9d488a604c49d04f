import type { HistoryRow } from '../../preload/activity.ts'
import type { TimeWords } from '../words/time.ts'

/** One calendar day of changes. */
export interface Day {
  readonly key: string
  readonly heading: string
  readonly name: string
  readonly rows: readonly HistoryRow[]
  /** All of the day is read, so that it can be counted. */
  readonly whole: boolean
}

/** A line of the list: a day's heading or one of its changes. */
export type Line =
  | { readonly kind: 'day'; readonly key: string; readonly day: Day }
  | {
      readonly kind: 'row'
      readonly key: string
      readonly day: Day
      readonly row: HistoryRow
      readonly place: number
    }

/** The rows by day, newest first; the last day may go on in a page not read yet. */
export function daysOf(
  rows: readonly HistoryRow[],
  whole: boolean,
  time: TimeWords,
  now: number,
): readonly Day[] {
  const byDay = Map.groupBy(rows, ({ at }) => time.dayKey(at))
  return [...byDay].map(([key, of], index) => ({
    key,
    ...time.day(of[0]?.at ?? now, now),
    rows: of,
    whole: whole || index < byDay.size - 1,
  }))
}

/** The days as one flat list of lines. */
export function linesOf(days: readonly Day[]): readonly Line[] {
  return days.flatMap((day) => [
    { kind: 'day' as const, key: day.key, day },
    ...day.rows.map((row, index) => ({ kind: 'row' as const, key: row.id, day, row, place: index + 1 })),
  ])
}
