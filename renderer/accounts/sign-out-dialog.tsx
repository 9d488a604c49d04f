import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { AccountView } from '../../preload/contract.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useRun } from '../ui/use-run.tsx'
import { words } from '../words/english.ts'

const said = words.accounts

/** Asks before signing out, and names what goes with it. */
export function SignOutDialog(props: {
  readonly account: AccountView
  readonly open: boolean
  readonly close: () => void
}) {
  const { id, username, drives } = props.account
  const { bridge } = useDrivebell()
  const run = useRun()
  return (
    <Dialog open={props.open} modalType="alert" onOpenChange={(_event, { open }) => !open && props.close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            {said.signOutTitle[0]}
            <bdi>{username}</bdi>
            {said.signOutTitle[1]}
          </DialogTitle>
          <DialogContent>{drives > 0 ? said.signOutText(drives) : said.signOutTextNone}</DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                props.close()
                void run(bridge.signOut({ accountId: id, keepHistory: true }))
              }}
            >
              {said.signOut}
            </Button>
            <Button onClick={props.close}>{words.common.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
