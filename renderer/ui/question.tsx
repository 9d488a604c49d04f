import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
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
    <Dialog open={props.open} modalType="alert" onOpenChange={(_event, { open }) => !open && props.close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent>{props.text}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={first.act}>
              {first.label}
            </Button>
            <Button onClick={second.act}>{second.label}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
