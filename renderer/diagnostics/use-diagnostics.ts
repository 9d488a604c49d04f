import { useEffect, useState } from 'react'
import type { Diagnostics } from '../../preload/contract/diagnostics.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'

const everyMs = 5_000

/** How Drivebell is doing, asked again while the page can be seen; null: not known yet. */
export function useDiagnostics(): Diagnostics | null | 'failed' {
  const { bridge } = useDrivebell()
  const [found, setFound] = useState<Diagnostics | null | 'failed'>(null)
  useEffect(() => {
    let isShown = true
    const look = () => {
      if (document.visibilityState !== 'visible') return
      bridge.diagnostics(undefined).then(
        (now) => isShown && setFound(now),
        () => isShown && setFound('failed'),
      )
    }
    look()
    const timer = setInterval(look, everyMs)
    return () => {
      isShown = false
      clearInterval(timer)
    }
  }, [bridge])
  return found
}
