import { makeStyles, tokens } from '@fluentui/react-components'
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right'
import { type ReactNode, useState } from 'react'
import { narrow } from './use-media.ts'

const useStyles = makeStyles({
  row: { ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  summary: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    minHeight: '44px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    cursor: 'pointer',
    listStyleType: 'none',
    overflowWrap: 'anywhere',
    '::-webkit-details-marker': { display: 'none' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [narrow]: { paddingInline: tokens.spacingHorizontalM },
  },
  arrow: {
    display: 'inline-flex',
    flexShrink: 0,
    color: tokens.colorNeutralForeground3,
    ':dir(rtl)': { transform: 'scaleX(-1)' },
  },
  turned: { transform: 'rotate(90deg)', ':dir(rtl)': { transform: 'rotate(90deg)' } },
  body: {
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
    paddingInlineStart: `calc(${tokens.spacingHorizontalL} + ${tokens.spacingHorizontalM} + 16px)`,
    overflowWrap: 'anywhere',
    [narrow]: { paddingInline: tokens.spacingHorizontalM },
  },
})

/** A row that unfolds; what is in it is drawn once it is open. */
export function Disclosure({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.row} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>
        <span className={`${styles.arrow} ${isOpen ? styles.turned : ''}`} aria-hidden="true">
          <ChevronRight16Regular />
        </span>
        <span>{name}</span>
      </summary>
      {isOpen && <div className={styles.body}>{children}</div>}
    </details>
  )
}
