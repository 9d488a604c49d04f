import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { noFilter } from '../../preload/contract/activity.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { narrow } from '../ui/use-media.ts'
import { useDone } from '../ui/use-done.tsx'
import { useRun } from '../ui/use-run.tsx'
import { settingsWords as said } from '../words/settings.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, [narrow]: { flexDirection: 'column' } },
})

/** Writes everything kept to a file that is asked for. */
export function ExportButtons() {
  const styles = useStyles()
  const { bridge } = useDrivebell()
  const run = useRun()
  const done = useDone()
  const exportAs = async (as: 'csv' | 'json') => {
    const work = bridge.exportHistory({ filter: noFilter, as })
    if (!(await run(work))) return
    const outcome = await work
    if (!outcome.ok || outcome.written === null) return
    done(
      <>
        {said.written}
        <bdi>{outcome.written}</bdi>
      </>,
    )
  }
  return (
    <div className={styles.buttons}>
      <Button size="small" onClick={() => void exportAs('csv')}>
        {said.exportCsv}
      </Button>
      <Button size="small" onClick={() => void exportAs('json')}>
        {said.exportJson}
      </Button>
    </div>
  )
}
