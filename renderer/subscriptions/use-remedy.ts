import type { SubscriptionView } from '../../preload/contract/state.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useRun } from '../ui/use-run.tsx'
import { useSignInAgain } from '../ui/use-sign-in-again.ts'
import { useWords } from '../ui/words-context.ts'

/** The one button that may put a drive right; null when there is none. */
export function useRemedy(
  drive: SubscriptionView,
): { readonly label: string; readonly act: () => void } | null {
  const { bridge, state } = useDrivebell()
  const words = useWords()
  const run = useRun()
  const account = state.accounts.find(({ id }) => id === drive.accountId)
  const signInAgain = useSignInAgain(account?.username)
  const { kind } = drive.status
  if (kind === 'signed-out') return { label: words.phrase('drive.action.sign-in-again'), act: signInAgain }
  if (kind === 'no-access')
    return {
      label: words.phrase('drive.action.try-again'),
      act: () => void run(bridge.tryAgain({ subscriptionId: drive.id })),
    }
  return null
}
