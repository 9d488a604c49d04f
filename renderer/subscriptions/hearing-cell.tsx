import { mergeClasses } from '@fluentui/react-components'
import type { SubscriptionView } from '../../preload/contract/state.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { HearingIcon } from '../ui/hearing-icon.tsx'
import { Progress } from '../ui/progress.tsx'
import { useNow } from '../ui/use-now.ts'
import { hearingTickMs, hearingWords } from '../words/hearing.ts'
import { useRowStyles } from './styles.ts'

/** How well one drive is heard: the icon, two lines, and a bar while something is being read. */
export function HearingCell({ drive }: { readonly drive: Pick<SubscriptionView, 'hearing' | 'learning'> }) {
  const styles = useRowStyles()
  const { time } = useDrivebell()
  const now = useNow((at) => hearingTickMs(drive.hearing, at))
  const { first, second, progress } = hearingWords(drive, now, time)
  return (
    <div className={styles.state}>
      <span className={styles.icon}>
        <HearingIcon kind={drive.hearing.kind} />
      </span>
      <div>
        <div className={styles.name}>{first}</div>
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
