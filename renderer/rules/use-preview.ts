import { useAnnounce } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Preview } from '../../preload/contract/activity.ts'
import type { Rules } from '../../preload/contract/rules.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useWords } from '../ui/words-context.ts'

const settleMs = 100
const announceMs = 1000

/** What the rules would have told: asked shortly after each edit, an answer that comes late is dropped. */
export function usePreview(subscriptionId: string, rules: Rules): Preview | 'failed' | null {
  const { bridge, state } = useDrivebell()
  const { revision } = state.history
  const [preview, setPreview] = useState<Preview | 'failed' | null>(null)
  const wanted = JSON.stringify(rules)
  const latest = useRef(rules)
  useEffect(() => {
    latest.current = rules
  })
  useEffect(() => {
    let isLate = false
    const ask = () =>
      bridge.previewRules({ subscriptionId, rules: latest.current }).then(
        (answer) => !isLate && setPreview(answer),
        () => !isLate && setPreview('failed'),
      )
    const timer = setTimeout(() => void ask(), settleMs)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
    // Asked anew when the rules differ or something new is kept.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [bridge, subscriptionId, wanted, revision])
  useAnnounced(preview, wanted)
  return preview
}

/** Speaks the preview's sentence once the last edit is a second old; what stood there at first is on screen anyway. */
function useAnnounced(preview: Preview | 'failed' | null, wanted: string): void {
  const words = useWords()
  const { announce } = useAnnounce()
  const latest = useRef(preview)
  const said = useRef(wanted)
  useEffect(() => {
    latest.current = preview
  })
  useEffect(() => {
    if (wanted === said.current) return undefined
    const timer = setTimeout(() => {
      said.current = wanted
      const { current } = latest
      if (current && current !== 'failed')
        announce(words.phrase('rules.preview.result', { notified: current.told, n: current.of }), {
          batchId: 'preview',
        })
    }, announceMs)
    return () => clearTimeout(timer)
  }, [wanted, announce, words])
}
