import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  group: {
    display: 'inline-flex',
    flexShrink: 0,
    margin: 0,
    padding: '2px',
    border: 'none',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  name: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  choice: {
    position: 'relative',
    display: 'grid',
    placeItems: 'center',
    minHeight: '28px',
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':has(:checked)': {
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      fontWeight: tokens.fontWeightSemibold,
      boxShadow: tokens.shadow2,
      '@media (forced-colors: active)': {
        backgroundColor: 'Highlight',
        color: 'HighlightText',
        forcedColorAdjust: 'none',
      },
    },
    ':has(:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  // Over its words, so that it is where it seems to be.
  radio: {
    position: 'absolute',
    inset: 0,
    width: '100%',
    height: '100%',
    margin: 0,
    opacity: 0,
    cursor: 'inherit',
  },
})

const choices = [
  { told: null, key: 'activity.show.all' },
  { told: true, key: 'activity.show.notified' },
  { told: false, key: 'activity.show.not-notified' },
] as const

/** All, what was told, or what was held back. */
export function ShowChoice(props: {
  readonly told: boolean | null
  readonly choose: (told: boolean | null) => void
}) {
  const words = useWords()
  const styles = useStyles()
  const name = useId()
  return (
    <fieldset className={styles.group}>
      <legend className={styles.name}>{words.phrase('activity.show')}</legend>
      {choices.map(({ told, key }) => (
        <label key={key} className={styles.choice}>
          <input
            type="radio"
            className={styles.radio}
            name={name}
            checked={props.told === told}
            onChange={() => props.choose(told)}
          />
          {words.phrase(key)}
        </label>
      ))}
    </fieldset>
  )
}
