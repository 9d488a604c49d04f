import { useEffect, useState } from 'react'

/**
 * What was shown when a pointer went down, until it is up again: what is pressed must not move away, nor something else
 * come under the pointer, because an answer or a change arrives just then.
 */
export function useHeld<T>(shown: T): readonly [T, { readonly onPointerDown: () => void }] {
  const [held, setHeld] = useState<{ readonly shown: T } | null>(null)
  useEffect(() => {
    if (!held) return undefined
    // The click comes right after its pointer is up.
    const release = () => void setTimeout(() => setHeld(null))
    const ends = ['pointerup', 'pointercancel', 'blur'] as const
    for (const end of ends) window.addEventListener(end, release)
    return () => {
      for (const end of ends) window.removeEventListener(end, release)
    }
  }, [held])
  return [held ? held.shown : shown, { onPointerDown: () => setHeld({ shown }) }]
}
