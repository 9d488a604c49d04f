import { useAnnounce } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { HistoryRow } from '../../../preload/contract/activity.ts'
import { useWords } from '../../ui/words-context.ts'

const quietMs = 30_000

/** Speaks "3 new changes" when rows come in, at most every 30 s: a burst is one sentence. */
export function useNewAnnounced(rows: readonly HistoryRow[]): void {
  const words = useWords()
  const { announce } = useAnnounce()
  const known = useRef(rows[0]?.id)
  const pending = useRef(0)
  const quietUntil = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    pending.current += Math.max(
      0,
      rows.findIndex(({ id }) => id === known.current),
    )
    known.current = rows[0]?.id
    const speak = () => {
      if (pending.current > 0)
        announce(words.phrase('nav.new-changes', { n: pending.current }), { polite: true })
      pending.current = 0
      quietUntil.current = Date.now() + quietMs
    }
    if (pending.current === 0) return
    clearTimeout(timer.current)
    timer.current = setTimeout(speak, Math.max(0, quietUntil.current - Date.now()))
  }, [rows, announce, words])
  useEffect(() => () => clearTimeout(timer.current), [])
}
