import { useEffect, useRef } from 'react'
import type { ActivityEntry } from '../../../preload/contract/state.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import type { Line } from './days.ts'

/** What a notice was about is recent: older pages are not searched without end. */
const mostPages = 10

/** Gives the focus to what a notice was about, once it is read; to the newest row where it is not kept any more. */
export function useEntry(list: {
  readonly lines: readonly Line[]
  readonly first: number
  /** Reads on; null: there is no more, or something else is looked for yet. */
  readonly more: (() => void) | null
  readonly focusRow: (index: number) => void
  readonly matching: boolean
}): void {
  const { lines, first, more, focusRow, matching } = list
  const { entry, entryMet } = useDrivebell()
  const pages = useRef(0)
  const met = useRef<ActivityEntry>(null)
  // After each drawing: older pages come one by one.
  useEffect(() => {
    // Met already, and drawn once more before that was known: the focus may have gone on.
    if (entry === null || entry === met.current || matching) return
    const found = lines.findIndex((line) => isAbout(line, entry))
    if (found < 0 && more && pages.current++ < mostPages) return more()
    pages.current = 0
    met.current = entry
    entryMet()
    // After the frame: a closing menu first gives the focus back to its button.
    requestAnimationFrame(() => focusRow(found < 0 ? first : found))
  }, [entry, entryMet, lines, first, more, focusRow, matching])
}

/** Is a line what the notice was about? */
function isAbout(line: Line, entry: ActivityEntry): boolean {
  if (line.kind === 'away') return entry.kind === 'digest' && line.away.id === entry.digestId
  if (line.kind !== 'row' || entry.kind !== 'change') return false
  const { id, burst } = line.row
  return id === entry.changeId || (burst !== null && burst.id === entry.burstId)
}
