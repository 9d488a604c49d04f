import { MenuDivider, MenuItem } from '@fluentui/react-components'
import { useState } from 'react'
import type { Filter } from '../../preload/contract/activity.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { MoreMenu } from '../ui/more-menu.tsx'
import { useDone } from '../ui/use-done.tsx'
import { useRun } from '../ui/use-run.tsx'
import { words } from '../words/english.ts'
import { narrows } from './filter/filter-choices.ts'
import { DeleteDialog } from './delete-dialog.tsx'

const said = words.activity

/** What can be done with all that matches. */
export function HistoryMenu(props: {
  readonly filter: Filter
  readonly matches: number
  /** Folded in where there is no room for its button. */
  readonly markAllSeen: (() => void) | null
}) {
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
          {said.exported[0]}
          <bdi>{done.written}</bdi>
          {said.exported[1]}
        </>,
      )
  }
  return (
    <>
      <MoreMenu>
        {markAllSeen && <MenuItem onClick={markAllSeen}>{said.markAllSeen}</MenuItem>}
        <MenuItem disabled={matches === 0} onClick={() => void write('csv')}>
          {said.exportTable}
        </MenuItem>
        <MenuItem disabled={matches === 0} onClick={() => void write('json')}>
          {said.exportJson}
        </MenuItem>
        <MenuDivider />
        <MenuItem disabled={matches === 0} onClick={() => setAsking(true)}>
          {narrows(filter) ? said.deleteMatching : said.deleteAll}
        </MenuItem>
      </MoreMenu>
      {asking && <DeleteDialog filter={filter} matches={matches} close={() => setAsking(false)} />}
    </>
  )
}
