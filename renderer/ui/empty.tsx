import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Mark } from './mark.tsx'

const useStyles = makeStyles({
  empty: {
    minHeight: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
    overflowWrap: 'anywhere',
  },
  disc: {
    display: 'grid',
    placeItems: 'center',
    width: '88px',
    height: '88px',
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorBrandBackground2,
    marginBlockEnd: tokens.spacingVerticalS,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, maxWidth: '380px', color: tokens.colorNeutralForeground2 },
  action: { marginBlockStart: tokens.spacingVerticalS },
})

/** A page with nothing on it yet: what will be here, and the one thing to do. */
export function Empty(props: {
  /** What is drawn above, null for nothing; the app's mark otherwise. */
  readonly drawn?: ReactNode
  readonly title: string
  readonly text: ReactNode
  readonly action?: ReactNode
}) {
  const styles = useStyles()
  return (
    <div className={styles.empty}>
      {props.drawn !== null && <div className={styles.disc}>{props.drawn ?? <Mark size={44} />}</div>}
      <h2 className={styles.title}>{props.title}</h2>
      <p className={styles.text}>{props.text}</p>
      {props.action && <div className={styles.action}>{props.action}</div>}
    </div>
  )
}
