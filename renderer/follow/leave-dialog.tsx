import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { followWords } from '../words/follow.ts'

const said = followWords.folders

/** Asks before chosen folders are forgotten. */
export function LeaveDialog(props: {
  readonly open: boolean
  readonly leave: () => void
  readonly stay: () => void
}) {
  const { leave, stay } = props
  return (
    <Dialog open={props.open} modalType="alert" onOpenChange={(_event, { open }) => !open && stay()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{said.leaveTitle}</DialogTitle>
          <DialogContent>{said.leave}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={stay}>
              {said.stay}
            </Button>
            <Button onClick={leave}>{said.leaveYes}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
