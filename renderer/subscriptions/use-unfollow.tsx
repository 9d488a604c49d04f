import { useId } from '@fluentui/react-components'
import type { SubscriptionView } from '../../preload/contract/state.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useRun } from '../ui/use-run.tsx'
import { useUndo } from '../ui/use-undo.tsx'
import { words } from '../words/english.ts'

const said = words.subscriptions.unfollowed

/** Unfollows at once; for 10 s a toast brings it back. */
export function useUnfollow({ id, name }: SubscriptionView): () => void {
  const { bridge } = useDrivebell()
  const run = useRun()
  const offerUndo = useUndo()
  const toastId = useId('unfollowed')
  return () => {
    void run(bridge.unfollow({ subscriptionId: id })).then((done) => {
      if (!done) return
      const text = (
        <>
          {said[0]}
          <bdi>{name}</bdi>
          {said[1]}
        </>
      )
      offerUndo(toastId, text, () => void run(bridge.followAgain({ subscriptionId: id })))
    })
  }
}
