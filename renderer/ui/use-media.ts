import { useSyncExternalStore } from 'react'

/** Whether a media query holds, followed live. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}

/** Below this the window shows its narrow layout (interface.md 1). */
export const narrow = '@media (max-width: 639.98px)'

/** Whether the narrow layout holds, where the structure differs and not only the style. */
export const useNarrow = () => useMedia('(max-width: 639.98px)')

/** Whether the user asked for less motion. */
export const useReducedMotion = () => useMedia('(prefers-reduced-motion: reduce)')
