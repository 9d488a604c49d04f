import { makeStyles, tokens } from '@fluentui/react-components'
import { Bones, Line } from '../ui/bone.tsx'
import { followWords } from '../words/follow.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '36px minmax(0, 1fr)',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    height: '52px',
    paddingInlineStart: tokens.spacingHorizontalS,
  },
  lines: { display: 'grid', gap: tokens.spacingVerticalXS },
})

const widths = ['42%', '58%', '36%', '50%']

/** Grey rows while something is looked for. */
export function GreyRows() {
  const styles = useStyles()
  return (
    <Bones label={followWords.loading}>
      {widths.map((width) => (
        <div key={width} className={styles.row}>
          <Line height={36} />
          <div className={styles.lines}>
            <Line height={12} width={width} />
            <Line height={8} width={`calc(${width} / 2)`} />
          </div>
        </div>
      ))}
    </Bones>
  )
}
