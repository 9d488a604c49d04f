import { Button, makeStyles, mergeClasses, tokens, useAnnounce } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { SubtractCircle16Filled } from '@fluentui/react-icons/svg/subtract-circle'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import { useState } from 'react'
import type { CheckUp } from '../../preload/contract/diagnostics.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  texts: { flexGrow: 1, flexBasis: '240px', minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  intro: { margin: 0, color: tokens.colorNeutralForeground3 },
  first: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  checks: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  check: { display: 'flex', gap: tokens.spacingHorizontalS },
  icon: { display: 'inline-flex', flexShrink: 0, marginBlockStart: '2px' },
  passed: { color: tokens.colorPaletteGreenForeground1 },
  failed: { color: tokens.colorStatusWarningForeground3 },
  skipped: { color: tokens.colorNeutralForeground3 },
  says: { color: tokens.colorNeutralForeground3 },
})

const icons = { passed: CheckmarkCircle16Filled, failed: Warning16Filled, skipped: SubtractCircle16Filled }

/** The doctor: looks when asked, and says the first thing to mend. */
export function CheckUpCard() {
  const styles = useStyles()
  const { bridge } = useDrivebell()
  const words = useWords()
  const { announce } = useAnnounce()
  const [found, setFound] = useState<CheckUp | null | 'failed'>(null)
  const [isChecking, setChecking] = useState(false)
  const check = async () => {
    if (isChecking) return
    setChecking(true)
    const checkUp = await bridge.checkUp(undefined).catch(() => 'failed' as const)
    setChecking(false)
    setFound(checkUp)
    if (checkUp !== 'failed')
      announce(checkUp.first ? words.say(checkUp.first) : words.phrase('diagnostics.well'))
  }
  const first = found === null || found === 'failed' ? null : found.first
  return (
    <section className={styles.card} aria-labelledby="check-up">
      <div className={styles.head}>
        <div className={styles.texts}>
          <h2 id="check-up" className={styles.title}>
            {words.phrase(first ? 'diagnostics.first' : 'diagnostics.check-title')}
          </h2>
          {found === null && <p className={styles.intro}>{words.phrase('diagnostics.check-intro')}</p>}
          {found === 'failed' && <p className={styles.intro}>{words.phrase('diagnostics.failed')}</p>}
          {found !== null && found !== 'failed' && (
            <p className={styles.first}>{first ? words.say(first) : words.phrase('diagnostics.well')}</p>
          )}
        </div>
        {isChecking ? (
          <Waiting text={words.phrase('diagnostics.checking')} />
        ) : (
          <Button onClick={() => void check()}>{words.phrase('diagnostics.check')}</Button>
        )}
      </div>
      {found !== null && found !== 'failed' && (
        <ul className={styles.checks}>
          {found.checks.map(({ name, verdict, says }) => {
            const Icon = icons[verdict]
            return (
              <li key={name} className={styles.check}>
                <span className={mergeClasses(styles.icon, styles[verdict])}>
                  <Icon title={words.phrase(`diagnostics.verdict.${verdict}`)} />
                </span>
                <span>
                  {words.phrase(`doctor.name.${name}`)}
                  {'  '}
                  <span className={styles.says}>{words.say(says)}</span>
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
