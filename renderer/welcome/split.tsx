import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import appIcon from '../../build/drawings/app-icon.svg'
import { ActionLink } from '../ui/action-link.tsx'
import { AlertBars } from '../ui/alert-bars.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { narrow } from '../ui/use-media.ts'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  split: {
    height: '100%',
    boxSizing: 'border-box',
    overflowY: 'auto',
    overflowX: 'hidden',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto 1fr' },
  },
  half: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    boxSizing: 'border-box',
    minWidth: 0,
    padding: '40px 36px 40px 64px',
    paddingInline: '64px 36px',
    [narrow]: { padding: tokens.spacingHorizontalXXL },
  },
  end: {
    backgroundColor: tokens.colorBrandBackground2,
    paddingInline: '70px 60px',
    gap: tokens.spacingVerticalXXXL,
    [narrow]: { paddingInline: tokens.spacingHorizontalXXL, gap: tokens.spacingVerticalXXL },
  },
  helping: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
    marginBlockStart: tokens.spacingVerticalXXL,
    fontSize: tokens.fontSizeBase200,
  },
  icon: { width: '72px', height: '72px', marginBlockEnd: tokens.spacingVerticalL, display: 'block' },
})

/** Welcome's two halves: the way in, and what it is. */
export function Split({ start, end }: { readonly start: ReactNode; readonly end: ReactNode }) {
  const styles = useStyles()
  return (
    <main className={styles.split}>
      <div className={styles.half}>
        <AlertBars inset={false} />
        {start}
        <Helping />
      </div>
      <div className={`${styles.half} ${styles.end}`}>{end}</div>
    </main>
  )
}

/** Help for whoever does not get in. */
function Helping() {
  const styles = useStyles()
  const words = useWords()
  const { showPage } = useDrivebell()
  return (
    <div className={styles.helping}>
      <ActionLink onClick={() => showPage('help')}>{words.phrase('welcome.help')}</ActionLink>
      <ActionLink onClick={() => showPage('diagnostics')}>{words.phrase('welcome.diagnostics')}</ActionLink>
    </div>
  )
}

/** The bell on its drive. */
export function AppIcon() {
  return <img className={useStyles().icon} src={appIcon} alt="" />
}
