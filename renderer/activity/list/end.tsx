import { makeStyles, tokens } from '@fluentui/react-components'
import { narrow } from '../../ui/use-media.ts'
import { words } from '../../words/english.ts'

const said = words.activity.end

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

/** Nothing older is kept; and which keys the list knows. */
export function End() {
  const styles = useStyles()
  return (
    <p className={styles.end}>
      {said.all}
      {said.keys.map(([keys, does]) => (
        <span key={does}>
          {' '}
          {keys.map((key) => (
            <kbd key={key} className={styles.key}>
              {key}
            </kbd>
          ))}
          {does}
        </span>
      ))}
    </p>
  )
}
