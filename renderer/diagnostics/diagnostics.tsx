import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { useState } from 'react'
import { ActionLink } from '../ui/action-link.tsx'
import { Lines } from '../ui/lines.tsx'
import { BelowSettings } from '../ui/below-settings.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useCopy } from '../ui/use-copy.tsx'
import { useRun } from '../ui/use-run.tsx'
import { useWords } from '../ui/words-context.ts'
import { CheckUpCard } from './check-up.tsx'
import { Around, Figures } from './figures.tsx'
import { Links } from './links.tsx'
import { useDiagnostics } from './use-diagnostics.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  heading: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
})

/** How Drivebell is doing, and what to mend first. */
export function Diagnostics() {
  const styles = useStyles()
  const { bridge } = useDrivebell()
  const words = useWords()
  const run = useRun()
  const copy = useCopy()
  const [isCopying, setCopying] = useState(false)
  const diagnostics = useDiagnostics()
  const copyReport = async () => {
    if (isCopying) return
    setCopying(true)
    const made = await run(bridge.diagnosticReport(undefined))
    setCopying(false)
    if (made) await copy(made.text, words.phrase('diagnostics.report-copied'))
  }
  return (
    <BelowSettings
      name={words.phrase('page.diagnostics')}
      actions={
        <Button
          appearance="primary"
          icon={<CopyRegular />}
          disabledFocusable={isCopying}
          onClick={() => void copyReport()}
        >
          {words.phrase('diagnostics.copy-report')}
        </Button>
      }
    >
      <div className={styles.page}>
        <CheckUpCard />
        {diagnostics === 'failed' && words.phrase('diagnostics.failed')}
        {diagnostics !== null && diagnostics !== 'failed' && (
          <>
            <Figures diagnostics={diagnostics} />
            <Around diagnostics={diagnostics} />
            <Links links={diagnostics.links} />
            <section className={styles.section} aria-labelledby="log">
              <div className={styles.heading}>
                <h2 id="log" className={styles.title}>
                  {words.phrase('diagnostics.log')}
                </h2>
                <ActionLink onClick={() => void run(bridge.showLogs(undefined))}>
                  {words.phrase('diagnostics.log-show')}
                </ActionLink>
              </div>
              <Lines
                name={words.phrase('diagnostics.log')}
                text={
                  diagnostics.log.length > 0
                    ? diagnostics.log.join('\n')
                    : words.phrase('diagnostics.log-empty')
                }
              />
            </section>
          </>
        )}
      </div>
    </BelowSettings>
  )
}
