import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

/** Keeps the focus among the buttons and fields of a place when the focused one goes away. */
export function useFocusKept(): {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent) => void
} {
  const ref = useRef<HTMLDivElement>(null)
  const place = useRef<number | null>(null)
  const all = () => [...(ref.current?.querySelectorAll<HTMLElement>('button, input, select') ?? [])]
  // After each drawing.
  useEffect(() => {
    if (place.current === null || document.activeElement !== document.body) return
    const left = all()
    left[Math.min(place.current, left.length - 1)]?.focus()
  })
  return {
    ref,
    onFocus: () => {
      const index = all().findIndex((part) => part === document.activeElement)
      if (index !== -1) place.current = index
    },
    // React says nothing when it takes the focused part away: then the place stays known.
    onBlur: () => {
      place.current = null
    },
  }
}
