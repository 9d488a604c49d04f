import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import type { PreviewLine } from '../../preload/contract/activity.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { minutely, useNow } from '../ui/use-now.ts'
import { Plain } from './plain.tsx'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  lines: { margin: 0, padding: 0, listStyleType: 'none', fontSize: tokens.fontSizeBase200 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  reason: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground3 },
  told: { gridColumn: '1 / -1', color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  time: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
})

/** Every change that was tried, each with its reason. */
export function AllLines(props: { readonly lines: readonly PreviewLine[]; readonly close: () => void }) {
  const words = useWords()
  const styles = useStyles()
  const { time } = useDrivebell()
  const now = useNow(minutely)
  return (
    <DialogFrame
      isLong
      title={words.phrase('rules.preview.all-title')}
      close={props.close}
      buttons={
        <Button appearance="primary" onClick={props.close}>
          {words.phrase('button.close')}
        </Button>
      }
    >
      <ul className={styles.lines}>
        {props.lines.map((line) => (
          <li key={line.id} className={styles.line}>
            <span>
              <Plain parts={line.sentence} />
            </span>
            <span className={styles.time}>{time.moment(line.at, now)}</span>
            <span className={line.told ? styles.told : styles.reason}>{line.reason}</span>
          </li>
        ))}
      </ul>
    </DialogFrame>
  )
}
