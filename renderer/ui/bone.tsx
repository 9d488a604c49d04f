import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect, useState } from 'react'

const patienceMs = 300

const useStyles = makeStyles({
  bone: {
    width: '100%',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    animationName: { '50%': { opacity: 0.4 } },
    animationDuration: '1s',
    animationTimingFunction: 'ease-in-out',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  disc: { width: '36px', height: '36px', borderRadius: tokens.borderRadiusCircular },
})

/** Gray shapes while something is read; nothing at all if that is quick. */
export function Bones(props: {
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}) {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  if (!slow) return null
  return (
    // A `progress` cannot hold anything.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div role="progressbar" aria-busy="true" aria-label={props.label} className={props.className}>
      {props.children}
    </div>
  )
}

/** The shape of a picture. */
export function Disc() {
  const styles = useStyles()
  return <div className={mergeClasses(styles.bone, styles.disc)} />
}

/** The shape of a line. */
export function Line({ height, width }: { readonly height: 8 | 12 | 36; readonly width?: string }) {
  return <div className={useStyles().bone} style={{ height, width }} />
}
