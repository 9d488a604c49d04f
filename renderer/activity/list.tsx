import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { HistoryRow } from '../../preload/activity.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { narrow, useNarrow } from '../ui/use-media.ts'
import { minutely, useNow } from '../ui/use-now.ts'
import { words } from '../words/english.ts'
import { DaySection } from './day-section.tsx'
import { daysOf, type Line, linesOf } from './days.ts'
import { useAnchor } from './use-anchor.ts'
import { useNewAbove } from './use-new-above.ts'
import { useNewAnnounced } from './use-new-announced.ts'
import { useRowKeys } from './use-row-keys.ts'

const headingPx = 40
const rowPx = { wide: 53, narrow: 73 }
const linesAhead = 20

const useStyles = makeStyles({
  list: {
    position: 'relative',
    marginInline: tokens.spacingHorizontalL,
    [narrow]: { marginInline: tokens.spacingHorizontalS },
  },
  pill: {
    position: 'sticky',
    insetBlockStart: tokens.spacingVerticalXS,
    zIndex: 2,
    height: 0,
    display: 'flex',
    justifyContent: 'center',
    alignItems: 'flex-start',
  },
  pillButton: { boxShadow: tokens.shadow8 },
})

/** The changes by day. Only what is near the view is in the page, yet the row in focus always is. */
export function List(props: {
  readonly rows: readonly HistoryRow[]
  readonly whole: boolean
  readonly body: RefObject<HTMLDivElement | null>
  readonly more: () => void
}) {
  const { rows, whole, body, more } = props
  const styles = useStyles()
  const { time } = useDrivebell()
  const small = useNarrow()
  const now = useNow(minutely)
  const today = time.dayKey(now)
  // The headings depend on the day alone, not on each minute of it.
  // oxlint-disable-next-line react/exhaustive-deps
  const lines = useMemo(() => linesOf(daysOf(rows, whole, time, now)), [rows, whole, time, today])
  const [activeId, setActiveId] = useState<string | null>(null)
  const activeIndex = Math.max(
    1,
    lines.findIndex(({ kind, key }) => kind === 'row' && key === activeId),
  )

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: lines.length,
    getScrollElement: () => body.current,
    estimateSize: (index) => (lines[index]?.kind === 'day' ? headingPx : small ? rowPx.narrow : rowPx.wide),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 8,
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
  const sections = Map.groupBy(shown, ({ index }) => lines[index]?.day)
  return (
    <>
      {newAbove > 0 && (
        <div className={styles.pill}>
          <Button
            className={styles.pillButton}
            shape="circular"
            size="small"
            icon={<ArrowUpRegular />}
            onClick={() => focusRow(1)}
          >
            {words.activity.newOnes(newAbove)}
          </Button>
        </div>
      )}
      {/* Keys of the rows inside: the list itself never has the focus. */}
      <div
        role="presentation"
        className={styles.list}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {[...sections].map(
          ([day, items]) =>
            day && (
              <DaySection
                key={day.key}
                day={day}
                start={startOf(lines, day.key, virtualizer.measurementsCache)}
                height={heightOf(lines, day.key, virtualizer.measurementsCache)}
                items={items}
                lines={lines}
                activeIndex={activeIndex}
                measure={virtualizer.measureElement}
                onFocus={setActiveId}
              />
            ),
        )}
      </div>
    </>
  )
}

type Measured = readonly { readonly start: number; readonly end: number }[]

const startOf = (lines: readonly Line[], key: string, measured: Measured) =>
  measured[lines.findIndex(({ day }) => day.key === key)]?.start ?? 0

const heightOf = (lines: readonly Line[], key: string, measured: Measured) =>
  (measured[lines.findLastIndex(({ day }) => day.key === key)]?.end ?? 0) - startOf(lines, key, measured)
