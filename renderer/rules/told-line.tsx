import { makeStyles, tokens } from '@fluentui/react-components'
import type { PreviewLine } from '../../preload/contract/activity.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { minutely, useNow } from '../ui/use-now.ts'
import { Plain } from './plain.tsx'

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '8px minmax(0, 1fr) auto',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: '4px',
  },
  mark: {
    width: '8px',
    height: '8px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
  },
  sentence: { overflowWrap: 'anywhere' },
  time: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
})

/** One change that would have been told. */
export function ToldLine({ line }: { readonly line: PreviewLine }) {
  const styles = useStyles()
  const { time } = useDrivebell()
  const now = useNow(minutely)
  return (
    <li className={styles.line}>
      <span className={styles.mark} aria-hidden="true" />
      <span className={styles.sentence}>
        <Plain parts={line.sentence} />
      </span>
      <span className={styles.time}>{time.moment(line.at, now)}</span>
    </li>
  )
}
