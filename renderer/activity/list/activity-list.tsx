import { makeStyles, tokens } from '@fluentui/react-components'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { ActivityFacts, HistoryRow } from '../../../preload/contract/activity.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { narrow, useNarrow } from '../../ui/use-media.ts'
import type { Words } from '../../../preload/words/words.ts'
import { DaySection } from './day-section.tsx'
import { End } from './end.tsx'
import type { Feed } from './feed.ts'
import { NewPill } from './new-pill.tsx'
import { useAnchor } from './use-anchor.ts'
import { useEntry } from './use-entry.ts'
import { useLines } from './use-lines.ts'
import { useNewAnnounced } from './use-new-announced.ts'
import { useRowDeeds } from '../row/use-row-actions.tsx'
import { useRowKeys } from './use-row-keys.ts'
import { useUnfolded } from '../row/use-unfolded.ts'
import { useWords } from '../../ui/words-context.ts'

const headingPx = 40
const awayPx = 28
const rowPx = { wide: 53, narrow: 73 }
const linesAhead = 20

const useStyles = makeStyles({
  list: {
    position: 'relative',
    marginInline: tokens.spacingHorizontalL,
    [narrow]: { marginInline: tokens.spacingHorizontalS },
  },
})

/** The changes by day, or those that match. Only what is near the view is in the page, yet the row in focus always is. */
export function List(props: {
  readonly feed: Extract<Feed, { kind: 'rows' }>
  readonly body: RefObject<HTMLDivElement | null>
  readonly more: () => void
  /** For what is pressed: the feed stands still meanwhile. */
  readonly press: { readonly onPointerDown: () => void }
}) {
  const words = useWords()
  const { feed, body, more } = props
  const { rows } = feed
  const whole = feed.next === null
  const styles = useStyles()
  const { state } = useDrivebell()
  const small = useNarrow()
  const { lines, spans, places, matching } = useLines(feed)
  const [activeId, setActiveId] = useState<string | null>(null)
  const first = lines.findIndex(({ kind }) => kind === 'row')
  const activeIndex = (activeId === null ? undefined : places.get(activeId)) ?? first

  // What it answers is used here alone, and never kept.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: lines.length,
    getScrollElement: () => body.current,
    estimateSize: useCallback(
      (index: number) => {
        const kind = lines[index]?.kind
        return kind === 'day' ? headingPx : kind === 'away' ? awayPx : small ? rowPx.narrow : rowPx.wide
      },
      [lines, small],
    ),
    getItemKey: useCallback((index: number) => lines[index]?.key ?? index, [lines]),
    overscan: 4, // each row costs time before the first paint
    scrollPaddingStart: headingPx,
    rangeExtractor: (range) =>
      [...new Set([activeIndex, ...defaultRangeExtractor(range)])].toSorted((one, other) => one - other),
  })
  const shown = virtualizer.getVirtualItems()
  const lastShown = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (!whole && lastShown >= lines.length - linesAhead) more()
  }, [whole, lastShown, lines.length, more])

  useAnchor(body, lines, virtualizer)
  const newAbove = useNewAbove(body, rows)
  useNewAnnounced(rows)
  const { focusRow, onKeyDown } = useRowKeys({ body, lines, activeIndex, setActiveId, virtualizer })
  useEntry({ lines, first, more: whole ? null : more, focusRow, matching })
  const deeds = useRowDeeds()
  const unfolded = useUnfolded()
  const sections = Map.groupBy(shown, ({ index }) => lines[index]?.day)
  const measured = virtualizer.measurementsCache
  return (
    <>
      <NewPill count={newAbove} show={() => focusRow(first)} />
      {/* Keys of the rows inside: the list itself never has the focus. */}
      <div
        role="presentation"
        className={styles.list}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        {...props.press}
      >
        {[...sections].map(([day, items]) => {
          const span = day && spans.get(day)
          if (!span) return null
          const start = measured[span.first]?.start ?? 0
          return (
            <DaySection
              key={day.key}
              day={day}
              caption={matching ? keptOf(state.history, words) : span.count}
              label={
                matching ? words.phrase('activity.matches') : words.phrase('activity.list', { day: day.name })
              }
              start={start}
              height={(measured[span.last]?.end ?? 0) - start}
              items={items}
              lines={lines}
              activeIndex={activeIndex}
              ofAnyDay={matching}
              deeds={deeds}
              unfolded={unfolded}
              measure={virtualizer.measureElement}
              onFocus={setActiveId}
            />
          )
        })}
      </div>
      {whole && <End />}
    </>
  )
}

/** Out of how many, and how far they reach back. */
const keptOf = ({ kept, since }: ActivityFacts, words: Words): string =>
  since === null
    ? words.phrase('activity.match-of', { n: kept })
    : words.phrase('activity.match-of-since', { n: kept, date: words.date(since, Date.now()) })

const atTopPx = 4

/** How many rows came in above the view since the top was last seen. */
function useNewAbove(body: RefObject<HTMLDivElement | null>, rows: readonly HistoryRow[]): number {
  const newest = rows[0]?.id ?? null
  const [seen, setSeen] = useState(newest)
  useEffect(() => {
    const element = body.current
    if (!element) return undefined
    const look = () => {
      if (element.scrollTop <= atTopPx) setSeen(newest)
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [body, newest])
  return Math.max(
    0,
    rows.findIndex(({ id }) => id === seen),
  )
}
