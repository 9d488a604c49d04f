import type { HistoryRow, MuteLength, MutePart } from '../../../preload/contract/activity.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { useDone } from '../../ui/use-done.tsx'
import { useMuting } from '../../ui/use-muting.tsx'
import { useRun } from '../../ui/use-run.tsx'
import { useWords } from '../../ui/words-context.ts'

/** What can be done with a row, from its buttons as by key. */
export interface RowDeeds {
  readonly open: (changeId: string, what: 'item' | 'folder') => void
  readonly mute: (row: Pick<HistoryRow, 'id'>, what: MutePart, length: MuteLength) => void
  readonly markSeen: (row: Pick<HistoryRow, 'id' | 'unseen'>) => void
  readonly copyLink: (row: Pick<HistoryRow, 'id'>) => void
}

/** The deeds of all rows. */
export function useRowDeeds(): RowDeeds {
  const words = useWords()
  const { bridge } = useDrivebell()
  const run = useRun()
  const sayDone = useDone()
  const muting = useMuting()
  return {
    open: (changeId, what) => void run(bridge.openChange({ changeId, what })),
    mute: ({ id }, what, length) => muting(bridge.muteChange({ changeId: id, what, length })),
    markSeen: ({ id, unseen }) => unseen && void run(bridge.markSeen({ changeId: id })),
    copyLink: ({ id }) =>
      void run(bridge.copyLink({ changeId: id })).then(
        (copied) => copied && sayDone(words.phrase('copy.link')),
      ),
  }
}
