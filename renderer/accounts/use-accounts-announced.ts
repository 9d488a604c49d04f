import { useAnnounce } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { words } from '../words/english.ts'

/** Speaks an account that came, or that changed between signed in and signed out, while the page is open. */
export function useAccountsAnnounced(): void {
  const { announce } = useAnnounce()
  const { accounts } = useDrivebell().state
  const known = useRef<ReadonlyMap<string, string> | null>(null)
  useEffect(() => {
    const now = new Map(accounts.map(({ id, state }) => [id, state.kind]))
    for (const { id, username, state } of accounts) {
      if (!known.current || known.current.get(id) === state.kind) continue
      announce(
        `${username}: ${state.kind === 'signed-in' ? words.accounts.signedIn : words.accounts.signedOut}`,
      )
    }
    known.current = now
  }, [accounts, announce])
}
