import { createContext, useContext } from 'react'
import type { Managed } from '../../preload/contract/policy.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useWords } from '../ui/words-context.ts'

const Locked = createContext(false)

/** Says to the controls inside whether an administrator has set what they are for. */
export const LockedProvider = Locked.Provider

/** Whether the control can be used. */
export const useLocked = (): boolean => useContext(Locked)

/** Who has set it, in words; null: the person may. */
export function useManaged(setting: Managed | null): string | null {
  const { managed, organization } = useDrivebell().state.policy
  const words = useWords()
  if (setting === null || !managed.includes(setting)) return null
  return organization === null
    ? words.phrase('settings.managed.by-nobody')
    : words.phrase('settings.managed.by', { organization })
}
