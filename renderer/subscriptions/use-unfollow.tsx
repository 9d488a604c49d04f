import { useId } from '@fluentui/react-components'
import type { SubscriptionView } from '../../preload/contract/state.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Phrase } from '../ui/phrase.tsx'
import { useRun } from '../ui/use-run.tsx'
import { useUndo } from '../ui/use-undo.tsx'
import { useWords } from '../ui/words-context.ts'

/** Unfollows at once; for 10 s a toast brings it back. */
export function useUnfollow({ id, name }: SubscriptionView): () => void {
  const { bridge } = useDrivebell()
  const run = useRun()
  const words = useWords()
  const offerUndo = useUndo()
  const toastId = useId('unfollowed')
  return () => {
    void run(bridge.unfollow({ subscriptionId: id })).then((done) => {
      if (!done) return
      const text = <Phrase pieces={words.pieces('subscriptions.unfollowed', { name })} />
      offerUndo(toastId, text, () => void run(bridge.followAgain({ subscriptionId: id })))
    })
  }
}
