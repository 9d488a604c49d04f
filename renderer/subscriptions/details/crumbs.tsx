import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronRight12Regular } from '@fluentui/react-icons/svg/chevron-right'
import { words } from '../../words/english.ts'
import { rulesWords as said } from '../../words/rules.ts'

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

/** Subscriptions › this one. */
export function Crumbs(props: { readonly name: string; readonly back: () => void }) {
  const styles = useStyles()
  return (
    <nav aria-label={said.crumbs}>
      <ol className={styles.crumbs}>
        <li>
          <Link className={styles.link} onClick={props.back}>
            {words.pages.subscriptions}
          </Link>
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
