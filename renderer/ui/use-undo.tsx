import { Toast, ToastTitle, useToastController } from '@fluentui/react-components'
import { useCallback, type ReactNode } from 'react'
import { ActionLink } from './action-link.tsx'
import { useDrivebell } from './drivebell-context.ts'
import { useWords } from './words-context.ts'

const undoMs = 10_000

/** Says for 10 s that something was done and offers it back; longer while hovered or in focus. */
export function useUndo(): (toastId: string, done: ReactNode, undo: () => void) => void {
  const words = useWords()
  const { toasterId } = useDrivebell()
  const { dispatchToast, dismissToast, pauseToast, playToast } = useToastController(toasterId)
  return useCallback(
    (toastId, done, undo) => {
      const takeBack = () => {
        dismissToast(toastId)
        undo()
      }
      dispatchToast(
        <Toast onFocus={() => pauseToast(toastId)} onBlur={() => playToast(toastId)}>
          <ToastTitle
            action={<ActionLink onClick={takeBack}>{words.phrase('button.undo')}</ActionLink>}
            media={null}
          >
            {/* One child: the title lays its children out as a row. */}
            <span>{done}</span>
          </ToastTitle>
        </Toast>,
        { toastId, timeout: undoMs, pauseOnHover: true, pauseOnWindowBlur: true },
      )
    },
    [dispatchToast, dismissToast, pauseToast, playToast, words],
  )
}
