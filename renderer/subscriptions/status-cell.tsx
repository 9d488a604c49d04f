import { mergeClasses } from '@fluentui/react-components'
import type { SubscriptionView } from '../../preload/contract/state.ts'
import { StatusIcon } from '../ui/status-icon.tsx'
import { Progress } from '../ui/progress.tsx'
import { useNow } from '../ui/use-now.ts'
import { useWords } from '../ui/words-context.ts'
import { statusTickMs, statusWords } from '../words/drive-status.ts'
import { useRowStyles } from './subscription-styles.ts'

/** How well one drive is heard: the icon, two lines, and a bar while something is being read. */
export function StatusCell(props: {
  /** Of the first line, for the name of its row. */
  readonly id: string
  readonly drive: Pick<SubscriptionView, 'status' | 'learning'>
}) {
  const { drive } = props
  const styles = useRowStyles()
  const words = useWords()
  const now = useNow((at) => statusTickMs(drive.status, at))
  const { first, second, progress } = statusWords(drive, now, words)
  return (
    <div className={styles.state}>
      <span className={styles.icon}>
        <StatusIcon kind={drive.status.kind} />
      </span>
      <div>
        <div id={props.id} className={styles.name}>
          {first}
        </div>
        <div className={mergeClasses(styles.second, styles.wrapping)}>{second}</div>
      </div>
      {progress !== null && (
        <div className={styles.bar}>
          <Progress value={progress} label={second} />
        </div>
      )}
    </div>
  )
}
