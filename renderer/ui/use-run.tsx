import { Toast, ToastTitle, useToastController } from '@fluentui/react-components'
import { useCallback } from 'react'
import type { Outcome } from '../../preload/contract.ts'
import { words } from '../words/english.ts'
import { useDrivebell } from './drivebell-context.ts'

/** Runs a command; a refusal is shown and spoken as a toast. Answers whether it was done. */
export function useRun(): (work: Promise<Outcome>) => Promise<boolean> {
  const { toasterId } = useDrivebell()
  const { dispatchToast } = useToastController(toasterId)
  return useCallback(
    async (work) => {
      const outcome = await settled(work)
      if (outcome.ok) return true
      dispatchToast(
        <Toast>
          <ToastTitle>{outcome.sentence}</ToastTitle>
        </Toast>,
        { intent: 'warning' },
      )
      return false
    },
    [dispatchToast],
  )
}

/** A command's answer; a call that breaks is a refusal with a sentence. */
export async function settled(work: Promise<Outcome>): Promise<Outcome> {
  try {
    return await work
  } catch {
    return { ok: false, sentence: words.common.unexpected }
  }
}
