import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import type { ReactNode } from 'react'
import type { Diagnostics } from '../../preload/contract/diagnostics.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { narrow } from '../ui/use-media.ts'
import { minutely, useNow } from '../ui/use-now.ts'
import { useWords } from '../ui/words-context.ts'

const card = {
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  borderRadius: tokens.borderRadiusXLarge,
  padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  minWidth: '0',
} as const

const useStyles = makeStyles({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    [narrow]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  figure: card,
  what: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  aim: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  around: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalM,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  facts: {
    ...card,
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    alignContent: 'start',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
  },
  line: { display: 'contents' },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  found: {
    ...card,
    margin: 0,
    listStyleType: 'none',
    display: 'grid',
    alignContent: 'start',
    rowGap: tokens.spacingVerticalXS,
  },
  finding: { display: 'flex', gap: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
  icon: { display: 'inline-flex', flexShrink: 0, marginBlockStart: '2px' },
  well: { color: tokens.colorPaletteGreenForeground1 },
  unwell: { color: tokens.colorStatusWarningForeground3 },
})

/** Four figures, each with what it should be. */
export function Figures({ diagnostics: { usage, asked } }: { readonly diagnostics: Diagnostics }) {
  const styles = useStyles()
  const words = useWords()
  const { processor, memoryBytes, wakeUpsPerSecond, overMs } = usage
  const figures: readonly (readonly [what: string, value: string, aim: string])[] = [
    [
      words.phrase('diagnostics.processor', { span: words.span(overMs) }),
      words.phrase('diagnostics.processor-value', { share: processor }),
      words.phrase('diagnostics.processor-aim', { share: 0.02 }),
    ],
    [words.phrase('diagnostics.memory'), words.bytes(memoryBytes), words.phrase('diagnostics.memory-aim')],
    [
      words.phrase('diagnostics.wake-ups'),
      wakeUpsPerSecond === null ? '–' : words.phrase('diagnostics.wake-ups-value', { n: wakeUpsPerSecond }),
      words.phrase(wakeUpsPerSecond === null ? 'diagnostics.wake-ups-unknown' : 'diagnostics.wake-ups-aim'),
    ],
    [
      words.phrase('diagnostics.asked'),
      words.phrase('diagnostics.asked-value', { n: asked.requests }),
      words.phrase('diagnostics.asked-refused', { n: asked.refused }),
    ],
  ]
  return (
    <dl className={styles.figures}>
      {figures.map(([what, value, aim]) => (
        <div key={what} className={styles.figure}>
          <dt className={styles.what}>{what}</dt>
          <dd className={styles.value}>{value}</dd>
          <dd className={styles.aim}>{aim}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What it runs on, and what of this computer it found. */
export function Around({ diagnostics }: { readonly diagnostics: Diagnostics }) {
  const styles = useStyles()
  const words = useWords()
  const { version, host } = useDrivebell().state
  const { database, found, runningSince } = diagnostics
  const now = useNow(minutely)
  const size = words.bytes(database.bytes)
  const facts: readonly (readonly [what: string, fact: ReactNode])[] = [
    [
      words.phrase('diagnostics.version'),
      words.phrase('diagnostics.version-value', { version, electron: host.electron, node: host.node }),
    ],
    [words.phrase('diagnostics.system'), <bdi key="system">{host.system}</bdi>],
    [words.phrase('diagnostics.running'), words.span(now - runningSince)],
    [
      words.phrase('diagnostics.history'),
      database.isKept ? size : words.phrase('diagnostics.history-not-kept', { size }),
    ],
  ]
  return (
    <div className={styles.around}>
      <dl className={styles.facts}>
        {facts.map(([what, fact]) => (
          <div key={what} className={styles.line}>
            <dt className={styles.aim}>{what}</dt>
            <dd className={styles.fact}>{fact}</dd>
          </div>
        ))}
      </dl>
      <ul className={styles.found}>
        {found.map(({ what, isWell, says }) => (
          <li key={what} className={styles.finding}>
            <span
              className={mergeClasses(styles.icon, isWell ? styles.well : styles.unwell)}
              aria-hidden="true"
            >
              {isWell ? <CheckmarkCircle16Filled /> : <Warning16Filled />}
            </span>
            <span>{words.say(says)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
