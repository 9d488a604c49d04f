import { useAnnounce } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { words } from '../words/english.ts'

const stands = {
  'signed-in': words.accounts.signedIn,
  'signed-out': words.accounts.signedOut,
  'waiting-for-admin': words.accounts.waitingForAdmin,
}

/** Speaks an account that came, or that came to stand otherwise, while the page is open. */
export function useAccountsAnnounced(): void {
  const { announce } = useAnnounce()
  const { accounts } = useDrivebell().state
  const known = useRef<ReadonlyMap<string, string> | null>(null)
  useEffect(() => {
    const now = new Map(accounts.map(({ id, state }) => [id, state.kind]))
    for (const { id, username, state } of accounts) {
      if (!known.current || known.current.get(id) === state.kind) continue
      announce(`${username}: ${stands[state.kind]}`)
    }
    known.current = now
  }, [accounts, announce])
}
