import { useCallback } from 'react'

/** A ref that gives the focus to its element when it first appears. */
export function useFocusAtFirst(): (element: HTMLElement | null) => void {
  return useCallback((element) => element?.focus(), [])
}
