import { Button } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import type { Filter } from '../../preload/contract/activity.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useNarrow } from '../ui/use-media.ts'
import { useRun } from '../ui/use-run.tsx'
import { HistoryMenu } from './history-menu.tsx'
import { ActivitySearch } from './filter/activity-search.tsx'
import type { Search } from './filter/use-search.ts'
import { useWords } from '../ui/words-context.ts'

/** Search, Mark all seen and what else can be done with the history. Narrow, there is room for the last alone. */
export function ActivityHeader(props: {
  readonly search: Search
  readonly filter: Filter
  readonly matches: number
}) {
  const words = useWords()
  const { bridge, state } = useDrivebell()
  const run = useRun()
  const small = useNarrow()
  const markAllSeen = () => void run(bridge.markAllSeen(undefined))
  const { unseen } = state.history
  return (
    <>
      {!small && <ActivitySearch search={props.search} />}
      {!small && (
        <Button
          appearance="subtle"
          icon={<CheckmarkRegular />}
          disabledFocusable={unseen === 0}
          onClick={markAllSeen}
        >
          {words.phrase('activity.mark-all-read')}
        </Button>
      )}
      <HistoryMenu
        filter={props.filter}
        matches={props.matches}
        markAllSeen={small && unseen > 0 ? markAllSeen : null}
      />
    </>
  )
}
