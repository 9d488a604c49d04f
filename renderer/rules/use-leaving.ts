import { useEffect, useState } from 'react'
import { useDrivebell } from '../ui/drivebell-context.ts'

/** Asks once before a page with a draft is left. */
export function useLeaving(hasDraft: boolean): {
  readonly asks: boolean
  readonly leave: () => void
  readonly stay: () => void
  /** Goes at once without a draft; otherwise when the user agrees. */
  readonly leaveWith: (go: () => void) => void
} {
  const { holdLeaving } = useDrivebell()
  const [pending, setPending] = useState<{ readonly go: () => void } | null>(null)
  useEffect(
    () => (hasDraft && pending === null ? holdLeaving((go) => setPending({ go })) : undefined),
    [hasDraft, pending, holdLeaving],
  )
  return {
    asks: pending !== null,
    leave: () => pending?.go(),
    stay: () => setPending(null),
    leaveWith: (go) => {
      if (!hasDraft) return go()
      setPending({
        go: () => {
          setPending(null)
          go()
        },
      })
    },
  }
}
