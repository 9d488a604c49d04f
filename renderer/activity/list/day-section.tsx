import { makeStyles, tokens } from '@fluentui/react-components'
import type { VirtualItem } from '@tanstack/react-virtual'
import { useId } from 'react'
import { Away } from './away.tsx'
import type { Day, Line } from './days.ts'
import { Row } from '../row/activity-row.tsx'
import type { RowDeeds } from '../row/use-row-actions.tsx'
import type { Unfolded } from '../row/use-unfolded.ts'

const useStyles = makeStyles({
  section: { position: 'absolute', insetInlineStart: 0, insetInlineEnd: 0 },
  heading: {
    position: 'sticky',
    insetBlockStart: 0,
    zIndex: 1,
    boxSizing: 'border-box',
    height: '40px',
    display: 'flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
    paddingBlockStart: '10px',
    paddingInlineStart: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  rows: { margin: 0, padding: 0, listStyleType: 'none' },
})

/** One day, or all that matches: as tall as all its rows are, so that its heading sticks while it passes. */
export function DaySection(props: {
  readonly day: Day
  /** Beside the heading. */
  readonly caption: string
  readonly label: string
  readonly start: number
  readonly height: number
  readonly items: readonly VirtualItem[]
  readonly lines: readonly Line[]
  readonly activeIndex: number
  readonly ofAnyDay: boolean
  readonly deeds: RowDeeds
  readonly unfolded: Unfolded
  readonly measure: (element: HTMLLIElement | null) => void
  readonly onFocus: (id: string) => void
}) {
  const { day, lines, start, measure } = props
  const styles = useStyles()
  const titleId = useId()
  return (
    <section
      className={styles.section}
      style={{ insetBlockStart: start, height: props.height }}
      aria-labelledby={titleId}
    >
      <div className={styles.heading}>
        <h2 id={titleId} className={styles.title}>
          {day.heading}
        </h2>
        {props.caption && <span className={styles.count}>{props.caption}</span>}
      </div>
      <ul className={styles.rows} aria-label={props.label}>
        {props.items.map((item) => {
          const line = lines[item.index]
          if (!line || line.kind === 'day') return null
          const placed = { index: item.index, start: item.start - start, measure }
          if (line.kind === 'away')
            return (
              <Away key={line.key} away={line.away} active={item.index === props.activeIndex} {...placed} />
            )
          return (
            <Row
              key={line.key}
              row={line.row}
              {...placed}
              place={line.place}
              of={day.whole ? day.rows.length : -1}
              active={item.index === props.activeIndex}
              ofAnyDay={props.ofAnyDay}
              deeds={props.deeds}
              unfolded={props.unfolded}
              onFocus={() => props.onFocus(line.key)}
            />
          )
        })}
      </ul>
    </section>
  )
}
