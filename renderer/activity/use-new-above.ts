import { type RefObject, useEffect, useState } from 'react'
import type { HistoryRow } from '../../preload/contract/activity.ts'

const atTopPx = 4

/** How many rows came in above the view since the top was last seen. */
export function useNewAbove(body: RefObject<HTMLDivElement | null>, rows: readonly HistoryRow[]): number {
  const newest = rows[0]?.id ?? null
  const [seen, setSeen] = useState(newest)
  useEffect(() => {
    const element = body.current
    if (!element) return undefined
    const look = () => {
      if (element.scrollTop <= atTopPx) setSeen(newest)
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [body, newest])
  return Math.max(
    0,
    rows.findIndex(({ id }) => id === seen),
  )
}
