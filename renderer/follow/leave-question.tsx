import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { words } from '../words/english.ts'
import { followWords } from '../words/follow.ts'

const said = followWords.folders

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
          {said.leaveTitle}
        </h3>
        <p id={`${id}-text`} className={styles.text}>
          {said.leave}
        </p>
        <div className={styles.buttons}>
          <Button appearance="primary" onClick={stay}>
            {words.common.stay}
          </Button>
          <Button onClick={leave}>{words.common.leave}</Button>
        </div>
      </div>
    </div>
  )
}
