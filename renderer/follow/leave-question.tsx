import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  veil: {
    position: 'absolute',
    inset: 0,
    display: 'grid',
    placeItems: 'center',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorBackgroundOverlay,
  },
  question: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '400px',
    maxHeight: '100%',
    overflowX: 'hidden',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalXXL,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow64,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
})

/** What can be answered before chosen folders are forgotten. */
export interface Leaving {
  readonly leave: () => void
  readonly stay: () => void
}

/** Asks before chosen folders are forgotten, inside the dialog: a second one would hide the first from screen readers. */
export function LeaveQuestion({ leave, stay }: Leaving) {
  const words = useWords()
  const styles = useStyles()
  const id = useId()
  return (
    <div className={styles.veil}>
      <div
        role="alertdialog"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        className={styles.question}
      >
        <h3 id={`${id}-title`} className={styles.title}>
          {words.phrase('follow.folders.discard-title')}
        </h3>
        <p id={`${id}-text`} className={styles.text}>
          {words.phrase('follow.folders.discard-text')}
        </p>
        <div className={styles.buttons}>
          <Button appearance="primary" onClick={stay}>
            {words.phrase('button.keep-editing')}
          </Button>
          <Button onClick={leave}>{words.phrase('button.discard')}</Button>
        </div>
      </div>
    </div>
  )
}
