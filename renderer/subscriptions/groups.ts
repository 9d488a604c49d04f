import type { AccountView, SubscriptionView } from '../../preload/contract/state.ts'
import { needsSomeone } from '../words/drive-status.ts'

/** One thing to put right: a drive, or all drives of an account that is signed out. */
export type Fault =
  | { readonly kind: 'drive'; readonly drive: SubscriptionView }
  | { readonly kind: 'account'; readonly account: AccountView; readonly drives: readonly SubscriptionView[] }

/** What needs the user, one per fault, and what is followed: by account, then by name. */
export function groups(
  subscriptions: readonly SubscriptionView[],
  accounts: readonly AccountView[],
): { readonly faults: readonly Fault[]; readonly following: readonly SubscriptionView[] } {
  const place = (drive: SubscriptionView) => accounts.findIndex(({ id }) => id === drive.accountId)
  const ordered = subscriptions.toSorted(
    (one, other) => place(one) - place(other) || one.name.localeCompare(other.name),
  )
  const faulty = ordered.filter(({ status }) => needsSomeone(status))
  const signedOut = accounts.flatMap((account): Fault[] => {
    const drives = faulty.filter(
      (drive) => drive.accountId === account.id && drive.status.kind === 'signed-out',
    )
    const [only, ...others] = drives
    if (!only) return []
    return [others.length === 0 ? { kind: 'drive', drive: only } : { kind: 'account', account, drives }]
  })
  const others = faulty
    .filter(
      ({ status, accountId }) => status.kind !== 'signed-out' || !accounts.some(({ id }) => id === accountId),
    )
    .map((drive): Fault => ({ kind: 'drive', drive }))
  return {
    faults: [...others, ...signedOut],
    following: ordered.filter(({ status }) => !needsSomeone(status)),
  }
}
