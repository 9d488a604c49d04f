import { useDrivebell } from './drivebell-context.ts'
import { useSignIn } from './use-sign-in.ts'

/** Signs in again as `username`; how it goes is shown on Accounts, so the window goes there. */
export function useSignInAgain(username: string | undefined): () => void {
  const { showPage } = useDrivebell()
  const signIn = useSignIn()
  return () => {
    signIn({ method: 'browser', ...(username === undefined ? {} : { loginHint: username }) })
    showPage('accounts')
  }
}
