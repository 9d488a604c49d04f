import { Button } from '@fluentui/react-components'
import { DialogFrame } from './dialog-frame.tsx'
import type { ReactNode } from 'react'

interface Answer {
  readonly label: string
  readonly act: () => void
}

/** One question with two answers, the first of which is the likely one. */
export function Question(props: {
  readonly open: boolean
  readonly title: string
  readonly text: ReactNode
  readonly first: Answer
  readonly second: Answer
  readonly close: () => void
}) {
  const { first, second } = props
  return (
    <DialogFrame
      isQuestion
      open={props.open}
      title={props.title}
      close={props.close}
      buttons={
        <>
          <Button appearance="primary" onClick={first.act}>
            {first.label}
          </Button>
          <Button onClick={second.act}>{second.label}</Button>
        </>
      }
    >
      {props.text}
    </DialogFrame>
  )
}
