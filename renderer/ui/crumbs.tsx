import { makeStyles, tokens } from '@fluentui/react-components'
import { ChevronRight12Regular } from '@fluentui/react-icons/svg/chevron-right'
import { ActionLink } from './action-link.tsx'
import { useWords } from './words-context.ts'

const useStyles = makeStyles({
  crumbs: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  link: { fontSize: 'inherit', color: tokens.colorNeutralForeground2 },
  arrow: { display: 'inline-flex', ':dir(rtl)': { transform: 'scaleX(-1)' } },
  here: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
})

/** The page it belongs to › this one. */
export function Crumbs(props: { readonly parent: string; readonly name: string; readonly back: () => void }) {
  const words = useWords()
  const styles = useStyles()
  return (
    <nav aria-label={words.phrase('nav.crumbs')}>
      <ol className={styles.crumbs}>
        <li>
          <ActionLink className={styles.link} onClick={props.back}>
            {props.parent}
          </ActionLink>
        </li>
        <li className={styles.arrow} aria-hidden="true">
          <ChevronRight12Regular />
        </li>
        <li className={styles.here} aria-current="page">
          <bdi>{props.name}</bdi>
        </li>
      </ol>
    </nav>
  )
}
