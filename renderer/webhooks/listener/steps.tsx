import { useWords } from '../../ui/words-context.ts'
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { SelfTest } from '../../../preload/contract/webhooks.ts'
import { stepFound, stepTitle } from '../../words/self-test.ts'
import { StepIcon } from '../state-icon.tsx'
import { Unseen } from '../unseen.tsx'

const useStyles = makeStyles({
  steps: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    listStyleType: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  step: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalM,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  icon: { paddingBlockStart: tokens.spacingVerticalXXS },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  waiting: { color: tokens.colorNeutralForeground3 },
  failed: { fontWeight: tokens.fontWeightSemibold },
  detail: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
})

/** The six steps of the handshake, as far as they went. */
export function Steps({ test }: { readonly test: SelfTest }) {
  const words = useWords()
  const styles = useStyles()
  return (
    <ol className={styles.steps} aria-label={words.phrase('listener.steps')}>
      {test.steps.map(({ key, kind, found }) => (
        <li key={key} className={styles.step}>
          <span className={styles.icon}>
            <StepIcon kind={kind} />
          </span>
          <div className={styles.words}>
            <div
              className={mergeClasses(
                kind === 'waiting' && styles.waiting,
                kind === 'failed' && styles.failed,
              )}
            >
              {stepTitle(test, key, kind, words)}
              <Unseen>, {words.phrase(`listener.step.${kind}`)}</Unseen>
            </div>
            {found !== null && <div className={styles.detail}>{stepFound(found, words)}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
