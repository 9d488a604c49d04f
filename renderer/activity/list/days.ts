import type { AwayLine, HistoryRow } from '../../../preload/contract/activity.ts'
import { keyOf } from './feed.ts'
import type { Times } from '../../../preload/words/times.ts'
import type { Words } from '../../../preload/words/words.ts'

/** Changes under one heading: a calendar day's, or all that match what was looked for. */
export interface Day {
  readonly key: string
  readonly heading: string
  readonly name: string
  readonly rows: readonly HistoryRow[]
  /** All of the day is read, so that it can be counted. */
  readonly whole: boolean
}

/** A line of the list: a day's heading, one of its changes, or a time in which nobody was told. */
export type Line =
  | { readonly kind: 'day'; readonly key: string; readonly day: Day }
  | {
      readonly kind: 'row'
      readonly key: string
      readonly day: Day
      readonly row: HistoryRow
      readonly place: number
    }
  | { readonly kind: 'away'; readonly key: string; readonly day: Day; readonly away: AwayLine }

/** The rows by day, newest first; the last day may go on in a page not read yet. */
export function daysOf(
  rows: readonly HistoryRow[],
  whole: boolean,
  time: Times,
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

/** Counts changes, not rows: a burst stands for many. Of a day that is not read to its end, how many there are at least. */
export function countOf({ rows, whole }: Day, words: Words): string {
  const sum = (of: readonly HistoryRow[]) => of.reduce((all, { burst }) => all + (burst?.count ?? 1), 0)
  if (!whole) return words.phrase('activity.day.more', { n: sum(rows) })
  return words.phrase('activity.day-count', { n: sum(rows), notified: sum(rows.filter(({ told }) => told)) })
}

/** The days as one flat list of lines; a time away stands at the moment it ended, on its day if that has changes. */
export function linesOf(days: readonly Day[], away: readonly AwayLine[], time: Times): readonly Line[] {
  const left = away.toSorted((one, other) => other.until - one.until)
  const lines: Line[] = []
  const tellAway = (day: Day, due: (line: AwayLine) => boolean) => {
    while (left[0] && due(left[0])) {
      lines.push({ kind: 'away', key: left[0].id, day, away: left[0] })
      left.shift()
    }
  }
  for (const [index, day] of days.entries()) {
    lines.push({ kind: 'day', key: day.key, day })
    for (const [place, row] of day.rows.entries()) {
      tellAway(day, ({ until }) => until >= row.at)
      lines.push({ kind: 'row', key: keyOf(row), day, row, place: place + 1 })
    }
    const last = index === days.length - 1
    tellAway(day, ({ until }) => last || time.dayKey(until) === day.key)
  }
  return lines
}
