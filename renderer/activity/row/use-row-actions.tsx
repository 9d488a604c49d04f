import { useCallback } from 'react'
import type { HistoryRow, MutePart } from '../../../preload/contract/activity.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { useDone } from '../../ui/use-done.tsx'
import { useRun } from '../../ui/use-run.tsx'
import { useUndo } from '../../ui/use-undo.tsx'
import { mutedName } from '../../words/muted-name.ts'
import { minutely, useNow } from '../../ui/use-now.ts'
import { useWords } from '../../ui/words-context.ts'
import { Phrase } from '../../ui/phrase.tsx'

/** What can be done with a row, from its buttons as by key. */
export interface RowDeeds {
  readonly open: (changeId: string, what: 'item' | 'folder') => void
  readonly mute: (row: HistoryRow, what: MutePart) => void
  readonly markSeen: (row: HistoryRow) => void
  readonly copyLink: (row: HistoryRow) => void
}

/** The deeds of all rows. */
export function useRowDeeds(): RowDeeds {
  const words = useWords()
  const { bridge } = useDrivebell()
  const run = useRun()
  const sayDone = useDone()
  const offerUndo = useUndo()
  const mute = useCallback(
    async ({ id }: HistoryRow, what: MutePart) => {
      const answer = bridge.muteChange({ changeId: id, what })
      if (!(await run(answer))) return
      const muted = await answer
      if (!muted.ok) return
      const { muteId } = muted
      offerUndo(`muted-${muteId}`, <Muted muteId={muteId} />, () => {
        void run(bridge.unmute({ muteId }))
      })
    },
    [bridge, run, offerUndo],
  )
  return {
    open: (changeId, what) => void run(bridge.openChange({ changeId, what })),
    mute: (row, what) => void mute(row, what),
    markSeen: ({ id, unseen }) => unseen && void run(bridge.markSeen({ changeId: id })),
    copyLink: ({ id }) =>
      void run(bridge.copyLink({ changeId: id })).then(
        (copied) => copied && sayDone(words.phrase('copy.link')),
      ),
  }
}

/** What is muted now, and until when, as the state has it. */
function Muted({ muteId }: { readonly muteId: string }) {
  const words = useWords()
  const { state, time } = useDrivebell()
  const now = useNow(minutely)
  const mute = state.mutes.find(({ id }) => id === muteId)
  if (!mute) return words.phrase('activity.muted-for-an-hour')
  return (
    <Phrase
      pieces={words.pieces('activity.muted-until', {
        name: mutedName(mute.what, state.subscriptions, words),
        time: time.until(mute.until, now),
      })}
    />
  )
}
