import { makeStyles, tokens } from '@fluentui/react-components'
import { narrow } from '../../ui/use-media.ts'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  end: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} 34px`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    [narrow]: { display: 'none' },
  },
  key: {
    display: 'inline-block',
    minWidth: '12px',
    paddingInline: tokens.spacingHorizontalXS,
    marginInlineEnd: '3px',
    fontFamily: 'inherit',
    textAlign: 'center',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
})

const keys = [
  [['↑', '↓'], 'activity.key.move'],
  [['Enter'], 'activity.open'],
  [['M'], 'activity.mute'],
  [['S'], 'notice.action.mark-seen'],
] as const

/** Nothing older is kept; and which keys the list knows. */
export function End() {
  const words = useWords()
  const styles = useStyles()
  return (
    <p className={styles.end}>
      {words.phrase('activity.end')}
      {keys.map(([keys, does]) => (
        <span key={does}>
          {' '}
          {keys.map((key) => (
            <kbd key={key} className={styles.key}>
              {key}
            </kbd>
          ))}
          {words.phrase(does)}
        </span>
      ))}
    </p>
  )
}
