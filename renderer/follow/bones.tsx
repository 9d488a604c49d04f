import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { followWords } from '../words/follow.ts'

const patienceMs = 300

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

/** Grey rows while something is looked for; nothing at all if that is quick. */
export function Bones() {
  const styles = useStyles()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  if (!slow) return null
  return (
    <Skeleton animation="pulse" aria-label={followWords.loading}>
      {widths.map((width) => (
        <div key={width} className={styles.row}>
          <SkeletonItem size={36} />
          <div className={styles.lines}>
            <SkeletonItem size={12} style={{ width }} />
            <SkeletonItem size={8} style={{ width: `calc(${width} / 2)` }} />
          </div>
        </div>
      ))}
    </Skeleton>
  )
}
