import { Toast, ToastTitle, useToastController } from '@fluentui/react-components'
import { useCallback } from 'react'
import type { Outcome } from '../../preload/contract/outcome.ts'
import { words } from '../words/english.ts'
import { useDrivebell } from './drivebell-context.ts'

type Done<O extends Outcome> = Extract<O, { readonly ok: true }>
type Refused = Extract<Outcome, { readonly ok: false }>

/** Runs a command; a refusal is shown and spoken as a toast. Answers what was done; null when it was refused. */
export function useRun(): <O extends Outcome>(work: Promise<O>) => Promise<Done<O> | null> {
  const { toasterId } = useDrivebell()
  const { dispatchToast } = useToastController(toasterId)
  return useCallback(
    async <O extends Outcome>(work: Promise<O>) => {
      const outcome = await settled(work)
      if (outcome.ok) return outcome as Done<O> // which the check of a generic union does not tell
      dispatchToast(
        <Toast>
          <ToastTitle>{outcome.sentence}</ToastTitle>
        </Toast>,
        { intent: 'warning' },
      )
      return null
    },
    [dispatchToast],
  )
}

/** A command's answer; a call that breaks is a refusal with a sentence. */
export async function settled<O extends Outcome>(work: Promise<O>): Promise<O | Refused> {
  try {
    return await work
  } catch {
    return { ok: false, sentence: words.common.unexpected }
  }
}
