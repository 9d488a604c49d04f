import { makeStyles, tokens } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed'
import type { Managed } from '../../preload/contract/policy.ts'
import { narrow } from '../ui/use-media.ts'
import { LockedProvider, useManaged } from './managed.ts'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    boxSizing: 'border-box',
    minHeight: '60px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    [narrow]: { gap: tokens.spacingHorizontalM, paddingInline: tokens.spacingHorizontalM },
  },
  icon: { display: 'inline-flex', flexShrink: 0, [narrow]: { display: 'none' } },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  caption: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  lock: {
    display: 'inline-flex',
    verticalAlign: 'text-bottom',
    marginInlineEnd: tokens.spacingHorizontalXS,
  },
  control: { flexShrink: 0, display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

/** What names and describes the control of a row. */
export const namedBy = (id: string) => ({
  'aria-labelledby': `${id}-name`,
  'aria-describedby': `${id}-caption`,
})

/** One setting: icon, name, one caption, its control at the end ({@link namedBy} the texts). */
export function SettingsRow(props: {
  readonly id: string
  readonly Icon: FluentIcon
  readonly name: ReactNode
  readonly caption?: string
  /** What of it an administrator may have set. */
  readonly setting?: Managed
  readonly children?: ReactNode
}) {
  const styles = useStyles()
  const ids = namedBy(props.id)
  const managed = useManaged(props.setting ?? null)
  const caption = managed ?? props.caption
  return (
    <div className={styles.row}>
      <span className={styles.icon} aria-hidden="true">
        <props.Icon />
      </span>
      <div className={styles.text}>
        <div id={ids['aria-labelledby']}>{props.name}</div>
        {caption && (
          <div id={ids['aria-describedby']} className={styles.caption}>
            {managed !== null && (
              <span className={styles.lock} aria-hidden="true">
                <LockClosed16Regular />
              </span>
            )}
            {caption}
          </div>
        )}
      </div>
      {props.children && (
        <LockedProvider value={managed !== null}>
          <div className={styles.control}>{props.children}</div>
        </LockedProvider>
      )}
    </div>
  )
}
