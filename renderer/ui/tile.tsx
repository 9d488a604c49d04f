import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  tile: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    width: '36px',
    height: '36px',
    borderRadius: tokens.borderRadiusXLarge,
  },
  plain: { backgroundColor: tokens.colorNeutralBackground3 },
  brand: { color: tokens.colorBrandForeground1, backgroundColor: tokens.colorBrandBackground2 },
  light: { color: tokens.colorBrandForeground1, backgroundColor: tokens.colorNeutralBackground1 },
})

/** The icon of a thing, on a tile: plain in lists, in the brand's color where the page is about it. */
export function Tile(props: {
  readonly children: ReactNode
  readonly look?: 'plain' | 'brand' | 'light'
  readonly className?: string | undefined
}) {
  const styles = useStyles()
  const { look = 'plain' } = props
  return (
    <span className={mergeClasses(styles.tile, styles[look], props.className)} aria-hidden="true">
      {props.children}
    </span>
  )
}
