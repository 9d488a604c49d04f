import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  // Low text, in a place high enough to be hit.
  name: {
    minWidth: '24px',
    maxWidth: '100%',
    minHeight: '24px',
    marginBlock: '-2px',
    padding: 0,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    color: 'inherit',
    backgroundColor: 'transparent',
    ...shorthands.borderStyle('none'),
    cursor: 'pointer',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    ':hover': { textDecorationLine: 'underline' },
  },
})

/** The name of a row, which opens it. Enter on the row does the same: the name is no tab stop of its own. */
export function OpeningName(props: {
  readonly children: ReactNode
  readonly open: () => void
  readonly className?: string
}) {
  const styles = useStyles()
  return (
    <button
      type="button"
      tabIndex={-1}
      className={mergeClasses(styles.name, props.className)}
      onClick={props.open}
    >
      {props.children}
    </button>
  )
}
