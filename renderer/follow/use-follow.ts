import type { Message } from '../../preload/words/phrase.ts'
import { useState } from 'react'
import type { Input, Outputs } from '../../preload/contract/commands.ts'
import type { Found } from '../../preload/contract/discovery.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'

interface Follow {
  readonly refusal: Message | null
  readonly isBusy: boolean
  readonly forget: () => void
  readonly follow: (all: readonly Wanted[]) => Promise<void>
}

/** Something to be followed. */
export interface Wanted {
  readonly found: Found
  readonly input: Input<'follow'>
}

/** Something that is followed now. */
export interface Followed {
  readonly found: Found
  readonly subscriptionId: string
}

/**
 * Follows one after the other, once at a time. `done` hears what is followed now, and whether that is all; a refusal is kept
 * to be shown.
 */
export function useFollow(done: (followed: readonly Followed[], isAll: boolean) => void): Follow {
  const { bridge } = useDrivebell()
  const [refusal, setRefusal] = useState<Message | null>(null)
  const [isBusy, setBusy] = useState(false)
  const follow = async (all: readonly Wanted[]) => {
    if (isBusy) return
    setBusy(true)
    setRefusal(null)
    const followed: Followed[] = []
    let refused: Message | null = null
    for (const { found, input } of all) {
      const outcome = await bridge
        .follow(input)
        .catch((): Outputs['follow'] => ({ ok: false, why: { key: 'command.unexpected' } }))
      if (outcome.ok) followed.push({ found, subscriptionId: outcome.subscriptionId })
      else refused ??= outcome.why
    }
    setBusy(false)
    setRefusal(refused)
    done(followed, refused === null)
  }
  return { refusal, isBusy, forget: () => setRefusal(null), follow }
}
