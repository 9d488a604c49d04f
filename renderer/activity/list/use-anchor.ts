import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Line } from './days.ts'

const atTopPx = 4

/** Keeps the row in focus, or else the first one in view, where it is when new rows come in above. */
export function useAnchor(
  body: RefObject<HTMLDivElement | null>,
  lines: readonly Line[],
  virtualizer: Virtualizer<HTMLDivElement, HTMLLIElement>,
): void {
  const anchor = useRef<{ readonly key: string; readonly offset: number } | null>(null)
  const latest = useRef(lines)

  const remember = () => {
    const element = body.current
    if (!element) return
    const index =
      focusedIndex(element) ?? (element.scrollTop > atTopPx ? firstInView(element, virtualizer) : null)
    const line = index === null ? undefined : latest.current[index]
    const start = index === null ? undefined : virtualizer.measurementsCache[index]?.start
    anchor.current = line && start !== undefined ? { key: line.key, offset: start - element.scrollTop } : null
  }

  useLayoutEffect(() => {
    latest.current = lines
    const element = body.current
    const index = anchor.current ? lines.findIndex(({ key }) => key === anchor.current?.key) : -1
    const start = virtualizer.measurementsCache[index]?.start
    if (element && anchor.current && start !== undefined) element.scrollTop = start - anchor.current.offset
    remember()
    // Only new lines move anything.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [lines])

  useEffect(() => {
    const element = body.current
    if (!element) return undefined
    element.addEventListener('scroll', remember, { passive: true })
    element.addEventListener('focusin', remember)
    element.addEventListener('focusout', remember)
    return () => {
      element.removeEventListener('scroll', remember)
      element.removeEventListener('focusin', remember)
      element.removeEventListener('focusout', remember)
    }
  })
}

function focusedIndex(body: HTMLElement): number | null {
  const row = document.activeElement?.closest<HTMLElement>('[data-index]')
  return row && body.contains(row) ? Number(row.dataset['index']) : null
}

function firstInView(
  body: HTMLElement,
  virtualizer: Virtualizer<HTMLDivElement, HTMLLIElement>,
): number | null {
  return virtualizer.getVirtualItems().find(({ end }) => end > body.scrollTop)?.index ?? null
}
