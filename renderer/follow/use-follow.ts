import { useState } from 'react'
import type { Input, Outputs } from '../../preload/contract/commands.ts'
import type { Found } from '../../preload/contract/discovery.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { words } from '../words/english.ts'

interface Follow {
  readonly refusal: string | null
  readonly isBusy: boolean
  readonly forget: () => void
  readonly follow: (found: Found, input: Input<'follow'>) => Promise<void>
}

/** Follows once at a time; a refusal is kept to be shown. */
export function useFollow(done: (subscriptionId: string, name: string) => void): Follow {
  const { bridge } = useDrivebell()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const follow = async (found: Found, input: Input<'follow'>) => {
    if (isBusy) return
    setBusy(true)
    setRefusal(null)
    const outcome = await bridge
      .follow(input)
      .catch((): Outputs['follow'] => ({ ok: false, sentence: words.common.unexpected }))
    setBusy(false)
    if (outcome.ok) done(outcome.subscriptionId, found.name)
    else setRefusal(outcome.sentence)
  }
  return { refusal, isBusy, forget: () => setRefusal(null), follow }
}
