import { type RefObject, useCallback, useEffect, useRef } from 'react'

/** Gives the focus to a drive's row, now or once it is drawn: a new one comes with the next state. */
export function useWantedRow(
  list: RefObject<HTMLElement | null>,
  /** Wanted from the start: the one whose details were left. */
  first: string | null,
): (subscriptionId: string) => void {
  const wanted = useRef(first)
  // After each drawing.
  useEffect(() => {
    if (wanted.current === null) return
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted.current)}"]`)
    if (!row) return
    wanted.current = null
    // After the frame: a dialog that closes first gives the focus back.
    requestAnimationFrame(() => row.focus())
  })
  return useCallback((subscriptionId) => {
    wanted.current = subscriptionId
  }, [])
}
