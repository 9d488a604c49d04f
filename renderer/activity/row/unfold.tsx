import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUp16Regular } from '@fluentui/react-icons/svg/chevron-up'
import { useWordButton } from './word-button.ts'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({ unfold: { gap: tokens.spacingHorizontalS } })

/** Shows and hides the files of a burst. */
export function Unfold(props: {
  readonly open: boolean
  readonly active: boolean
  readonly toggle: () => void
}) {
  const words = useWords()
  const styles = useStyles()
  const look = useWordButton()
  const text = props.open ? words.phrase('activity.hide-files') : words.phrase('activity.show-files')
  const Chevron = props.open ? ChevronUp16Regular : ChevronDown16Regular
  return (
    <button
      type="button"
      className={mergeClasses(look.button, styles.unfold)}
      tabIndex={props.active ? 0 : -1}
      aria-expanded={props.open}
      aria-label={text}
      onClick={(event) => {
        event.stopPropagation() // the row would open as well
        props.toggle()
      }}
    >
      <span className={look.words}>{text}</span>
      <Chevron aria-hidden="true" />
    </button>
  )
}
