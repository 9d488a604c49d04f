import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import appIcon from '../../build/drawings/app-icon.svg'
import { AlertBars } from '../ui/alert-bars.tsx'
import { narrow } from '../ui/use-media.ts'

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
      </div>
      <div className={`${styles.half} ${styles.end}`}>{end}</div>
    </main>
  )
}

/** The bell on its drive. */
export function AppIcon() {
  return <img className={useStyles().icon} src={appIcon} alt="" />
}
