import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'

/**
 * Keeps the focus inside a dialog when what has it goes away, as lists, panels and the question here do: left to itself
 * it would return to the page behind, and the dialog would be hidden from everybody who cannot see it.
 */
export function useKeptFocus(
  isAsked: boolean,
): readonly [RefObject<HTMLElement | null>, (element: HTMLElement | null) => void] {
  const dialog = useRef<HTMLElement>(null)
  const before = useRef<Element>(null)
  useEffect(() => {
    const box = dialog.current
    if (!box) return undefined
    const observer = new MutationObserver(() => {
      if (document.activeElement !== document.body) return
      const tab = box.querySelector<HTMLElement>('[role=tab][aria-selected=true]')
      ;(tab?.checkVisibility() ? tab : box).focus()
    })
    observer.observe(box, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (isAsked) {
      before.current = document.activeElement
      dialog.current?.querySelector<HTMLElement>('[role=alertdialog] button')?.focus()
    } else if (before.current instanceof HTMLElement) before.current.focus()
  }, [isAsked])
  const attach = useCallback((element: HTMLElement | null) => {
    dialog.current = element
  }, [])
  return [dialog, attach]
}
