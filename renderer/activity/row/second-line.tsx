import { mergeClasses } from '@fluentui/react-components'
import type { HistoryRow } from '../../../preload/contract/activity.ts'
import { Marked } from '../filter/marked.tsx'
import { Reason } from './reason.tsx'
import { useRowStyles } from './row-styles.ts'
import { useWords } from '../../ui/words-context.ts'
import { spanOf } from '../../words/row-name.ts'

const dot = ' · '

/** Where it was, reading downward; of a burst also when, and how it was told. */
export function SecondLine(props: {
  readonly row: HistoryRow
  /** Empty while only one is signed in. */
  readonly account: string
  readonly active: boolean
}) {
  const words = useWords()
  const { row, account } = props
  const styles = useRowStyles()
  const { burst } = row
  return (
    <div className={mergeClasses(styles.second, burst !== null && styles.parts)}>
      <span className={styles.part}>
        <bdi>
          <Marked text={row.place.join(' › ')} />
        </bdi>
        {account && (
          <>
            {dot}
            <bdi>{account}</bdi>
          </>
        )}
      </span>
      {burst && (
        <>
          <span className={styles.between}>{dot}</span>
          <span className={styles.part}>{spanOf(burst, words)}</span>
          <span className={styles.between}>{dot}</span>
          <Reason row={row} active={props.active} />
        </>
      )}
    </div>
  )
}
