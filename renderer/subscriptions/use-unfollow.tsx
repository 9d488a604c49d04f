import { Link, Toast, ToastTitle, useId, useToastController } from '@fluentui/react-components'
import type { SubscriptionView } from '../../preload/state.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useRun } from '../ui/use-run.tsx'
import { words } from '../words/english.ts'

const said = words.subscriptions
const undoMs = 10_000

/** Unfollows at once; for 10 s a toast brings it back, longer while it is hovered or has the focus. */
export function useUnfollow({ id, name }: SubscriptionView): () => void {
  const { bridge, toasterId } = useDrivebell()
  const { dispatchToast, dismissToast, pauseToast, playToast } = useToastController(toasterId)
  const run = useRun()
  const toastId = useId('unfollowed')
  return () => {
    void run(bridge.unfollow({ subscriptionId: id })).then((done) => {
      if (!done) return
      const undo = () => {
        dismissToast(toastId)
        void run(bridge.followAgain({ subscriptionId: id }))
      }
      dispatchToast(
        <Toast onFocus={() => pauseToast(toastId)} onBlur={() => playToast(toastId)}>
          <ToastTitle action={<Link onClick={undo}>{said.undo}</Link>} media={null}>
            {/* One child: the title lays its children out as a row. */}
            <span>
              {said.unfollowed[0]}
              <bdi>{name}</bdi>
              {said.unfollowed[1]}
            </span>
          </ToastTitle>
        </Toast>,
        { toastId, timeout: undoMs, pauseOnHover: true, pauseOnWindowBlur: true },
      )
    })
  }
}
