import { useMemo } from 'react'
import type { HistoryRow } from '../../../preload/contract/activity.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { minutely, useNow } from '../../ui/use-now.ts'
import { narrows } from '../filter/filter-choices.ts'
import { countOf, type Day, daysOf, type Line, linesOf } from './days.ts'
import type { Feed } from './feed.ts'
import type { Words } from '../../../preload/words/words.ts'
import { useWords } from '../../ui/words-context.ts'

/** Where a day begins and ends among the lines. */
interface Span {
  readonly first: number
  readonly last: number
  /** Beside the heading. */
  readonly count: string
}

/** The feed as lines under headings: its days, or one heading for what matches. */
export function useLines(feed: Extract<Feed, { kind: 'rows' }>): {
  readonly lines: readonly Line[]
  readonly spans: ReadonlyMap<Day, Span>
  /** The line of each row and of each time away, by its id. */
  readonly places: ReadonlyMap<string, number>
  readonly matching: boolean
} {
  const { filter, rows, away, next, matches } = feed
  const { time } = useDrivebell()
  const words = useWords()
  const now = useNow(minutely)
  const today = time.dayKey(now)
  const matching = narrows(filter)
  return useMemo(() => {
    const whole = next === null
    const days = matching ? [matchesAsDay(rows, whole, matches, words)] : daysOf(rows, whole, time, now)
    const lines = linesOf(days, matching ? [] : away, time)
    const places = new Map<string, number>()
    const spans = new Map<Day, Span>()
    let first = 0
    for (const [index, { kind, key, day }] of lines.entries()) {
      if (kind === 'day') first = index
      if (kind !== 'day') places.set(key, index)
      if (lines[index + 1]?.day !== day)
        spans.set(day, { first, last: index, count: matching ? '' : countOf(day, words) })
    }
    return { lines, spans, places, matching }
    // The headings depend on the day alone, not on each minute of it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rows, away, next, matches, matching, time, words, today])
}

const matchesAsDay = (rows: readonly HistoryRow[], whole: boolean, matches: number, words: Words): Day => ({
  key: 'matches',
  heading: words.phrase('activity.match', { n: matches }),
  name: words.phrase('activity.matches'),
  rows,
  whole,
})
