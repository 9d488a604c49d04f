import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components'
import type { ComponentPropsWithRef, ReactNode } from 'react'

const useStyles = makeStyles({
  field: {
    boxSizing: 'border-box',
    height: '32px',
    minWidth: 0,
    paddingInline: tokens.spacingHorizontalM,
    font: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { ...shorthands.borderColor(tokens.colorNeutralStroke1Hover) },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
    '::placeholder': { color: tokens.colorNeutralForeground3 },
    '& option': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1 },
    '&[aria-invalid="true"]': { borderBottomColor: tokens.colorPaletteRedBorder2 },
  },
  select: { maxWidth: '100%', textOverflow: 'ellipsis', paddingInlineEnd: tokens.spacingHorizontalXS },
  label: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
  },
})

/** The system's own input in the window's colors. */
export function NativeInput({ className, ...rest }: ComponentPropsWithRef<'input'>) {
  const styles = useStyles()
  return <input {...rest} className={mergeClasses(styles.field, className)} />
}

/** The system's own list of choices in the window's colors. */
export function NativeSelect({ className, ...rest }: ComponentPropsWithRef<'select'>) {
  const styles = useStyles()
  return <select {...rest} className={mergeClasses(styles.field, styles.select, className)} />
}

/** A name above the one field inside. */
export function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <label className={useStyles().label}>
      <span>{label}</span>
      {children}
    </label>
  )
}
