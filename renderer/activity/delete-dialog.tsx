import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
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
    <Dialog open modalType="alert" onOpenChange={(_event, { open }) => !open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.phrase('activity.delete-title', { n: matches })}</DialogTitle>
          <DialogContent>{words.phrase('activity.delete-text', { n: matches })}</DialogContent>
          <DialogActions>
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
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
