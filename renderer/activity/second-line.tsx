import type { HistoryRow } from '../../preload/activity.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { words } from '../words/english.ts'
import { Marked } from './marked.tsx'
import { Reason } from './reason.tsx'
import { useRowStyles } from './row-styles.ts'

const dot = ' · '

/** Where it was, reading downward; of a burst also when, and how it was told. */
export function SecondLine(props: {
  readonly row: HistoryRow
  /** Empty while only one is signed in. */
  readonly account: string
  readonly active: boolean
}) {
  const { row, account } = props
  const styles = useRowStyles()
  const { time } = useDrivebell()
  return (
    <div className={styles.second}>
      <bdi>
        <Marked text={row.place.join(' › ')} />
      </bdi>
      {account && (
        <>
          {dot}
          <bdi>{account}</bdi>
        </>
      )}
      {row.burst && (
        <>
          {dot}
          {words.activity.span(time.clock(row.burst.since), time.clock(row.burst.until))}
          {dot}
          <Reason row={row} active={props.active} />
        </>
      )}
    </div>
  )
}
