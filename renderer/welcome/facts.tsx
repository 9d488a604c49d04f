import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'
import { Desktop20Regular } from '@fluentui/react-icons/svg/desktop'
import { Eye20Regular } from '@fluentui/react-icons/svg/eye'
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed'
import { Tile } from '../ui/tile.tsx'
import appIcon from '../../build/drawings/app-icon.svg'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useWelcomeStyles } from './welcome-styles.ts'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  notice: {
    margin: 0,
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { width: '36px', height: '36px', flexShrink: 0 },
  lines: { flexGrow: 1, minWidth: 0 },
  top: {
    display: 'flex',
    justifyContent: 'space-between',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  facts: { display: 'grid', gap: tokens.spacingVerticalXL, margin: 0, padding: 0, listStyleType: 'none' },
  fact: { display: 'flex', gap: tokens.spacingHorizontalM },
  factTitle: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  factText: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** A notice as it will look. */
export function SampleNotice() {
  const words = useWords()
  const sentence = words.phrase('notice.edited', {
    who: words.phrase('welcome.sample.who'),
    item: words.phrase('welcome.sample.item'),
  })
  const place = words.phrase('welcome.sample.place')
  const styles = useStyles()
  const shared = useWelcomeStyles()
  return (
    <figure
      className={mergeClasses(shared.card, styles.notice)}
      aria-label={words.phrase('welcome.sample', { sentence, place })}
    >
      <img className={styles.icon} src={appIcon} alt="" />
      <div className={styles.lines} aria-hidden="true">
        <div className={styles.top}>
          <span>Drivebell</span>
          <span>{words.phrase('welcome.sample.now')}</span>
        </div>
        <div className={styles.strong}>{sentence}</div>
        <div>{place}</div>
      </div>
    </figure>
  )
}

/** Three plain facts before signing in. */
export function Facts() {
  const words = useWords()
  const styles = useStyles()
  const { keyring } = useDrivebell().state
  const facts: readonly (readonly [FluentIcon, string, string])[] = [
    [Eye20Regular, words.phrase('welcome.reads'), words.phrase('welcome.reads-text')],
    [LockClosed20Regular, words.phrase('welcome.cannot'), words.phrase('welcome.cannot-text')],
    [
      Desktop20Regular,
      words.phrase('welcome.stays'),
      words.phrase(`welcome.stays-text.${keyring.kind === 'refused' ? 'memory-only' : keyring.kind}`),
    ],
  ]
  return (
    <ul className={styles.facts}>
      {facts.map(([Icon, title, text]) => (
        <li key={title} className={styles.fact}>
          <Tile look="light">
            <Icon />
          </Tile>
          <div>
            <h2 className={styles.factTitle}>{title}</h2>
            <p className={styles.factText}>{text}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
