import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { words } from '../words/english.ts'
import type { Choices } from './choices.ts'
import { useChosen } from './use-chosen.ts'

const said = words.activity.noMatchText

const useStyles = makeStyles({
  none: {
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
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, maxWidth: '380px', color: tokens.colorNeutralForeground2 },
  action: { marginBlockStart: tokens.spacingVerticalM },
})

/** Nothing matches: what was asked, among how many, and how far they reach back. */
export function NoMatch(props: {
  readonly text: string
  readonly choices: Choices
  readonly clear: () => void
}) {
  const { text, choices } = props
  const styles = useStyles()
  const { state, time } = useDrivebell()
  const chosen = useChosen(choices)
  const { kept, since } = state.history
  const others = [chosen.show, chosen.kind, chosen.drive, chosen.time].filter((wish) => wish !== null)
  return (
    <div className={styles.none}>
      <h2 className={styles.title}>{words.activity.noMatch}</h2>
      <p className={styles.text}>
        {said.start}
        {chosen.person !== null && (
          <>
            {said.by}
            <bdi>{chosen.person}</bdi>
          </>
        )}
        {text && (
          <>
            {said.text[0]}
            <bdi>{text}</bdi>
            {said.text[1]}
          </>
        )}
        {said.kept(kept)}
        {others.length > 0 && said.only(others.join(', '))}
        {since !== null && said.since(time.fullDate(since))}
      </p>
      <Button className={styles.action} onClick={props.clear}>
        {words.activity.clearFilters}
      </Button>
    </div>
  )
}
