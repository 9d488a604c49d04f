import { useEffect } from 'react'
import { useDrivebell } from '../ui/drivebell-context.ts'

/** Says that the user has seen which drives are gone: their rows are on screen. */
export function useSawGone(): void {
  const { bridge, state } = useDrivebell()
  const gone = state.subscriptions.filter(({ status }) => status.kind === 'gone').map(({ id }) => id)
  const ids = gone.join(' ')
  useEffect(() => {
    for (const subscriptionId of ids.split(' ').filter(Boolean)) void bridge.sawGone({ subscriptionId })
  }, [bridge, ids])
}
