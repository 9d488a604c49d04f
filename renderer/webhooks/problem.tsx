import { makeStyles, tokens } from '@fluentui/react-components'
import { DismissCircle12Filled } from '@fluentui/react-icons/svg/dismiss-circle'

const useStyles = makeStyles({
  problem: {
    display: 'flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorPaletteRedForeground1,
  },
  icon: { display: 'inline-flex', alignSelf: 'center' },
})

/** What is wrong with the field above. */
export function Problem({ id, sentence }: { readonly id?: string; readonly sentence: string }) {
  const styles = useStyles()
  return (
    <p id={id} role="alert" className={styles.problem}>
      <span className={styles.icon} aria-hidden="true">
        <DismissCircle12Filled />
      </span>
      <span>{sentence}</span>
    </p>
  )
}
