import { Toast, ToastTitle, useToastController } from '@fluentui/react-components'
import { words } from '../words/english.ts'
import { useDrivebell } from './drivebell-context.ts'

/** Puts a text on the clipboard and says so, or says that it could not. */
export function useCopy(): (text: string, done: string) => Promise<void> {
  const { toasterId } = useDrivebell()
  const { dispatchToast } = useToastController(toasterId)
  return async (text, done) => {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    dispatchToast(
      <Toast>
        <ToastTitle>{copied ? done : words.common.notCopied}</ToastTitle>
      </Toast>,
      { intent: copied ? 'success' : 'warning' },
    )
  }
}
