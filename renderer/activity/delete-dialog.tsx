import { Button } from '@fluentui/react-components'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import type { Filter } from '../../preload/contract/activity.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useRun } from '../ui/use-run.tsx'
import { useWords } from '../ui/words-context.ts'

/** Asks before kept changes are deleted, and names how many. */
export function DeleteDialog(props: {
  readonly filter: Filter
  readonly matches: number
  readonly close: () => void
}) {
  const words = useWords()
  const { filter, matches, close } = props
  const { bridge } = useDrivebell()
  const run = useRun()
  return (
    <DialogFrame
      isQuestion
      title={words.phrase('activity.delete-title', { n: matches })}
      close={close}
      buttons={
        <>
          <Button
            appearance="primary"
            onClick={() => {
              close()
              void run(bridge.deleteHistory({ filter }))
            }}
          >
            {words.phrase('button.delete')}
          </Button>
          <Button onClick={close}>{words.phrase('button.cancel')}</Button>
        </>
      }
    >
      {words.phrase('activity.delete-text', { n: matches })}
    </DialogFrame>
  )
}
