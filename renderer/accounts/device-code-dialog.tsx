import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components'
import { CodePanel } from '../ui/code-panel.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useRun } from '../ui/use-run.tsx'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({ surface: { maxWidth: '440px' } })

/** Signing in with a device code; closing it cancels the sign-in. */
export function DeviceCodeDialog() {
  const words = useWords()
  const styles = useStyles()
  const { bridge, state } = useDrivebell()
  const run = useRun()
  const { signIn } = state
  if (signIn.kind !== 'device-code') return null
  return (
    <Dialog
      open
      modalType="modal"
      onOpenChange={(_event, { open }) => !open && void run(bridge.cancelSignIn(undefined))}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{words.phrase('device-code.title')}</DialogTitle>
          <DialogContent>
            <CodePanel code={signIn} size="medium" />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
