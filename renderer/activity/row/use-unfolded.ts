import { useCallback, useState } from 'react'
import type { BurstLine } from '../../../preload/contract/activity.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { useRun } from '../../ui/use-run.tsx'

/** A burst's files as far as they are read and shown. */
export interface Files {
  readonly lines: readonly BurstLine[]
  readonly total: number
  readonly shown: number
}

/** Which bursts are unfolded; it outlasts rows that scroll out of the page. */
export interface Unfolded {
  /** The files of a burst; undefined while it is folded. */
  readonly files: (burstId: string) => Files | undefined
  readonly toggle: (burstId: string) => void
  readonly showMore: (burstId: string) => void
  /** The burst has grown: its files are read again. */
  readonly readAgain: (burstId: string) => void
}

const shownFirst = 5

/** Nothing is unfolded at first. */
export function useUnfolded(): Unfolded {
  const { bridge } = useDrivebell()
  const run = useRun()
  const [open, setOpen] = useState<ReadonlyMap<string, Files>>(new Map())
  const put = useCallback(
    (burstId: string, files: Files | null) =>
      setOpen((before) => {
        const after = new Map(before)
        if (files) after.set(burstId, files)
        else after.delete(burstId)
        return after
      }),
    [],
  )
  const read = async (burstId: string, known: Files, shown: number) => {
    const answer = bridge.burst({ burstId, after: known.lines.length })
    if (!(await run(answer.then(() => ({ ok: true }))))) return
    const page = await answer
    const lines = [...known.lines, ...page.lines]
    put(burstId, { lines, total: page.total, shown: Math.min(shown, lines.length) })
  }
  const fresh: Files = { lines: [], total: 0, shown: shownFirst }
  return {
    files: (burstId) => open.get(burstId),
    toggle: (burstId) => (open.has(burstId) ? put(burstId, null) : void read(burstId, fresh, shownFirst)),
    showMore: (burstId) => {
      const files = open.get(burstId)
      if (!files) return
      const { lines, total, shown } = files
      if (shown < lines.length) put(burstId, { ...files, shown: lines.length })
      else if (lines.length < total) void read(burstId, files, Infinity)
    },
    readAgain: (burstId) => void read(burstId, fresh, open.get(burstId)?.shown ?? shownFirst),
  }
}
