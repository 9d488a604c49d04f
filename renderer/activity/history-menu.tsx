import { MenuDivider, MenuItem } from '@fluentui/react-components'
import { useState } from 'react'
import type { Filter } from '../../preload/contract/activity.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { MoreMenu } from '../ui/more-menu.tsx'
import { useDone } from '../ui/use-done.tsx'
import { useRun } from '../ui/use-run.tsx'
import { narrows } from './filter/filter-choices.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { Phrase } from '../ui/phrase.tsx'
import { useWords } from '../ui/words-context.ts'

/** What can be done with all that matches. */
export function HistoryMenu(props: {
  readonly filter: Filter
  readonly matches: number
  /** Folded in where there is no room for its button. */
  readonly markAllSeen: (() => void) | null
}) {
  const words = useWords()
  const { filter, matches, markAllSeen } = props
  const { bridge } = useDrivebell()
  const run = useRun()
  const sayDone = useDone()
  const [asking, setAsking] = useState(false)
  const write = async (as: 'csv' | 'json') => {
    const done = await run(bridge.exportHistory({ filter, as }))
    if (done !== null && done.written !== null)
      sayDone(
        <>
          <Phrase pieces={words.pieces('settings.history.exported', { file: done.written })} />
        </>,
      )
  }
  return (
    <>
      <MoreMenu>
        {markAllSeen && <MenuItem onClick={markAllSeen}>{words.phrase('activity.mark-all-read')}</MenuItem>}
        <MenuItem disabled={matches === 0} onClick={() => void write('csv')}>
          {words.phrase('activity.export-csv')}
        </MenuItem>
        <MenuItem disabled={matches === 0} onClick={() => void write('json')}>
          {words.phrase('activity.export-json')}
        </MenuItem>
        <MenuDivider />
        <MenuItem disabled={matches === 0} onClick={() => setAsking(true)}>
          {narrows(filter) ? words.phrase('activity.delete-matching') : words.phrase('activity.delete-all')}
        </MenuItem>
      </MoreMenu>
      {asking && <DeleteDialog filter={filter} matches={matches} close={() => setAsking(false)} />}
    </>
  )
}
