import { Toast, ToastTitle, useToastController } from '@fluentui/react-components'
import { useDrivebell } from './drivebell-context.ts'
import { useRun } from './use-run.tsx'

/** Copies a text through main (a sandboxed page may not) and says so. */
export function useCopy(): (text: string, done: string) => Promise<void> {
  const { bridge, toasterId } = useDrivebell()
  const { dispatchToast } = useToastController(toasterId)
  const run = useRun()
  return async (text, done) => {
    if (!(await run(bridge.copyText({ text })))) return
    dispatchToast(
      <Toast>
        <ToastTitle>{done}</ToastTitle>
      </Toast>,
      { intent: 'success' },
    )
  }
}
