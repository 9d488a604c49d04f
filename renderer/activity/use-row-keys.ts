import type { Virtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import type { Line } from './days.ts'

const rowsPerPage = 8

/** Arrow keys between the rows, past the days' headings. The list is one tab stop. */
export function useRowKeys(list: {
  readonly body: RefObject<HTMLDivElement | null>
  readonly lines: readonly Line[]
  readonly activeIndex: number
  readonly setActiveId: (id: string) => void
  readonly virtualizer: Virtualizer<HTMLDivElement, HTMLLIElement>
}): { readonly focusRow: (index: number) => void; readonly onKeyDown: (event: KeyboardEvent) => void } {
  const { body, lines, activeIndex, setActiveId, virtualizer } = list
  const wanted = useRef<number | null>(null)

  const focusRow = (index: number) => {
    const line = lines[index]
    if (!line) return
    wanted.current = index
    setActiveId(line.key)
    // The first row comes with its day's heading.
    virtualizer.scrollToIndex(index === 1 ? 0 : index)
    focusWanted()
  }
  const focusWanted = () => {
    if (wanted.current === null) return
    const element = body.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`)
    if (!element) return
    wanted.current = null
    element.focus({ preventScroll: true })
  }
  // A row far away is in the page only after it became the active one.
  useLayoutEffect(focusWanted)

  const onKeyDown = (event: KeyboardEvent) => {
    const target = nextRow(lines, activeIndex, event.key)
    if (target === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    focusRow(target)
  }
  return { focusRow, onKeyDown }
}

/** Where a key leads from a row; null for keys that lead nowhere. */
export function nextRow(lines: readonly Line[], from: number, key: string): number | null {
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: rowsPerPage, PageUp: -rowsPerPage }[key]
  if (key !== 'Home' && key !== 'End' && steps === undefined) return null
  const rows = lines.flatMap(({ kind }, index) => (kind === 'row' ? [index] : []))
  if (key === 'Home') return rows[0] ?? null
  if (key === 'End') return rows.at(-1) ?? null
  const place = rows.indexOf(from) + (steps ?? 0)
  return rows[Math.min(Math.max(place, 0), rows.length - 1)] ?? null
}
