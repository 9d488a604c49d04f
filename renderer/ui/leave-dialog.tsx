import type { ReactNode } from 'react'
import { Question } from './question.tsx'
import { useWords } from './words-context.ts'

/** Asks before something begun is forgotten; staying is the first choice. */
export function LeaveDialog(props: {
  readonly open: boolean
  readonly title: string
  readonly text: ReactNode
  readonly leave: () => void
  readonly stay: () => void
}) {
  const words = useWords()
  const { stay } = props
  return (
    <Question
      {...props}
      close={stay}
      first={{ label: words.phrase('button.keep-editing'), act: stay }}
      second={{ label: words.phrase('button.discard'), act: props.leave }}
    />
  )
}
