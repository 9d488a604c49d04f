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
import { words } from '../words/english.ts'

const said = words.activity

/** Asks before kept changes are deleted, and names how many. */
export function DeleteDialog(props: {
  readonly filter: Filter
  readonly matches: number
  readonly close: () => void
}) {
  const { filter, matches, close } = props
  const { bridge } = useDrivebell()
  const run = useRun()
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, { open }) => !open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{said.deleteTitle(matches)}</DialogTitle>
          <DialogContent>{matches === 1 ? said.deleteTextOne : said.deleteText}</DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                close()
                void run(bridge.deleteHistory({ filter }))
              }}
            >
              {said.delete}
            </Button>
            <Button onClick={close}>{words.common.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
