import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  field: {
    display: 'grid',
    gridTemplateColumns: 'repeat(20, minmax(0, 1fr))',
    gap: '4px',
    marginBlock: tokens.spacingVerticalXS,
  },
  square: {
    aspectRatio: '1',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStroke2,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'GrayText' },
  },
  told: {
    backgroundColor: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
})

/** The latest changes as squares in time order, the told ones filled: one image. */
export function Field({ field, label }: { readonly field: readonly boolean[]; readonly label: string }) {
  const styles = useStyles()
  return (
    // Drawn, not loaded.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div role="img" aria-label={label} className={styles.field}>
      {field.map((told, index) => (
        // Squares have no name but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className={mergeClasses(styles.square, told && styles.told)} />
      ))}
    </div>
  )
}
