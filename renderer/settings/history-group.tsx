import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { ArrowExportUp20Regular } from '@fluentui/react-icons/svg/arrow-export-up'
import { Delete20Regular } from '@fluentui/react-icons/svg/delete'
import { History20Regular } from '@fluentui/react-icons/svg/history'
import { useState } from 'react'
import { noFilter } from '../../preload/contract/activity.ts'
import { type RetentionDays, retentions } from '../../preload/contract/kinds.ts'
import type { Words } from '../../preload/words/words.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Phrase } from '../ui/phrase.tsx'
import { Question } from '../ui/question.tsx'
import { useDone } from '../ui/use-done.tsx'
import { useRun } from '../ui/use-run.tsx'
import { useWords } from '../ui/words-context.ts'
import { Choice } from './controls.tsx'
import { SettingsRow } from './setting-row.tsx'
import { Group } from '../ui/group.tsx'
import { useChange } from './use-change.ts'
import { narrow } from '../ui/use-media.ts'

const lasts = (days: RetentionDays) => days ?? Number.POSITIVE_INFINITY

function spanOf(days: RetentionDays, words: Words): string {
  if (days === null) return words.phrase('settings.history.span.forever')
  return days === 365
    ? words.phrase('settings.history.span.year')
    : words.phrase('settings.history.span.days', { days })
}

/** How long changes are kept; what goes for good is asked about first. */
export function HistoryGroup() {
  const { bridge, state } = useDrivebell()
  const run = useRun()
  const done = useDone()
  const words = useWords()
  const change = useChange()
  const restoreTarget = useRestoreFocusTarget()
  const { kept, bytes } = state.history
  const { keepFor } = state.settings
  const [asks, setAsks] = useState<'delete' | { readonly keepFor: RetentionDays } | null>(null)
  const close = () => setAsks(null)
  const keep = (chosen: string) => {
    const days = retentions.find((days) => `${days}` === chosen)
    if (days === undefined) return
    if (kept > 0 && lasts(days) < lasts(keepFor)) setAsks({ keepFor: days })
    else change({ keepFor: days })
  }
  const deleteAll = async () => {
    close()
    if (await run(bridge.deleteHistory({ filter: noFilter }))) done(words.phrase('settings.history.deleted'))
  }
  return (
    <Group title={words.phrase('settings.history')}>
      <SettingsRow
        id="keep"
        setting="keepFor"
        Icon={History20Regular}
        name={words.phrase('settings.history.keep-for')}
        caption={words.phrase('settings.history.keep-for-caption', { n: kept, size: words.bytes(bytes) })}
      >
        <Choice
          id="keep"
          value={`${keepFor}`}
          choices={retentions.map((days) => [`${days}`, spanOf(days, words)])}
          choose={keep}
        />
      </SettingsRow>
      <SettingsRow
        id="export"
        Icon={ArrowExportUp20Regular}
        name={words.phrase('settings.history.export')}
        caption={words.phrase('settings.history.export-caption')}
      >
        <ExportButtons />
      </SettingsRow>
      <SettingsRow
        id="delete"
        Icon={Delete20Regular}
        name={words.phrase('settings.history.delete')}
        caption={words.phrase('settings.history.delete-caption')}
      >
        <Button
          {...restoreTarget}
          size="small"
          aria-describedby="delete-name"
          disabledFocusable={kept === 0}
          onClick={() => setAsks('delete')}
        >
          {words.phrase('settings.history.delete-ask')}
        </Button>
      </SettingsRow>
      <Question
        open={asks === 'delete'}
        title={words.phrase('settings.history.delete-title')}
        text={words.phrase('settings.history.delete-text', { n: kept })}
        close={close}
        first={{ label: words.phrase('button.cancel'), act: close }}
        second={{ label: words.phrase('settings.history.delete-yes'), act: () => void deleteAll() }}
      />
      {asks !== null && asks !== 'delete' && (
        <Question
          open
          title={words.phrase('settings.history.shorter-title', { span: spanOf(asks.keepFor, words) })}
          text={words.phrase('settings.history.shorter-text')}
          close={close}
          first={{ label: words.phrase('button.cancel'), act: close }}
          second={{
            label: words.phrase('settings.history.shorter-yes'),
            act: () => {
              change({ keepFor: asks.keepFor })
              close()
            },
          }}
        />
      )}
    </Group>
  )
}

const useStyles = makeStyles({
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, [narrow]: { flexDirection: 'column' } },
})

/** Writes everything kept to a file that is asked for. */
function ExportButtons() {
  const styles = useStyles()
  const { bridge } = useDrivebell()
  const words = useWords()
  const run = useRun()
  const done = useDone()
  const exportAs = async (as: 'csv' | 'json') => {
    const work = bridge.exportHistory({ filter: noFilter, as })
    if (!(await run(work))) return
    const outcome = await work
    if (!outcome.ok || outcome.written === null) return
    done(<Phrase pieces={words.pieces('settings.history.exported', { file: outcome.written })} />)
  }
  return (
    <div className={styles.buttons}>
      <Button size="small" onClick={() => void exportAs('csv')}>
        {words.phrase('settings.history.export-csv')}
      </Button>
      <Button size="small" onClick={() => void exportAs('json')}>
        {words.phrase('settings.history.export-json')}
      </Button>
    </div>
  )
}
