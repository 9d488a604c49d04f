import { makeStyles, Skeleton as Bones, SkeletonItem, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { narrow } from '../ui/use-media.ts'
import { words } from '../words/english.ts'

const patienceMs = 300

const useStyles = makeStyles({
  bones: {
    display: 'grid',
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

/** Grey rows while the first page is read; nothing at all if that is quick. */
export function Skeleton() {
  const styles = useStyles()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  if (!slow) return null
  return (
    <Bones className={styles.bones} animation="pulse" aria-label={words.activity.loading}>
      {widths.map((width) => (
        <div key={width} className={styles.row}>
          <SkeletonItem shape="circle" size={36} />
          <div className={styles.lines}>
            <SkeletonItem size={12} style={{ width }} />
            <SkeletonItem size={8} style={{ width: `calc(${width} / 2)` }} />
          </div>
          <SkeletonItem size={12} />
        </div>
      ))}
    </Bones>
  )
}
