import { makeStyles, tokens } from '@fluentui/react-components'
import { Bones, Disc, Line } from '../../ui/bone.tsx'
import { narrow } from '../../ui/use-media.ts'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  bones: {
    display: 'grid',
    // Rows that are none are nothing to scroll to.
    height: '100%',
    overflow: 'clip',
    alignContent: 'start',
    paddingInline: tokens.spacingHorizontalXXL,
    [narrow]: { paddingInline: tokens.spacingHorizontalL },
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '36px minmax(0, 1fr) 60px',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    height: '53px',
    paddingInlineStart: tokens.spacingHorizontalM,
  },
  lines: { display: 'grid', gap: tokens.spacingVerticalXS },
})

// Shares of the line, so that it looks like sentences and not like a table.
const widths = ['62%', '48%', '71%', '55%', '66%', '40%', '58%', '50%']

/** Gray rows while the first page is read. */
export function Skeleton() {
  const words = useWords()
  const styles = useStyles()
  return (
    <Bones className={styles.bones} label={words.phrase('activity.loading')}>
      {widths.map((width) => (
        <div key={width} className={styles.row}>
          <Disc />
          <div className={styles.lines}>
            <Line height={12} width={width} />
            <Line height={8} width={`calc(${width} / 2)`} />
          </div>
          <Line height={12} />
        </div>
      ))}
    </Bones>
  )
}
