import { Toast, ToastTitle, useToastController } from '@fluentui/react-components'
import { useDrivebell } from './drivebell-context.ts'
import { useWords } from './words-context.ts'

/** Puts a text on the clipboard and says so, or says that it could not. */
export function useCopy(): (text: string, done: string) => Promise<void> {
  const words = useWords()
  const { toasterId } = useDrivebell()
  const { dispatchToast } = useToastController(toasterId)
  return async (text, done) => {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    dispatchToast(
      <Toast>
        <ToastTitle>{copied ? done : words.phrase('copy.failed')}</ToastTitle>
      </Toast>,
      { intent: copied ? 'success' : 'warning' },
    )
  }
}
