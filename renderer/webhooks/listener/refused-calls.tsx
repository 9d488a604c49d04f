import { useWords } from '../../ui/words-context.ts'
import { makeStyles, tokens } from '@fluentui/react-components'
import { useDrivebell } from '../../ui/drivebell-context.ts'

const useStyles = makeStyles({
  title: {
    margin: 0,
    marginBlockEnd: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  counts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  count: { textAlign: 'end' },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** What was refused this week, by its kind, most first; nothing where nothing was. */
export function RefusedCalls() {
  const words = useWords()
  const styles = useStyles()
  const { byKind } = useDrivebell().state.webhooks.listener.refused
  if (byKind.length === 0) return null
  return (
    <section>
      <h2 className={styles.title}>{words.phrase('listener.refused-title')}</h2>
      <dl className={styles.counts}>
        {byKind.map(({ kind, count }) => (
          <div key={kind} style={{ display: 'contents' }}>
            <dt className={styles.count}>{words.number(count)}</dt>
            <dd className={styles.words}>{words.phrase(`delivery.why.${kind}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
