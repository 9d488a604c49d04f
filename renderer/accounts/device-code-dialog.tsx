import { makeStyles } from '@fluentui/react-components'
import { DialogFrame } from '../ui/dialog-frame.tsx'
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
    <DialogFrame
      title={words.phrase('device-code.title')}
      className={styles.surface}
      close={() => void run(bridge.cancelSignIn(undefined))}
    >
      <CodePanel code={signIn} size="medium" />
    </DialogFrame>
  )
}
