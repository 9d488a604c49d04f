import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

interface RovingRows {
  readonly list: RefObject<HTMLDivElement | null>
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: () => void
}

/** Makes the `[data-row]` elements inside one tab stop with ↑ ↓ Home End, and keeps the focus when its row goes. */
export function useRovingRows(): RovingRows {
  const list = useRef<HTMLDivElement>(null)
  const place = useRef(0)
  const inside = useRef(false)
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]

  // After each drawing: rows come and go, one of them must be the tab stop.
  useEffect(() => {
    const all = rows()
    place.current = Math.min(place.current, Math.max(0, all.length - 1))
    all.forEach((row, index) => (row.tabIndex = index === place.current ? 0 : -1))
    if (inside.current && document.activeElement === document.body) all[place.current]?.focus()
  })

  const onFocus = () => {
    inside.current = true
    const all = rows()
    const index = all.findIndex((row) => row.contains(document.activeElement))
    if (index === -1) return
    place.current = index
    all.forEach((row, at) => (row.tabIndex = at === index ? 0 : -1))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const all = rows()
    const at = event.target instanceof HTMLElement ? all.indexOf(event.target) : -1
    if (at === -1 || event.ctrlKey || event.metaKey || event.altKey) return
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    all[to]?.focus()
  }
  return { list, onKeyDown, onFocus }
}
