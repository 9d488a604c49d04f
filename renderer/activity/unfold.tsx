import { makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUp16Regular } from '@fluentui/react-icons/svg/chevron-up'
import { narrow } from '../ui/use-media.ts'
import { words } from '../words/english.ts'

const said = words.activity

const useStyles = makeStyles({
  unfold: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '24px',
    marginBlock: '-3px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    [narrow]: { minWidth: '24px', justifyContent: 'flex-end' },
  },
  words: { [narrow]: { display: 'none' } },
})

/** Shows and hides the files of a burst. */
export function Unfold(props: {
  readonly open: boolean
  readonly active: boolean
  readonly toggle: () => void
}) {
  const styles = useStyles()
  const text = props.open ? said.hideFiles : said.showFiles
  const Chevron = props.open ? ChevronUp16Regular : ChevronDown16Regular
  return (
    <button
      type="button"
      className={styles.unfold}
      tabIndex={props.active ? 0 : -1}
      aria-expanded={props.open}
      aria-label={text}
      onClick={(event) => {
        event.stopPropagation() // the row would open as well
        props.toggle()
      }}
    >
      <span className={styles.words}>{text}</span>
      <Chevron aria-hidden="true" />
    </button>
  )
}
