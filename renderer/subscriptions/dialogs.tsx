import { Toast, ToastTitle, useToastController } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { TabName } from '../follow/tabs.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Phrase } from '../ui/phrase.tsx'
import { useWords } from '../ui/words-context.ts'

/** The dialog that is open, if any. */
export type Opened =
  { readonly kind: 'follow' } | { readonly kind: 'folders'; readonly subscriptionId: string } | null

// A dialog loads when it is first opened.
const FollowDialog = lazy(async () => ({
  default: (await import('../follow/follow-dialog.tsx')).FollowDialog,
}))
const ScopeDialog = lazy(async () => ({
  default: (await import('../follow/scope-dialog.tsx')).ScopeDialog,
}))

/** What opens over Subscriptions. `show` closes it and takes the focus to a drive's row. */
export function Dialogs(props: {
  readonly opened: Opened
  readonly close: () => void
  readonly show: (subscriptionId: string) => void
}) {
  const { opened, close, show } = props
  const { state, toasterId, picksTeams } = useDrivebell()
  const words = useWords()
  const { dispatchToast } = useToastController(toasterId)
  const [left, setLeft] = useState<TabName>(picksTeams ? 'teams' : 'mine')
  if (opened === null) return null
  const followed = (subscriptionId: string, name: string) => {
    show(subscriptionId)
    dispatchToast(
      <Toast>
        <ToastTitle>
          {/* One child: the title lays its children out as a row. */}
          <span>
            <Phrase pieces={words.pieces('subscriptions.followed', { name })} />
          </span>
        </ToastTitle>
      </Toast>,
      { intent: 'success' },
    )
  }
  if (opened.kind === 'follow')
    return (
      <Suspense>
        <FollowDialog close={close} followed={followed} showSubscription={show} tab={left} opened={setLeft} />
      </Suspense>
    )
  const subscription = state.subscriptions.find(({ id }) => id === opened.subscriptionId)
  return subscription ? (
    <Suspense>
      <ScopeDialog subscription={subscription} close={close} />
    </Suspense>
  ) : null
}
