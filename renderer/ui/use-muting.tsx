import { useCallback } from 'react'
import type { Outputs } from '../../preload/contract/commands.ts'
import type { Mute } from '../../preload/contract/rules.ts'
import type { AppState } from '../../preload/contract/state.ts'
import { mutedName } from '../words/muted-name.ts'
import { useDrivebell } from './drivebell-context.ts'
import { Phrase } from './phrase.tsx'
import { minutely, useNow } from './use-now.ts'
import { useRun } from './use-run.tsx'
import { useUndo } from './use-undo.tsx'
import { useWords } from './words-context.ts'

/** Waits until something is muted, says so, and offers it back. */
export function useMuting(): (asked: Promise<Outputs['mute']>) => void {
  const { bridge } = useDrivebell()
  const run = useRun()
  const offerUndo = useUndo()
  return useCallback(
    (asked) => {
      void run(asked).then((muted) => {
        if (!muted) return
        const { muteId } = muted
        offerUndo(`muted-${muteId}`, <Muted muteId={muteId} />, () => void run(bridge.unmute({ muteId })))
      })
    },
    [bridge, run, offerUndo],
  )
}

/** What is muted now, and until when, as the state has it. */
function Muted({ muteId }: { readonly muteId: string }) {
  const { state } = useDrivebell()
  const words = useWords()
  const now = useNow(minutely)
  const mute = state.mutes.find(({ id }) => id === muteId)
  if (!mute) return words.phrase('mute.done')
  const what = mutedName(mute.what, state, words)
  const pieces =
    mute.until === null
      ? words.pieces('mute.muted', { what })
      : words.pieces('mute.muted-until', { what, time: words.until(mute.until, now) })
  return <Phrase pieces={pieces} />
}

/** The mute of a whole drive, if it is muted. */
export const mutedDrive = ({ mutes }: Pick<AppState, 'mutes'>, subscriptionId: string): Mute | undefined =>
  mutes.find(({ what }) => what.kind === 'subscription' && what.subscriptionId === subscriptionId)
