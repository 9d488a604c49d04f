import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useDrivebell } from './drivebell-context.ts'
import { Lines } from './lines.tsx'
import { useCopy } from './use-copy.tsx'
import { useRun } from './use-run.tsx'
import { Waiting } from './waiting.tsx'
import { useWords } from './words-context.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '680px' },
  text: { margin: `0 0 ${tokens.spacingVerticalM}` },
})

/** Shows the report before it goes anywhere: to be read, copied, and taken to the people who help. */
export function ReportDialog({ close }: { readonly close: () => void }) {
  const styles = useStyles()
  const { bridge } = useDrivebell()
  const words = useWords()
  const run = useRun()
  const copy = useCopy()
  const [report, setReport] = useState<string | null>(null)
  useEffect(() => {
    void run(bridge.diagnosticReport(undefined)).then((made) => (made ? setReport(made.text) : close()))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each time it opens
  }, [bridge])
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && close()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{words.phrase('help.report')}</DialogTitle>
          <DialogContent>
            <p className={styles.text}>{words.phrase('help.report-text')}</p>
            {report === null ? (
              <Waiting text={words.phrase('help.report-making')} />
            ) : (
              <Lines name={words.phrase('help.report-label')} text={report} />
            )}
          </DialogContent>
          <DialogActions fluid>
            <Button
              appearance="primary"
              disabledFocusable={report === null}
              onClick={() => report !== null && void copy(report, words.phrase('diagnostics.report-copied'))}
            >
              {words.phrase('diagnostics.copy-report')}
            </Button>
            <Button onClick={() => void run(bridge.openHelp({ page: 'report' }))}>
              {words.phrase('help.report-open')}
            </Button>
            <Button onClick={close}>{words.phrase('button.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
