import { makeStyles, tokens } from '@fluentui/react-components'
import type { VirtualItem } from '@tanstack/react-virtual'
import { useId } from 'react'
import { words } from '../words/english.ts'
import type { Day, Line } from './days.ts'
import { Row } from './row.tsx'

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

/** One day, as tall as all its rows are, so that its heading sticks while it passes. */
export function DaySection(props: {
  readonly day: Day
  readonly start: number
  readonly height: number
  readonly items: readonly VirtualItem[]
  readonly lines: readonly Line[]
  readonly activeIndex: number
  readonly measure: (element: HTMLLIElement | null) => void
  readonly onFocus: (id: string) => void
}) {
  const { day, lines, start } = props
  const styles = useStyles()
  const titleId = useId()
  const told = day.rows.filter((row) => row.told).length
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
        {day.whole && <span className={styles.count}>{words.activity.dayCount(day.rows.length, told)}</span>}
      </div>
      <ul className={styles.rows} aria-label={words.activity.list(day.name)}>
        {props.items.map((item) => {
          const line = lines[item.index]
          if (line?.kind !== 'row') return null
          return (
            <Row
              key={line.key}
              row={line.row}
              index={item.index}
              start={item.start - start}
              place={line.place}
              of={day.whole ? day.rows.length : -1}
              active={item.index === props.activeIndex}
              measure={props.measure}
              onFocus={() => props.onFocus(line.key)}
            />
          )
        })}
      </ul>
    </section>
  )
}
