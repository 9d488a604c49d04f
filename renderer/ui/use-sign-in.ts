import type { Input } from '../../preload/contract/commands.ts'
import { useDrivebell } from './drivebell-context.ts'
import { settled } from './use-run.tsx'

/** Starts a sign-in. How it goes, failures too, comes back in the state's `signIn`, and is shown from there alone. */
export function useSignIn(): (input: Input<'signIn'>) => void {
  const { bridge } = useDrivebell()
  return (input) => void settled(bridge.signIn(input))
}
