import { makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { Clock20Regular } from '@fluentui/react-icons/svg/clock'
import { useReducedMotion } from './use-media.ts'

const useStyles = makeStyles({
  waiting: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
})

/** Words beside a spinner; a still clock for those who asked for less motion. */
export function Waiting({ text }: { readonly text: string }) {
  const styles = useStyles()
  const still = useReducedMotion()
  return (
    <div className={styles.waiting}>
      {still ? (
        <Clock20Regular aria-hidden="true" />
      ) : (
        <Spinner size="tiny" aria-hidden="true" role="presentation" />
      )}
      <span>{text}</span>
    </div>
  )
}
