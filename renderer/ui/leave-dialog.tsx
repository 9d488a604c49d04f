import type { ReactNode } from 'react'
import { words } from '../words/english.ts'
import { Question } from './question.tsx'

/** Asks before something begun is forgotten; staying is the first choice. */
export function LeaveDialog(props: {
  readonly open: boolean
  readonly title: string
  readonly text: ReactNode
  readonly leave: () => void
  readonly stay: () => void
}) {
  const { stay } = props
  return (
    <Question
      {...props}
      close={stay}
      first={{ label: words.common.stay, act: stay }}
      second={{ label: words.common.leave, act: props.leave }}
    />
  )
}
