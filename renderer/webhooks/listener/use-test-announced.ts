import { useWords } from '../../ui/words-context.ts'
import { useAnnounce } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { stepTitle } from '../../words/self-test.ts'
import type { SelfTest } from '../../../preload/contract/webhooks.ts'

/** Speaks each step of a test once, and how it ended; what was found before is on screen anyway. */
export function useTestAnnounced(test: SelfTest | null): void {
  const words = useWords()
  const { announce } = useAnnounce()
  const isFirst = useRef(true)
  const heard = useRef({ startedAt: 0, steps: new Set<string>(), isOver: false })
  useEffect(() => {
    const wasFirst = isFirst.current
    isFirst.current = false
    if (!test) return
    if (heard.current.startedAt !== test.startedAt)
      heard.current = { startedAt: test.startedAt, steps: new Set(), isOver: false }
    const { steps } = heard.current
    for (const { key, kind } of test.steps)
      if ((kind === 'passed' || kind === 'failed') && !steps.has(key)) {
        steps.add(key)
        if (!wasFirst && kind === 'passed') announce(stepTitle(test, key, kind, words))
      }
    if (test.verdict.kind === 'running' || heard.current.isOver) return
    heard.current.isOver = true
    if (wasFirst) return
    announce(
      test.verdict.kind === 'reachable'
        ? words.phrase('listener.reachable-announced')
        : words.say(test.verdict.why),
    )
  }, [test, announce, words])
}
