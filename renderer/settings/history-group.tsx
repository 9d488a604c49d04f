import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { ArrowExportUp20Regular } from '@fluentui/react-icons/svg/arrow-export-up'
import { Delete20Regular } from '@fluentui/react-icons/svg/delete'
import { History20Regular } from '@fluentui/react-icons/svg/history'
import { useState } from 'react'
import { noFilter } from '../../preload/contract/activity.ts'
import { type Retention, retentions } from '../../preload/contract/kinds.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Question } from '../ui/question.tsx'
import { useDone } from '../ui/use-done.tsx'
import { useRun } from '../ui/use-run.tsx'
import { words } from '../words/english.ts'
import { megabytes } from '../words/number.ts'
import { settingsWords as said } from '../words/settings.ts'
import { Choice } from './controls.tsx'
import { SettingsGroup, SettingsRow } from './setting-row.tsx'
import { useChange } from './use-change.ts'
import { narrow } from '../ui/use-media.ts'

const choices = retentions.map((days) => [`${days}`, said.retentions[`${days}`]] as const)
const lasts = (days: Retention) => days ?? Number.POSITIVE_INFINITY

/** How long changes are kept; what goes for good is asked about first. */
export function HistoryGroup() {
  const { bridge, state } = useDrivebell()
  const run = useRun()
  const done = useDone()
  const change = useChange()
  const restoreTarget = useRestoreFocusTarget()
  const { kept, bytes } = state.history
  const { keepFor } = state.settings
  const [asks, setAsks] = useState<'delete' | { readonly keepFor: Retention } | null>(null)
  const close = () => setAsks(null)
  const keep = (chosen: string) => {
    const days = retentions.find((days) => `${days}` === chosen)
    if (days === undefined) return
    if (kept > 0 && lasts(days) < lasts(keepFor)) setAsks({ keepFor: days })
    else change({ keepFor: days })
  }
  const deleteAll = async () => {
    close()
    if (await run(bridge.deleteHistory({ filter: noFilter }))) done(said.deleted)
  }
  return (
    <SettingsGroup title={said.history}>
      <SettingsRow
        id="keep"
        Icon={History20Regular}
        name={said.keepFor}
        caption={said.keepForText(kept, megabytes(bytes))}
      >
        <Choice id="keep" value={`${keepFor}`} choices={choices} choose={keep} />
      </SettingsRow>
      <SettingsRow id="export" Icon={ArrowExportUp20Regular} name={said.export} caption={said.exportText}>
        <ExportButtons />
      </SettingsRow>
      <SettingsRow id="delete" Icon={Delete20Regular} name={said.deleteAll} caption={said.deleteAllText}>
        <Button
          {...restoreTarget}
          size="small"
          aria-describedby="delete-name"
          disabledFocusable={kept === 0}
          onClick={() => setAsks('delete')}
        >
          {said.delete}
        </Button>
      </SettingsRow>
      <Question
        open={asks === 'delete'}
        title={said.deleteTitle}
        text={said.deleteQuestion(kept)}
        close={close}
        first={{ label: words.common.cancel, act: close }}
        second={{ label: said.deleteYes, act: () => void deleteAll() }}
      />
      {asks !== null && asks !== 'delete' && (
        <Question
          open
          title={said.shorterTitle(said.retentions[`${asks.keepFor}`].toLowerCase())}
          text={said.shorterText}
          close={close}
          first={{ label: words.common.cancel, act: close }}
          second={{
            label: said.shorterYes,
            act: () => {
              change({ keepFor: asks.keepFor })
              close()
            },
          }}
        />
      )}
    </SettingsGroup>
  )
}

const useStyles = makeStyles({
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, [narrow]: { flexDirection: 'column' } },
})

/** Writes everything kept to a file that is asked for. */
function ExportButtons() {
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
