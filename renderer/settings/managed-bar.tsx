import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  problems: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
})

/** Says that an administrator has set something, and what of it could not be used. */
export function ManagedBar() {
  const styles = useStyles()
  const { organization, managed, problems } = useDrivebell().state.policy
  const words = useWords()
  const n = managed.length
  return (
    <>
      {n > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>
              {organization === null
                ? words.phrase('settings.managed.bar-nobody', { n })
                : words.phrase('settings.managed.bar', { organization, n })}
            </MessageBarTitle>
            {words.phrase('settings.managed.bar-text')}
          </MessageBarBody>
        </MessageBar>
      )}
      {problems.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.phrase('settings.managed.problems')}</MessageBarTitle>
            <ul className={styles.problems}>
              {problems.map((problem) => (
                <li key={words.say(problem)}>{words.say(problem)}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  )
}
