import { Link, makeStyles, mergeClasses } from '@fluentui/react-components'
import type { ComponentProps } from 'react'

const useStyles = makeStyles({
  // As high as an unsteady hand needs, in no more room than the words take.
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '24px', marginBlock: '-4px' },
})

/** Words on their own that do something when pressed. */
export function ActionLink(
  props: Pick<
    ComponentProps<'button'>,
    'className' | 'style' | 'children' | 'tabIndex' | 'aria-expanded' | 'onClick'
  >,
) {
  const styles = useStyles()
  return <Link as="button" {...props} className={mergeClasses(styles.link, props.className)} />
}
