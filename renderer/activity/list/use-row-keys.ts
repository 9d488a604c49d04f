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
    virtualizer.scrollToIndex(index === nextRow(lines, index, 'Home') ? 0 : index)
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
    // Menus and questions of a row stand elsewhere in the page, and have arrows of their own.
    if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return
    // From where the focus is, though the list may not be drawn anew since it came there.
    const at = event.target.closest('[data-index]')?.getAttribute('data-index')
    const target = nextRow(lines, at ? Number(at) : activeIndex, event.key)
    if (target === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    focusRow(target)
  }
  return { focusRow, onKeyDown }
}

/** Where a key leads from a row; null for keys that lead nowhere. */
export function nextRow(lines: readonly Line[], from: number, key: string): number | null {
  if (key === 'Home') return walk(lines, -1, 1, 1)
  if (key === 'End') return walk(lines, lines.length, -1, 1)
  if (key === 'ArrowDown' || key === 'ArrowUp') return walk(lines, from, key === 'ArrowDown' ? 1 : -1, 1)
  if (key !== 'PageDown' && key !== 'PageUp') return null
  return walk(lines, from, key === 'PageDown' ? 1 : -1, rowsPerPage)
}

/** So many rows on in a direction, or as far as there are any. */
function walk(lines: readonly Line[], from: number, direction: 1 | -1, rows: number): number | null {
  let last = lines[from]?.kind === 'row' ? from : null
  for (let index = from + direction, left = rows; left > 0 && lines[index]; index += direction)
    if (lines[index]?.kind === 'row') {
      last = index
      left--
    }
  return last
}
