import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { AccountView } from '../../preload/contract/state.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useRun } from '../ui/use-run.tsx'
import { words } from '../words/english.ts'

const said = words.accounts

const useStyles = makeStyles({
  text: { margin: 0 },
  // Its box stands under the text, not its padding.
  check: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
})

/** Asks before signing out, and names what goes with it. */
export function SignOutDialog(props: { readonly account: AccountView; readonly close: () => void }) {
  const styles = useStyles()
  const { id, username, drives } = props.account
  const { bridge } = useDrivebell()
  const run = useRun()
  const [keepHistory, setKeepHistory] = useState(true)
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, { open }) => !open && props.close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            {said.signOutTitle[0]}
            <bdi>{username}</bdi>
            {said.signOutTitle[1]}
          </DialogTitle>
          <DialogContent>
            <p className={styles.text}>{drives > 0 ? said.signOutText(drives) : said.signOutTextNone}</p>
            <Checkbox
              className={styles.check}
              label={said.keepHistory}
              checked={keepHistory}
              onChange={(_event, { checked }) => setKeepHistory(checked === true)}
            />
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                props.close()
                void run(bridge.signOut({ accountId: id, keepHistory }))
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
