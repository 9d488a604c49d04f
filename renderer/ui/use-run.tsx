import { Toast, ToastTitle, useToastController } from '@fluentui/react-components'
import { useCallback } from 'react'
import type { Outcome, Refused } from '../../preload/contract/outcome.ts'
import { useDrivebell } from './drivebell-context.ts'
import { useWords } from './words-context.ts'

type Done<O extends Outcome> = Extract<O, { readonly ok: true }>

/** Runs a command; a refusal is shown and spoken as a toast. Answers what was done; null when it was refused. */
export function useRun(): <O extends Outcome>(work: Promise<O>) => Promise<Done<O> | null> {
  const { toasterId } = useDrivebell()
  const words = useWords()
  const { dispatchToast } = useToastController(toasterId)
  return useCallback(
    async <O extends Outcome>(work: Promise<O>) => {
      const outcome = await settled(work)
      if (outcome.ok) return outcome as Done<O> // which the check of a generic union does not tell
      dispatchToast(
        <Toast>
          <ToastTitle>{words.say(outcome.why)}</ToastTitle>
        </Toast>,
        { intent: 'warning' },
      )
      return null
    },
    [dispatchToast, words],
  )
}

/** A command's answer; a call that breaks is a refusal too. */
export async function settled<O extends Outcome>(work: Promise<O>): Promise<O | Refused> {
  try {
    return await work
  } catch {
    return { ok: false, why: { key: 'command.unexpected' } }
  }
}
