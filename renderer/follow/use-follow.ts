import type { Message } from '../../preload/words/phrase.ts'
import { useState } from 'react'
import type { Input, Outputs } from '../../preload/contract/commands.ts'
import type { Found } from '../../preload/contract/discovery.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'

interface Follow {
  readonly refusal: Message | null
  readonly isBusy: boolean
  readonly forget: () => void
  readonly follow: (found: Found, input: Input<'follow'>) => Promise<void>
}

/** Follows once at a time; a refusal is kept to be shown. */
export function useFollow(done: (subscriptionId: string, name: string) => void): Follow {
  const { bridge } = useDrivebell()
  const [refusal, setRefusal] = useState<Message | null>(null)
  const [isBusy, setBusy] = useState(false)
  const follow = async (found: Found, input: Input<'follow'>) => {
    if (isBusy) return
    setBusy(true)
    setRefusal(null)
    const outcome = await bridge
      .follow(input)
      .catch((): Outputs['follow'] => ({ ok: false, why: { key: 'command.unexpected' } }))
    setBusy(false)
    if (outcome.ok) done(outcome.subscriptionId, found.name)
    else setRefusal(outcome.why)
  }
  return { refusal, isBusy, forget: () => setRefusal(null), follow }
}
