import type { AccountView } from '../../preload/contract/state.ts'

/** The page for an administrator, once an account waits for one. */
export const adminConsentOf = (account: AccountView | undefined): string | null =>
  account?.state.kind === 'waiting-for-admin' ? account.state.adminConsentUrl : null
