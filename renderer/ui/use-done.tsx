import { Toast, ToastTitle, useToastController } from '@fluentui/react-components'
import { type ReactNode, useCallback } from 'react'
import { useDrivebell } from './drivebell-context.ts'

/** Says in a toast that something was done. */
export function useDone(): (done: ReactNode) => void {
  const { toasterId } = useDrivebell()
  const { dispatchToast } = useToastController(toasterId)
  return useCallback(
    (done) =>
      dispatchToast(
        <Toast>
          <ToastTitle>
            <span>{done}</span>
          </ToastTitle>
        </Toast>,
        { intent: 'success' },
      ),
    [dispatchToast],
  )
}
